package org.yiwang.workflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.credit.ListedParties;
import org.yiwang.workflow.deferral.Deferrals;

/**
 * 容缺受理: the main papers are there, and what is missing is on the item's list and was promised in writing by somebody
 * whose word is good. He is told in writing what is owed, until when, and what follows if it does not come (W18).
 */
@ApplicationScoped
public class AcceptDeferred implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Inject
    AcceptCase accept;

    @Inject
    ReadSubmission submissions;

    @Inject
    ListedParties credit;

    @Override
    public CaseAction action() {
        return CaseAction.ACCEPT_DEFERRED;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ACCEPT_DEFERRED);
        open.sees(asked.seenVersion());
        AcceptCase.requireProcess(open);
        if (Deferrals.owed(open).isEmpty()) {
            throw Refusal.conflict("NOTHING_DEFERRED", "本件没有承诺后补的材料，请直接受理。");
        }
        AcceptCase.requireCovered(open.submission(submissions));
        if (credit.listed(open.submission(submissions).applicant())) {
            throw Refusal.conflict("CREDIT_LISTED_DESK", "申请人在失信名单内且尚未修复，不能容缺受理；请告知补正，由其提交所缺材料。");
        }
        ReceiveCase.ifNotYet(open);
        accept.takeOn(
                open, CaseAction.ACCEPT_DEFERRED, EventType.CASE_ACCEPTED_DEFERRED, AcceptCase.completeSince(open));
        return desk.close(open);
    }
}
