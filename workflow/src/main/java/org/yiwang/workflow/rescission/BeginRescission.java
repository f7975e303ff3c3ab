package org.yiwang.workflow.rescission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 启动撤销程序: the person is told why the decision is to be rescinded and that he may be heard (行政许可法 §7, §69); nothing of
 * what was granted changes before that.
 */
@ApplicationScoped
public class BeginRescission {

    /** 陈述申辩期限, as long as that for asking for a hearing (行政许可法 §47). */
    private static final Span TO_BE_HEARD = new Span(5, LimitUnit.WORKDAY);

    /** Within another action, or by time; a procedure that runs goes on. */
    public void begin(OpenCase open, RescissionGround ground, String reason) {
        if (open.openRecord(RecordKind.RESCISSION).isPresent()) {
            return;
        }
        open.clocks().start(ClockKind.DEFENCE, "", TO_BE_HEARD, "《行政许可法》第七条", open.now());
        LocalDate until = open.dueOn(ClockKind.DEFENCE).orElseThrow();
        ObjectNode words = OpenCase.body().put("reason", reason);
        open.note(RecordKind.RESCISSION, ground.name(), "TOLD", until, true, words);
        open.event(EventType.RESCISSION_BEGUN, OpenCase.body().put("ground", ground.name()));
        ObjectNode data = OpenCase.body();
        data.putObject("rescission")
                .put("ground", ground.text())
                .put("reason", reason)
                .put("until", LetterDate.of(until));
        open.letter(DocumentKind.RESCISSION_NOTICE, DocumentKind.RESCISSION_NOTICE.template(), data);
        open.tellApplicant("rescission.begun", OpenCase.body());
        open.item().steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .map(step -> step.post().toString())
                .distinct()
                .forEach(head -> open.tell(head, "work.rescission", OpenCase.body()));
    }
}
