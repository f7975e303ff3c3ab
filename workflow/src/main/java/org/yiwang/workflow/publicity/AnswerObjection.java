package org.yiwang.workflow.publicity;

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
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/** 答复异议: what was found of it, and whether it is right; the objector reads the answer. */
@ApplicationScoped
public class AnswerObjection implements ActionUseCase<AnswerObjection.Answer> {

    @Inject
    CaseDesk desk;

    /**
     * 答复.
     *
     * @param upheld is the objection right?
     */
    public record Answer(UUID objection, String answer, Boolean upheld) {}

    @Override
    public CaseAction action() {
        return CaseAction.ANSWER_OBJECTION;
    }

    @Override
    public Class<Answer> fields() {
        return Answer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Answer> asked) {
        return answer(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView answer(Actor actor, CaseNo no, long seenVersion, Answer answer) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ANSWER_OBJECTION);
        open.sees(seenVersion);
        CaseRecord objection = open.records(RecordKind.OBJECTION).stream()
                .filter(entry -> entry.open() && entry.id().equals(answer.objection()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("objection", "UNKNOWN_VALUE", "没有这条等待答复的异议，请刷新页面后再选择。"));
        Words words = new Words().required("answer", "核实情况和答复", answer.answer());
        if (answer.upheld() == null) {
            words.problem("upheld", "REQUIRED", "请选择异议是否成立。");
        }
        ObjectNode said = (ObjectNode) open.words(objection);
        said.setAll(words.checked());
        said.put("answeredBy", actor.id());
        open.move(CaseAction.ANSWER_OBJECTION, CaseStatus.IN_REVIEW);
        open.closeRecord(objection, answer.upheld() ? "UPHELD" : "NOT_UPHELD", said);
        open.clocks().resume(objection.id().toString(), open.now());
        open.work().redate();
        open.event(
                EventType.OBJECTION_ANSWERED,
                OpenCase.body().put("objection", objection.id().toString()).put("upheld", answer.upheld()));
        open.tell(
                "party:" + said.path("party").asLong(),
                "objection.answered",
                OpenCase.body().put("publicity", objection.stepKey()));
        return desk.close(open);
    }
}
