package org.yiwang.workflow.intake;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/**
 * 视为受理: the office was silent for five working days; the case counts as accepted from the day the papers came, complete
 * or not (行政许可法 §32(4)), and the legal clock has been running since. Only where the item's law says so; elsewhere silence
 * is just late.
 */
@ApplicationScoped
public class DeemAccepted {

    @Inject
    CaseDesk desk;

    @Inject
    AcceptCase accept;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.ACCEPT)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        boolean byLaw = open.item().deemedAcceptance().isPresent()
                && open.item().processDefinitionId().isPresent();
        if (!byLaw || !Transitions.lawful(CaseAction.DEEM_ACCEPTED, open.file().status())) {
            return;
        }
        open.require(CaseAction.DEEM_ACCEPTED);
        accept.takeOn(open, CaseAction.DEEM_ACCEPTED, EventType.CASE_DEEMED_ACCEPTED, receivedAt(open));
        desk.close(open);
    }

    /** The day of the papers, or of the correction that was answered with silence. */
    private static Instant receivedAt(OpenCase open) {
        return open.file().status() == CaseStatus.CORRECTION_SUBMITTED
                ? AcceptCase.completeSince(open)
                : open.file().submittedAt();
    }
}
