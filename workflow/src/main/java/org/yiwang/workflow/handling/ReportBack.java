package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.worklist.WorkItem;

/** 交回委派的工作: with what was done; the owner goes on. */
@ApplicationScoped
public class ReportBack implements ActionUseCase<ReportBack.Report> {

    @Inject
    CaseDesk desk;

    /** 办理情况. */
    public record Report(String text) {}

    @Override
    public CaseAction action() {
        return CaseAction.REPORT_BACK;
    }

    @Override
    public Class<Report> fields() {
        return Report.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Report> asked) {
        return report(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView report(Actor actor, CaseNo no, UUID workItem, long seenVersion, Report report) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.REPORT_BACK, workItem);
        open.requireMine(work);
        if (!work.delegated()) {
            throw Refusal.conflict("NOT_DELEGATED", "这项工作不是委派给您的，请直接办理。");
        }
        ObjectNode said = new Words().required("text", "办理情况", report.text()).checked();
        open.note(RecordKind.ADVICE, work.stepKey(), "REPORTED", null, false, said);
        open.event(EventType.WORK_REPORTED, OpenCase.body().put("step", work.stepKey()));
        open.tell("officer:" + work.givenBy(), "work.reported", OpenCase.body().put("step", work.stepName()));
        work.returned();
        open.work().changed(work);
        return desk.close(open);
    }
}
