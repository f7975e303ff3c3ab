package org.yiwang.workflow.deferral;

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
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/** 免予补交: the office found elsewhere what it had waited for, such as in shared data, and says where. */
@ApplicationScoped
public class ExemptDeferred implements ActionUseCase<ExemptDeferred.Exemption> {

    @Inject
    CaseDesk desk;

    @Inject
    Settle settle;

    /** 免予补交. */
    public record Exemption(String material, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.EXEMPT_DEFERRED;
    }

    @Override
    public Class<Exemption> fields() {
        return Exemption.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Exemption> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.EXEMPT_DEFERRED);
        open.sees(asked.seenVersion());
        Exemption given = asked.fields();
        new Words()
                .required("material", "免予补交的材料", given.material())
                .required("reason", "免予补交的理由", given.reason())
                .checked();
        CaseRecord entry = Deferrals.owed(open, given.material());
        ObjectNode words = (ObjectNode) open.words(entry);
        words.put("exemption", given.reason().strip());
        open.closeRecord(entry, DeferralState.EXEMPTED.name(), words);
        open.clocks().stop(ClockKind.DEFERRED, entry.stepKey(), open.now());
        open.touch();
        open.event(EventType.DEFERRED_EXEMPTED, OpenCase.body().put("material", entry.stepKey()));
        open.tellApplicant("deferral.exempted", OpenCase.body());
        settle.settle(open, CaseAction.EXEMPT_DEFERRED);
        return desk.close(open);
    }
}
