package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
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

/** 提议预审退回: something small is wrong and the applicant may prefer to change it himself. Not an act of law: without his
 * consent nothing happens, and the five days run on (行政许可法 §32(4) may not be evaded by it). */
@ApplicationScoped
public class OfferPreReturn implements ActionUseCase<ActionUseCase.Reason> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.OFFER_PRE_RETURN;
    }

    @Override
    public Class<Reason> fields() {
        return Reason.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Reason> asked) {
        return offer(actor, no, asked.seenVersion(), asked.fields().reason());
    }

    @Transactional
    public CaseView offer(Actor actor, CaseNo no, long seenVersion, String reason) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.OFFER_PRE_RETURN);
        open.sees(seenVersion);
        ObjectNode said = new Words().required("reason", "建议修改的内容", reason).checked();
        if (open.openRecord(RecordKind.PRE_RETURN).isPresent()) {
            throw Refusal.conflict("OFFERED_ALREADY", "已经提议退回修改，正在等待申请人答复。");
        }
        LocalDate dueOn = open.dueOn(ClockKind.ACCEPT).orElse(null);
        open.note(RecordKind.PRE_RETURN, "", "OFFERED", dueOn, true, said);
        open.touch();
        open.event(EventType.PRE_RETURN_OFFERED, OpenCase.body());
        open.tellApplicant("case.preReturnOffered", OpenCase.body().put("dueOn", String.valueOf(dueOn)));
        return desk.close(open);
    }
}
