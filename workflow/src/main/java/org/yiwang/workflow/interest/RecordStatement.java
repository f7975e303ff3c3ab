package org.yiwang.workflow.interest;

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
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 登记陈述: what an interested party said at the window or in writing, typed in for him. */
@ApplicationScoped
public class RecordStatement implements ActionUseCase<RecordStatement.Spoken> {

    @Inject
    CaseDesk desk;

    /**
     * 当面或者书面的陈述.
     *
     * @param party who of them
     */
    public record Spoken(UUID party, String statement, Boolean hearing, Boolean waived) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_STATEMENT;
    }

    @Override
    public Class<Spoken> fields() {
        return Spoken.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Spoken> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECORD_STATEMENT);
        open.sees(asked.seenVersion());
        Spoken spoken = asked.fields();
        CaseRecord entry = open.records(RecordKind.INTERESTED_PARTY).stream()
                .filter(one -> one.id().equals(spoken.party()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("party", "UNKNOWN_VALUE", "请选择是哪一位利害关系人的陈述。"));
        Statement statement = new Statement(spoken.statement(), spoken.hearing(), spoken.waived());
        statement.put(open, entry);
        open.event(
                EventType.INTEREST_STATED,
                OpenCase.body().put("party", entry.id().toString()).put("outcome", statement.outcome()));
        return desk.close(open);
    }
}
