package org.yiwang.workflow.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.course.StageRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.ReturnedMaterials;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.delivery.RefundFee;

/**
 * 第二段逾期未启动: the applicant is reminded before it; then the first result lapses, the case ends, and a notice says so
 * (W17). He may apply again.
 */
@ApplicationScoped
public class LapseStage {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    TakeBackStage first;

    @Inject
    RefundFee refund;

    @Inject
    ReturnedMaterials returned;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (passed.kind() != ClockKind.WAITING || !passed.ref().equals(GrantStage.CLOCK)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (open.file().status() != CaseStatus.AWAITING_NEXT_STAGE) {
            return;
        }
        if (passed.over(ClockKind.WAITING)) {
            lapse(open);
        } else {
            open.tellApplicant(
                    "case.stageEnding",
                    OpenCase.body().put("until", passed.dueOn().toString()));
        }
        desk.close(open);
    }

    private void lapse(OpenCase open) {
        StageRule rule = open.item().course().stages().orElseThrow();
        open.require(CaseAction.LAPSE_STAGE);
        open.move(CaseAction.LAPSE_STAGE, CaseStatus.TERMINATED);
        ending.end(open);
        open.event(EventType.STAGE_LAPSED, OpenCase.body());
        first.takeBack(open, "逾期未办理第二段，已失效");
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        ObjectNode termination = data.putObject("termination")
                .put("cause", "未在规定期限内办理后续手续，“" + rule.name().zh() + "”失效")
                .put("reason", rule.basis());
        returned.into(open, termination);
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.stageLapsed", OpenCase.body());
    }
}
