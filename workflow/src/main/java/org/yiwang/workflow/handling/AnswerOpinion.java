package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.worklist.WorkItem;

/** 答复征求的意见: for the one who asked; the answer of the step remains his. */
@ApplicationScoped
public class AnswerOpinion implements ActionUseCase<AnswerOpinion.Answer> {

    @Inject
    CaseDesk desk;

    /** 答复. */
    public record Answer(String text) {}

    @Override
    public CaseAction action() {
        return CaseAction.ANSWER_OPINION;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return answer(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView answer(Actor actor, CaseNo no, UUID workItem, long seenVersion, Answer answer) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.ANSWER_OPINION, workItem);
        open.requireMine(work);
        if (!work.part().asked()) {
            throw Refusal.conflict("NOT_ASKED", "这项待办不是征求意见。");
        }
        ObjectNode said = new Words().required("text", "答复意见", answer.text()).checked();
        open.note(RecordKind.ADVICE, work.stepKey(), "ANSWERED", null, false, said);
        open.event(
                EventType.ADVICE_GIVEN,
                OpenCase.body()
                        .put("step", work.stepKey())
                        .put("post", work.queue().toString()));
        open.work().close(work);
        open.tell("officer:" + work.givenBy(), "work.advice", OpenCase.body().put("step", work.stepName()));
        return desk.close(open);
    }
}
