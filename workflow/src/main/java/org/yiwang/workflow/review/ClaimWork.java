package org.yiwang.workflow.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.worklist.WorkItem;

/** 签收待办: an officer takes a piece of work from his post's queue; the first to come gets it. */
@ApplicationScoped
public class ClaimWork implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.CLAIM;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        return claim(actor, no, asked.workItem(), asked.seenVersion());
    }

    @Transactional
    public CaseView claim(Actor actor, CaseNo no, UUID workItem, long seenVersion) {
        OpenCase open = desk.open(actor, no);
        WorkItem work = open.requireWork(CaseAction.CLAIM, workItem, seenVersion);
        open.requireMine(work);
        if (!work.assignedTo(actor.id())) {
            work.claim(actor.id());
            open.work().changed(work);
            inReview(open, CaseAction.CLAIM);
            open.event(EventType.WORK_CLAIMED, OpenCase.body().put("step", work.stepKey()));
        }
        return desk.close(open);
    }

    /** IN_REVIEW begins with the first thing an officer does after acceptance. */
    public static void inReview(OpenCase open, CaseAction action) {
        if (open.file().status() == CaseStatus.ACCEPTED) {
            open.move(action, CaseStatus.IN_REVIEW);
        }
    }
}
