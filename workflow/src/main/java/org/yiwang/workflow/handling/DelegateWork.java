package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 委派: a colleague of the department works on it and gives it back; the owner answers for it and says what comes out. Unlike
 * 转办, which hands the answer over too.
 */
@ApplicationScoped
public class DelegateWork implements ActionUseCase<DelegateWork.Delegation> {

    @Inject
    CaseDesk desk;

    @Inject
    Colleagues colleagues;

    /** 委派内容. */
    public record Delegation(String toStaffNo, String request) {}

    @Override
    public CaseAction action() {
        return CaseAction.DELEGATE;
    }

    @Override
    public Class<Delegation> fields() {
        return Delegation.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Delegation> asked) {
        return delegate(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView delegate(Actor actor, CaseNo no, UUID workItem, long seenVersion, Delegation delegation) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.DELEGATE, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        ObjectNode said = Drawing.text(new Words().required("request", "委派要求", delegation.request()), "request");
        Officer colleague = colleagues.of(open, work.queue().department(), delegation.toStaffNo());
        Drawing.take(open, work);
        work.delegate(actor.id(), colleague.id());
        open.work().changed(work);
        Drawing.said(open, work, "DELEGATE", said);
        open.event(
                EventType.WORK_DELEGATED,
                OpenCase.body().put("step", work.stepKey()).put("to", colleague.staffNo()));
        open.tell("officer:" + colleague.id(), "work.delegated", OpenCase.body().put("step", work.stepName()));
        return desk.close(open);
    }
}
