package org.yiwang.workflow.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.identity.spi.OfficerSource;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.action.ActionRequest;
import org.yiwang.workflow.action.CaseActions;
import org.yiwang.workflow.batch.internal.Batches;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.review.DecideCase;
import org.yiwang.workflow.worklist.WorkItem;

/** 一行: does it for one case, in its own transaction together with the mark that it is done. */
@ApplicationScoped
class DoLine {

    @Inject
    Batches batches;

    @Inject
    OfficerSource officers;

    @Inject
    CaseActions actions;

    @Inject
    DecideCase decide;

    @Inject
    CaseDesk desk;

    @Transactional(TxType.REQUIRES_NEW)
    public void perform(UUID batch, int line) {
        Batches.Waiting row = batches.take(batch, line).orElse(null);
        if (row == null) {
            return;
        }
        Batches.Head head = batches.head(batch);
        // His posts as they are now: who has lost one since does nothing more there.
        Actor actor = officers.officer(head.officer(), head.channel()).orElseThrow(() -> Refusal.forbidden("办理人已经离岗。"));
        CaseNo no = CaseNo.parse(row.caseNo()).orElseThrow(() -> Refusal.notFound("这个办件"));
        String said = head.handover() ? handOver(actor, no, row, head) : act(actor, no, row, head);
        batches.done(batch, line, said);
    }

    private String act(Actor actor, CaseNo no, Batches.Waiting row, Batches.Head head) {
        CaseAction action = CaseAction.valueOf(head.action());
        if (action == CaseAction.REVIEW || action == CaseAction.DECIDE) {
            requireBatch(desk.look(actor, no), row.workId());
        }
        if (action == CaseAction.DECIDE) {
            decide.decideTogether(actor, no, row.workId(), row.seen(), batches.fields(head, DecideCase.Decision.class));
        } else {
            actions.perform(
                    actor, no, new ActionRequest(action, row.seen(), row.workId(), batches.fields(head), Proof.NONE));
        }
        return "已办理";
    }

    /** 可否批量 stands in the item, step by step. */
    private static void requireBatch(OpenCase open, UUID workItem) {
        open.work().all().stream()
                .filter(work ->
                        work.publicId().equals(workItem) && !work.taskId().isEmpty())
                .findFirst()
                .filter(work -> !open.step(work).batch())
                .ifPresent(work -> {
                    throw Refusal.conflict("NOT_IN_BATCH", "“" + work.stepName() + "”环节不允许批量办理，请打开办件逐件办理。");
                });
    }

    private String handOver(Actor by, CaseNo no, Batches.Waiting row, Batches.Head head) {
        OpenCase open = desk.openFor(by, no);
        WorkItem work = open.work().all().stream()
                .filter(found -> found.publicId().equals(row.workId()))
                .filter(found -> found.assignedTo(head.from()) || found.givenBy(head.from()))
                .findFirst()
                .orElse(null);
        if (work == null) {
            return "已不在其名下，无须交接";
        }
        boolean may = open.avoids(head.to()).isEmpty();
        if (work.givenBy(head.from())) {
            work.givenOver(head.to());
        }
        if (work.assignedTo(head.from())) {
            work.giveTo(may ? head.to() : null);
        }
        open.work().changed(work);
        open.event(
                EventType.WORK_HANDED_OVER,
                OpenCase.body()
                        .put("step", work.stepKey())
                        .put("from", "officer:" + head.from())
                        .put("to", may ? "officer:" + head.to() : work.queue().toString()));
        desk.close(open);
        return may ? "已交接" : "接手人与本件应当回避，已退回岗位";
    }
}
