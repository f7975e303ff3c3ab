package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Stream;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 时限提醒: when a clock turns yellow or red, it is written down once and those who have the work are told; of his own time
 * the applicant is reminded before it ends.
 */
@ApplicationScoped
public class NoteClockPassed {

    @Inject
    CaseDesk desk;

    void on(@Observes ClockPassed passed) {
        if (passed.kind().silent()) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (open.file().status().ended() && !passed.kind().outlivesTheCase()) {
            return;
        }
        ObjectNode body = OpenCase.body()
                .put("clock", passed.kind().name())
                .put("what", passed.what().name());
        if (passed.kind() == ClockKind.STEP) {
            body.put("step", passed.ref());
        }
        open.event(EventType.CLOCK_PASSED, body);
        ObjectNode params = OpenCase.body().put("dueOn", passed.dueOn().toString());
        if (passed.kind().applicants() && passed.what() == ClockPassed.What.YELLOW) {
            open.tellApplicant("case.remind." + passed.kind().name().toLowerCase(Locale.ROOT), params);
        }
        concerned(open, passed).forEach(work -> {
            String topic = passed.over(ClockKind.SPECIAL)
                    ? "work.specialOverdue"
                    : "work.clock." + passed.what().name().toLowerCase(Locale.ROOT);
            open.tell(work.holder(), topic, params.deepCopy().put("step", work.stepName()));
        });
        desk.close(open);
    }

    /** A step concerns who has it, and only while its date comes before that of the whole case, which all are told. */
    private static Stream<WorkItem> concerned(OpenCase open, ClockPassed passed) {
        Stream<WorkItem> all = open.work().all().stream();
        if (passed.kind() != ClockKind.STEP) {
            return all;
        }
        boolean sooner = open.clocks()
                .answer()
                .map(answer -> passed.dueOn().isBefore(answer.dueOn()))
                .orElse(true);
        return all.filter(work -> sooner && work.stepKey().equals(passed.ref()));
    }
}
