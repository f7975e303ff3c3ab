package org.yiwang.workflow.correction;

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
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 答复预审退回: only the applicant's consent returns the papers; his "no" leaves the case where it was. */
@ApplicationScoped
public class AnswerPreReturn implements ActionUseCase<AnswerPreReturn.Answer> {

    @Inject
    CaseDesk desk;

    /** 是否同意. */
    public record Answer(Boolean agree) {}

    @Override
    public CaseAction action() {
        return CaseAction.ANSWER_PRE_RETURN;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return answer(actor, no, asked.seenVersion(), asked.fields().agree());
    }

    @Transactional
    public CaseView answer(Actor actor, CaseNo no, long seenVersion, Boolean agree) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ANSWER_PRE_RETURN);
        open.sees(seenVersion);
        if (agree == null) {
            throw Refusal.invalid("agree", "REQUIRED", "请选择同意或者不同意退回修改。");
        }
        CaseRecord offer = open.openRecord(RecordKind.PRE_RETURN)
                .orElseThrow(() -> Refusal.conflict("NOT_OFFERED", "目前没有需要您答复的退回提议。"));
        ObjectNode words = (ObjectNode) open.words(offer);
        open.closeRecord(offer, agree ? "AGREED" : "DECLINED", words);
        open.move(CaseAction.ANSWER_PRE_RETURN, agree ? CaseStatus.PRE_RETURNED : CaseStatus.SUBMITTED);
        open.event(EventType.PRE_RETURN_ANSWERED, OpenCase.body().put("agreed", agree));
        if (agree) {
            open.work().closeAll();
        } else {
            open.tell(open.item().intake().toString(), "work.preReturnDeclined", OpenCase.body());
        }
        return desk.close(open);
    }
}
