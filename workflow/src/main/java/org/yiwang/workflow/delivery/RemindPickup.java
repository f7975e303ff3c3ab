package org.yiwang.workflow.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/** 催领: what lies ready and is not fetched is remembered to the applicant after a week, a fortnight and a month. */
@ApplicationScoped
public class RemindPickup {

    /** From one reminder to the next: on day 7 another 8, on day 15 another 15. */
    private static final List<Span> NEXT =
            List.of(new Span(8, LimitUnit.CALENDAR_DAY), new Span(15, LimitUnit.CALENDAR_DAY));

    @Inject
    CaseDesk desk;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.PICKUP)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (open.file().status() != CaseStatus.AWAITING_PICKUP) {
            return;
        }
        open.require(CaseAction.REMIND_PICKUP);
        int before = (int) open.clocks().rows().stream()
                .filter(c -> c.kind() == ClockKind.PICKUP)
                .mapToInt(c -> c.run())
                .distinct()
                .count();
        open.event(EventType.PICKUP_REMINDED, OpenCase.body().put("reminder", before));
        open.tellApplicant("case.pickupReminder", OpenCase.body());
        open.clocks().stop(ClockKind.PICKUP, open.now());
        if (before <= NEXT.size()) {
            open.clocks().start(ClockKind.PICKUP, "", NEXT.get(before - 1), "催领", open.now());
        }
        open.work().dueWith("handout", ClockKind.PICKUP);
        desk.close(open);
    }
}
