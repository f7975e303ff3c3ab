package org.yiwang.workflow.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.StatusText;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.interest.internal.InterestRows;

/** 陈述申辩: an interested party states with his own account what he has to say; he needs to see nothing of the case for it. */
@ApplicationScoped
public class StateInterest {

    @Inject
    CaseDesk desk;

    @Inject
    InterestRows rows;

    /**
     * States it, once.
     *
     * @param id of his record, as {@link ReadInterests} gave it; that of somebody else is not found (404)
     */
    @Transactional
    public void state(Actor actor, UUID id, Statement statement) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("工作人员代为登记的，请在办件页面办理。");
        }
        InterestRows.Row row = rows.one(actor.id(), id).orElseThrow(() -> Refusal.notFound("这项告知"));
        OpenCase open = desk.openFor(actor, row.caseId());
        boolean lawful =
                Transitions.lawful(CaseAction.RECORD_STATEMENT, open.file().status());
        if (!lawful || open.file().archivedAt() != null) {
            throw Refusal.conflict(
                    "INTEREST_CLOSED", "办件目前处于“" + StatusText.of(open.file().status()) + "”，不能再提交陈述。");
        }
        CaseRecord entry = open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        statement.put(open, entry);
        open.outsidersEvent(
                EventType.INTEREST_STATED,
                OpenCase.body().put("party", id.toString()).put("outcome", statement.outcome()));
        desk.close(open);
    }
}
