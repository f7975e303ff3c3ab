package org.yiwang.workflow.avoidance;

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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 重新指定办理人: the head of a department gives work to one of his officers, whatever post he holds: after an avoidance, or
 * when the one who had it cannot go on.
 */
@ApplicationScoped
public class ReassignWork implements ActionUseCase<ReassignWork.To> {

    @Inject
    CaseDesk desk;

    @Inject
    Release release;

    @Inject
    Membership membership;

    /** 指定谁. */
    public record To(String toStaffNo, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.REASSIGN;
    }

    @Override
    public Class<To> fields() {
        return To.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<To> asked) {
        return reassign(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView reassign(Actor actor, CaseNo no, UUID workItem, long seenVersion, To to) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REASSIGN);
        open.sees(seenVersion);
        WorkItem work = open.work().all().stream()
                .filter(found -> found.publicId().equals(workItem))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("WORK_DONE", "这项待办已经办结或不存在，请刷新页面。"));
        String department = work.queue().department();
        if (!membership.answersFor(actor, department)) {
            throw Refusal.forbidden("只有承办这项工作的部门负责人可以重新指定办理人。");
        }
        new Words().required("reason", "指定理由", to.reason()).checked();
        Officer officer = release.officer(to.toStaffNo(), "toStaffNo");
        if (!officer.department().equals(department)) {
            throw Refusal.invalid("toStaffNo", "OTHER_DEPARTMENT", "工号“" + officer.staffNo() + "”不在本部门，只能指定本部门人员。");
        }
        open.requireNoAvoidance(officer.id(), "toStaffNo");
        if (work.delegated()) {
            work.returned();
        }
        work.giveTo(officer.id());
        open.work().changed(work);
        open.event(
                EventType.WORK_REASSIGNED,
                OpenCase.body().put("step", work.stepKey()).put("to", officer.staffNo()));
        open.tell("officer:" + officer.id(), "work.transferred", OpenCase.body().put("step", work.stepName()));
        return desk.close(open);
    }
}
