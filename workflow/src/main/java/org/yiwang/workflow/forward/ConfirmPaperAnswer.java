package org.yiwang.workflow.forward;

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

/**
 * 复核上级书面答复: a second person compares what was typed with the scan. Confirmed, it has the consequences of a message
 * from above; not confirmed, the answer is still awaited.
 */
@ApplicationScoped
public class ConfirmPaperAnswer implements ActionUseCase<ConfirmPaperAnswer.Comparison> {

    @Inject
    CaseDesk desk;

    @Inject
    SettleAnswer settle;

    /**
     * 复核.
     *
     * @param agrees does what was typed say what the scan says?
     * @param reason why not; needed then
     */
    public record Comparison(Boolean agrees, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.CONFIRM_PAPER_ANSWER;
    }

    @Override
    public Class<Comparison> fields() {
        return Comparison.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Comparison> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.CONFIRM_PAPER_ANSWER);
        open.sees(asked.seenVersion());
        CaseRecord typed = open.openRecord(RecordKind.PAPER_ANSWER)
                .orElseThrow(() -> Refusal.conflict("NOTHING_TYPED", "没有等待复核的书面答复。"));
        if (typed.officerId() == open.actor().id()) {
            throw Refusal.conflict("FOUR_EYES", "登记人不能自己复核，请由另一名人员对照扫描件复核。");
        }
        Comparison said = asked.fields();
        Words words = new Words();
        if (said.agrees() == null) {
            words.problem("agrees", "REQUIRED", "请选择登记内容与扫描件是否一致。");
        } else if (!said.agrees()) {
            words.required("reason", "不一致之处", said.reason());
        }
        words.checked();
        if (said.agrees()) {
            confirm(open, typed);
        } else {
            reject(open, typed, said.reason().strip());
        }
        return desk.close(open);
    }

    private void confirm(OpenCase open, CaseRecord typed) {
        ObjectNode words = (ObjectNode) open.words(typed);
        words.put("confirmedBy", open.actor().id());
        open.closeRecord(typed, "CONFIRMED", words);
        CaseRecord report = open.openRecord(RecordKind.FORWARDING).orElseThrow();
        AnswerFromAbove.Kind answer =
                AnswerFromAbove.Kind.valueOf(words.path("answer").asText());
        ObjectNode answered = words.deepCopy().put(SettleAnswer.PAPER, true);
        answered.remove("answer");
        settle.settle(open, report, CaseAction.CONFIRM_PAPER_ANSWER, answer, answered);
    }

    private static void reject(OpenCase open, CaseRecord typed, String reason) {
        open.closeRecord(typed, "REJECTED", ((ObjectNode) open.words(typed)).put("rejected", reason));
        open.touch();
        open.event(EventType.PAPER_ANSWER_REJECTED, OpenCase.body());
        open.tell("officer:" + typed.officerId(), "work.paperAnswerRejected", OpenCase.body());
    }
}
