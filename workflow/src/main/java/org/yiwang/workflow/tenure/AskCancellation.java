package org.yiwang.workflow.tenure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/** 申请注销: the holder wants what he was granted no longer; an officer looks into it and somebody else decides. */
@ApplicationScoped
public class AskCancellation implements ActionUseCase<ActionUseCase.Reason> {

    /** 决定期限 (行政许可法 §42, §82). */
    private static final Span TO_DECIDE = new Span(20, LimitUnit.WORKDAY);

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.ASK_CANCELLATION;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ASK_CANCELLATION);
        open.sees(asked.seenVersion());
        ProposeEnding.requireValid(open);
        if (open.openRecord(RecordKind.LICENCE_ENDING).isPresent()) {
            throw Refusal.conflict("ENDING_RUNS", "注销已经申请或者正在办理，不用再次申请。");
        }
        ObjectNode said = new Words()
                .required("reason", "申请注销的理由", asked.fields().reason())
                .checked();
        said.put("ground", EndingGround.HOLDER_ASKED.name())
                .put("request", said.path("reason").asText());
        open.note(RecordKind.LICENCE_ENDING, EndingGround.Ending.CANCELLATION.name(), "ASKED", null, true, said);
        open.clocks().start(ClockKind.ENDING, "", TO_DECIDE, "《中华人民共和国行政许可法》第四十二条", open.now());
        open.touch();
        open.event(EventType.CANCELLATION_ASKED, OpenCase.body());
        open.tellApplicant("ending.asked", OpenCase.body());
        open.tell(open.item().intake().toString(), "work.endingAsked", OpenCase.body());
        return desk.close(open);
    }
}
