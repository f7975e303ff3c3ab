package org.yiwang.workflow.rescission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/** 陈述申辩: what the person says to it, in his own words; whoever decides has to have read it. */
@ApplicationScoped
public class StateDefence implements ActionUseCase<StateDefence.Defence> {

    @Inject
    CaseDesk desk;

    /** 陈述申辩内容. */
    public record Defence(String text) {}

    @Override
    public CaseAction action() {
        return CaseAction.STATE_DEFENCE;
    }

    @Override
    public Class<Defence> fields() {
        return Defence.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Defence> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.STATE_DEFENCE);
        open.sees(asked.seenVersion());
        CaseRecord entry = open.openRecord(RecordKind.RESCISSION)
                .or(() -> open.openRecord(RecordKind.LICENCE_ENDING))
                .filter(record -> record.outcome().equals("TOLD"))
                .orElseThrow(() -> Refusal.conflict("NOT_ASKED", "本件没有等待您陈述申辩的事项，或者您已经陈述过。"));
        if (entry.dueOn() != null && open.today().isAfter(entry.dueOn())) {
            throw Refusal.conflict("DEFENCE_OVER", "陈述申辩的期限已过；对决定不服的，可以依法申请行政复议或者提起诉讼。");
        }
        String text = new Words()
                .required("text", "陈述申辩", asked.fields().text())
                .checked()
                .path("text")
                .asText();
        ObjectNode words = (ObjectNode) open.words(entry);
        open.amendRecord(entry, "HEARD", entry.dueOn(), words.put("defence", text));
        open.clocks().stop(ClockKind.DEFENCE, open.now());
        open.touch();
        open.event(EventType.DEFENCE_STATED, OpenCase.body());
        open.tellApplicant("rescission.heard", OpenCase.body());
        return desk.close(open);
    }
}
