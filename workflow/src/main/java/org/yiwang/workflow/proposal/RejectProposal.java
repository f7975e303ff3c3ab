package org.yiwang.workflow.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;

/** 不批准请示: the case goes on as it was. */
@ApplicationScoped
public class RejectProposal implements ActionUseCase<RejectProposal.Rejection> {

    @Inject
    CaseDesk desk;

    /** 批示. */
    public record Rejection(Measure measure, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.REJECT_PROPOSAL;
    }

    @Override
    public Class<Rejection> fields() {
        return Rejection.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Rejection> asked) {
        return reject(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView reject(Actor actor, CaseNo no, long seenVersion, Rejection rejection) {
        if (rejection.measure() == null) {
            throw Refusal.invalid("measure", "REQUIRED", "请指明不批准哪一项请示。");
        }
        OpenCase open = desk.open(actor, no);
        Proposals.reject(open, rejection.measure(), seenVersion, rejection.reason());
        open.event(
                EventType.PROPOSAL_REJECTED,
                OpenCase.body().put("measure", rejection.measure().name()));
        return desk.close(open);
    }
}
