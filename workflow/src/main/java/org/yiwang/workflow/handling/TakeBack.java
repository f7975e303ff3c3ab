package org.yiwang.workflow.handling;

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
import org.yiwang.workflow.review.Advance;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/** 收回: what one has delegated, the signer one added or the opinion one asked for, before it has come. */
@ApplicationScoped
public class TakeBack implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Inject
    Advance advance;

    @Override
    public CaseAction action() {
        return CaseAction.TAKE_BACK;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        return takeBack(actor, no, asked.workItem(), asked.seenVersion());
    }

    @Transactional
    public CaseView takeBack(Actor actor, CaseNo no, UUID workItem, long seenVersion) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        open.require(CaseAction.TAKE_BACK);
        WorkItem work = open.work().all().stream()
                .filter(found -> found.publicId().equals(workItem))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("WORK_DONE", "已经答复或办结，不能收回。"));
        if (!work.givenBy(actor.id())) {
            throw Refusal.forbidden("只能收回您自己委派、加签或者征求意见的工作。");
        }
        String told = work.holder();
        open.event(
                EventType.WORK_TAKEN_BACK,
                OpenCase.body()
                        .put("step", work.stepKey())
                        .put("part", work.part().name()));
        open.tell(told, "work.takenBack", OpenCase.body().put("step", work.stepName()));
        if (work.delegated()) {
            work.returned();
            open.work().changed(work);
        } else {
            withdraw(open, work);
        }
        return desk.close(open);
    }

    /** A signer who was to come after may have been the last the step waited for. */
    private void withdraw(OpenCase open, WorkItem work) {
        boolean last = work.part() == WorkPart.AFTER
                && open.work().besides(work).stream()
                        .noneMatch(other -> other.part().counts());
        if (last) {
            advance.signed(open, work);
        } else {
            open.work().close(work);
        }
    }
}
