package org.yiwang.workflow.licence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/** 到期提醒: the holder is told while there is time to ask for a renewal, and once more when the licence has ended. */
@ApplicationScoped
public class RemindHolder {

    @Inject
    CaseDesk desk;

    void on(@Observes ClockPassed passed) {
        if (passed.kind() != ClockKind.LICENCE_EXPIRY) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        String topic = passed.what() == ClockPassed.What.YELLOW ? "licence.expiring" : "licence.expired";
        open.tellApplicant(topic, OpenCase.body().put("dueOn", passed.dueOn().toString()));
        desk.close(open);
    }
}
