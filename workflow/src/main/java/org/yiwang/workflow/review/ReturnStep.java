package org.yiwang.workflow.review;

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
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.worklist.WorkItem;

/** 退回上一步: inside the authority; the legal clock runs on. */
@ApplicationScoped
public class ReturnStep implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    @Override
    public CaseAction action() {
        return CaseAction.RETURN;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return giveBack(
                actor, no, asked.workItem(), asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView giveBack(Actor actor, CaseNo no, UUID workItem, long seenVersion, String reason) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.RETURN, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        String target = open.step(work)
                .returnTo()
                .orElseThrow(() -> Refusal.conflict("NO_STEP_BEFORE", "“" + work.stepName() + "”之前没有可以退回的环节。"));
        ObjectNode said = new Words().required("reason", "退回原因", reason).checked();
        open.note(RecordKind.OPINION, work.stepKey(), "RETURN", null, false, said.put("text", reason.strip()));
        open.event(
                EventType.STEP_RETURNED,
                OpenCase.body().put("step", work.stepKey()).put("to", target));
        open.touch();
        open.work().follow(process.returnTo(open.file().processId(), work.taskId(), target));
        return desk.close(open);
    }
}
