package org.yiwang.workflow.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.worklist.WorkItem;

/** 时限提醒: when a clock turns yellow or red, it is written down once and those who have the work are told. */
@ApplicationScoped
public class NoteClockPassed {

    @Inject
    CaseDesk desk;

    void on(@Observes ClockPassed passed) {
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (open.file().status().ended()) {
            return;
        }
        open.event(
                EventType.CLOCK_PASSED,
                OpenCase.body()
                        .put("clock", passed.kind().name())
                        .put("what", passed.what().name()));
        for (WorkItem work : open.work().all()) {
            String to = work.assignee() == null ? work.queue().toString() : "officer:" + work.assignee();
            open.tell(
                    to,
                    "work.clock." + passed.what().name().toLowerCase(java.util.Locale.ROOT),
                    OpenCase.body()
                            .put("step", work.stepName())
                            .put("dueOn", work.dueOn().toString()));
        }
        desk.close(open);
    }
}
