package org.yiwang.workflow.proposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.ReturnedMaterials;
import org.yiwang.workflow.delivery.RefundFee;
import org.yiwang.workflow.stage.TakeBackStage;

/** 终止: the applicant is no more, or there is nothing left to decide; he or who follows him is told why and what comes back. */
@ApplicationScoped
public class TerminateCase implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    TakeBackStage first;

    @Inject
    RefundFee refund;

    @Inject
    ReturnedMaterials returned;

    @Override
    public CaseAction action() {
        return CaseAction.TERMINATE;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return terminate(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView terminate(Actor actor, CaseNo no, long seenVersion, String opinion) {
        OpenCase open = desk.open(actor, no);
        ObjectNode said = Proposals.approve(open, Measure.TERMINATE, seenVersion, opinion);
        open.move(CaseAction.TERMINATE, CaseStatus.TERMINATED);
        ending.end(open);
        first.takeBack(open, "办理终止，已失效");
        open.event(EventType.CASE_TERMINATED, OpenCase.body());
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        returned.into(
                open,
                data.putObject("termination")
                        .put("cause", "没有继续办理的必要")
                        .put("reason", said.path("reason").asText()));
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.terminated", OpenCase.body());
        return desk.close(open);
    }
}
