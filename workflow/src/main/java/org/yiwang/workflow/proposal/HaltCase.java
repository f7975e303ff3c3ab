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
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;

/** 中止: an outer cause stops the review until it is gone; every clock of the office rests and the applicant is told in writing. */
@ApplicationScoped
public class HaltCase implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.HALT;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return halt(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView halt(Actor actor, CaseNo no, long seenVersion, String opinion) {
        OpenCase open = desk.open(actor, no);
        ObjectNode said = Proposals.approve(open, Measure.HALT, seenVersion, opinion);
        open.move(CaseAction.HALT, CaseStatus.HALTED);
        open.note(RecordKind.HALT, "", "OPEN", null, true, said.deepCopy());
        String basis = said.path("legalBasis").asText();
        open.clocks()
                .pause(ClockPause.begin(SuspendKind.GENERAL, SuspendKind.GENERAL.name(), basis, open.now())
                        .approved(actor.key(), DocumentKind.HALT_NOTICE.code()));
        open.work().suspend();
        open.event(EventType.CASE_HALTED, OpenCase.body());
        ObjectNode data = OpenCase.body();
        data.set("halt", said);
        open.letter(DocumentKind.HALT_NOTICE, DocumentKind.HALT_NOTICE.template(), data);
        open.tellApplicant("case.halted", OpenCase.body());
        return desk.close(open);
    }
}
