package org.yiwang.workflow.avoidance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Directory;

/** 申明回避: an officer says himself that he has a stake in the case; from then on he has no part in it. */
@ApplicationScoped
public class DeclareAvoidance implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Inject
    Release release;

    @Inject
    Directory directory;

    @Override
    public CaseAction action() {
        return CaseAction.DECLARE_AVOIDANCE;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return declare(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView declare(Actor actor, CaseNo no, long seenVersion, String reason) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DECLARE_AVOIDANCE);
        open.sees(seenVersion);
        ObjectNode said = new Words().required("reason", "回避事由", reason).checked();
        open.note(RecordKind.AVOIDANCE, "officer:" + actor.id(), "AVOIDS", null, false, said);
        open.event(EventType.AVOIDANCE_DECLARED, OpenCase.body());
        release.from(open, directory.officer(actor.id()).orElseThrow());
        return desk.close(open);
    }
}
