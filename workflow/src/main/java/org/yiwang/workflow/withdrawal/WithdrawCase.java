package org.yiwang.workflow.withdrawal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.ReturnedMaterials;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.delivery.RefundFee;
import org.yiwang.workflow.forward.OrderDispatch;
import org.yiwang.workflow.stage.TakeBackStage;

/**
 * 撤回申请: the applicant takes his request back, at any time before the decision. What was begun is undone: procedures and
 * work end, the higher authority is told, what he paid goes back to him, and so do his papers.
 */
@ApplicationScoped
public class WithdrawCase implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    OrderDispatch above;

    @Inject
    TakeBackStage first;

    @Inject
    RefundFee refund;

    @Inject
    ReturnedMaterials returned;

    @Override
    public CaseAction action() {
        return CaseAction.WITHDRAW;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return withdraw(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView withdraw(Actor actor, CaseNo no, long seenVersion, String reason) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.WITHDRAW);
        open.sees(seenVersion);
        ObjectNode said = new Words().optional("reason", "撤回原因", reason).checked();
        above.withdrawn(open);
        first.takeBack(open, "申请人撤回申请，已失效");
        open.move(CaseAction.WITHDRAW, CaseStatus.WITHDRAWN);
        ending.end(open);
        open.event(EventType.CASE_WITHDRAWN, OpenCase.body());
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        data.set("termination", said.put("cause", "申请人撤回申请"));
        returned.into(open, said);
        if (!said.has("reason")) {
            said.put("reason", "申请人未说明");
        }
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.withdrawn", OpenCase.body());
        return desk.close(open);
    }
}
