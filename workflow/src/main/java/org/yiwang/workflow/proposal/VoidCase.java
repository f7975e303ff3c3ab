package org.yiwang.workflow.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.delivery.RefundFee;

/** 作废: entered by mistake or twice; kept with its reason and never deleted. */
@ApplicationScoped
public class VoidCase implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    RefundFee refund;

    @Override
    public CaseAction action() {
        return CaseAction.VOID;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return voidCase(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView voidCase(Actor actor, CaseNo no, long seenVersion, String opinion) {
        OpenCase open = desk.open(actor, no);
        Proposals.approve(open, Measure.VOID, seenVersion, opinion);
        open.move(CaseAction.VOID, CaseStatus.VOIDED);
        ending.end(open);
        refund.ifPaid(open);
        open.event(EventType.CASE_VOIDED, OpenCase.body());
        open.tellApplicant("case.voided", OpenCase.body());
        return desk.close(open);
    }
}
