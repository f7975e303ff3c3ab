package org.yiwang.workflow.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkItem;

/** 转办: to a colleague who holds the same post, named by his staff number; without one, back to the queue. */
@ApplicationScoped
public class TransferWork implements ActionUseCase<TransferWork.To> {

    @Inject
    CaseDesk desk;

    @Inject
    Directory directory;

    /** 转给谁. */
    public record To(String toStaffNo) {}

    @Override
    public CaseAction action() {
        return CaseAction.TRANSFER;
    }

    @Override
    public Class<To> fields() {
        return To.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<To> asked) {
        return transfer(
                actor, no, asked.workItem(), asked.seenVersion(), asked.fields().toStaffNo());
    }

    @Transactional
    public CaseView transfer(Actor actor, CaseNo no, UUID workItem, long seenVersion, String toStaffNo) {
        OpenCase open = desk.open(actor, no);
        WorkItem work = open.requireWork(CaseAction.TRANSFER, workItem, seenVersion);
        open.requireMine(work);
        Signatures.requireOwn(work);
        if (toStaffNo == null || toStaffNo.isBlank()) {
            work.giveTo(null);
        } else {
            Officer colleague = directory.officersOf(work.queue()).stream()
                    .filter(officer -> officer.staffNo().equals(toStaffNo.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid(
                            "toStaffNo", "NOT_IN_POST", "工号“" + toStaffNo.strip() + "”不在这个岗位，只能转给同岗位的同事。"));
            open.requireNoAvoidance(colleague.id(), "toStaffNo");
            work.giveTo(colleague.id());
            open.tell(
                    "officer:" + colleague.id(),
                    "work.transferred",
                    OpenCase.body().put("step", work.stepName()));
        }
        open.work().changed(work);
        open.event(EventType.WORK_TRANSFERRED, OpenCase.body().put("step", work.stepKey()));
        return desk.close(open);
    }
}
