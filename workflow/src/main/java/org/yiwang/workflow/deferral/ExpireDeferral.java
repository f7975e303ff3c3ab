package org.yiwang.workflow.deferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.credit.DishonestyGround;
import org.yiwang.workflow.credit.EnterDishonesty;
import org.yiwang.workflow.rescission.BeginRescission;
import org.yiwang.workflow.rescission.RescissionGround;

/**
 * 容缺逾期: what was promised did not come. Before the decision the case is terminated and the broken word goes on the list;
 * after a grant the procedure of rescinding it begins, in which the person is heard first.
 */
@ApplicationScoped
public class ExpireDeferral {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    EnterDishonesty dishonesty;

    @Inject
    BeginRescission rescission;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.DEFERRED)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        CaseRecord owed = Deferrals.owed(open).stream()
                .filter(entry -> entry.stepKey().equals(passed.ref()))
                .findFirst()
                .orElse(null);
        if (owed == null) {
            return;
        }
        String name = open.words(owed).path("name").asText();
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED) {
            Deferrals.close(open, owed, DeferralState.EXPIRED);
            open.event(EventType.DEFERRED_EXPIRED, OpenCase.body().put("material", passed.ref()));
            rescission.begin(open, RescissionGround.DEFERRED_EXPIRED, "承诺后补的“" + name + "”逾期未补齐");
        } else if (Transitions.lawful(CaseAction.EXPIRE_DEFERRAL, open.file().status())) {
            Deferrals.close(open, owed, DeferralState.EXPIRED);
            terminate(open, passed.ref(), name);
        } else {
            return;
        }
        desk.close(open);
    }

    private void terminate(OpenCase open, String material, String name) {
        open.require(CaseAction.EXPIRE_DEFERRAL);
        open.move(CaseAction.EXPIRE_DEFERRAL, CaseStatus.TERMINATED);
        ending.end(open);
        open.event(EventType.DEFERRED_EXPIRED, OpenCase.body().put("material", material));
        ObjectNode data = OpenCase.body();
        data.putObject("termination").put("cause", "容缺材料逾期未补齐").put("reason", "承诺后补的“" + name + "”到期没有补交");
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.terminated", OpenCase.body());
        dishonesty.enter(open, DishonestyGround.DEFERRAL_BROKEN, "容缺受理承诺补交的“" + name + "”逾期未补齐");
    }
}
