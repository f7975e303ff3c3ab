package org.yiwang.workflow.proposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.SuspendKind;

/** 恢复办理: the cause of the halt is gone; the clocks go on with what was left. */
@ApplicationScoped
public class ResumeCase implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.RESUME;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return resume(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView resume(Actor actor, CaseNo no, long seenVersion, String reason) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RESUME);
        open.sees(seenVersion);
        ObjectNode said = new Words().required("reason", "恢复办理的原因", reason).checked();
        CaseRecord halt = open.openRecord(RecordKind.HALT).orElseThrow();
        open.move(CaseAction.RESUME, CaseStatus.IN_REVIEW);
        ObjectNode words = (ObjectNode) open.words(halt);
        open.closeRecord(
                halt, "RESUMED", words.put("resumed", said.path("reason").asText()));
        open.clocks().resume(SuspendKind.GENERAL.name(), open.now());
        open.work().resume();
        open.event(EventType.CASE_RESUMED, OpenCase.body());
        open.tellApplicant("case.resumed", OpenCase.body());
        return desk.close(open);
    }
}
