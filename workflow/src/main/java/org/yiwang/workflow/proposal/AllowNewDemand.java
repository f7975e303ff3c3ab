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
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 同意追加补正: what the first notice forgot may still be demanded, once, and somebody answers for having forgotten it
 * (行政许可法 §32(4) 一次告知). */
@ApplicationScoped
public class AllowNewDemand implements ActionUseCase<AllowNewDemand.Allowance> {

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /**
     * 批示.
     *
     * @param answerable staff number of who is answerable for the omission
     */
    public record Allowance(String reason, String answerable) {}

    @Override
    public CaseAction action() {
        return CaseAction.ALLOW_NEW_DEMAND;
    }

    @Override
    public Class<Allowance> fields() {
        return Allowance.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Allowance> asked) {
        return allow(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView allow(Actor actor, CaseNo no, long seenVersion, Allowance allowance) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ALLOW_NEW_DEMAND);
        Officer answerable = directory
                .byStaffNo(
                        allowance.answerable() == null
                                ? ""
                                : allowance.answerable().strip())
                .orElseThrow(() -> Refusal.invalid("answerable", "UNKNOWN", "请填写对首次告知遗漏负责的人员工号。"));
        Proposals.approve(open, Measure.NEW_DEMAND, seenVersion, allowance.reason());
        open.event(EventType.NEW_DEMAND_ALLOWED, OpenCase.body().put("answerable", answerable.id()));
        return desk.close(open);
    }
}
