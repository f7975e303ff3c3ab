package org.yiwang.workflow.interest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.hearing.BeginHearing;

/**
 * 利害关系人的陈述: what he says to it, once: a statement, that he wants a hearing, both, or that he wants neither.
 *
 * @param statement 陈述、申辩意见
 * @param hearing does he ask for a hearing?
 * @param waived does he state nothing?
 */
public record Statement(String statement, Boolean hearing, Boolean waived) {

    /** STATED, HEARING or WAIVED. */
    String outcome() {
        return Boolean.TRUE.equals(waived) ? "WAIVED" : Boolean.TRUE.equals(hearing) ? "HEARING" : "STATED";
    }

    /**
     * The words, checked.
     *
     * @param mayAsk was he told that he may ask for a hearing?
     * @throws Refusal 422 with the field
     */
    ObjectNode checked(boolean mayAsk) {
        boolean asks = Boolean.TRUE.equals(hearing);
        boolean waives = Boolean.TRUE.equals(waived);
        boolean says = statement != null && !statement.isBlank();
        Words words = new Words().optional("statement", "陈述、申辩意见", statement);
        if (waives && (asks || says)) {
            words.problem("waived", "CONTRADICTS", "选择了放弃，就不要再填写意见或者要求听证。");
        } else if (!waives && !asks && !says) {
            words.problem("statement", "REQUIRED", "请填写陈述、申辩意见；没有意见的，请选择放弃。");
        }
        if (asks && !mayAsk) {
            words.problem("hearing", "NO_HEARING_RIGHT", "本件没有告知听证的权利，请填写陈述、申辩意见。");
        }
        return words.checked();
    }

    /** Writes it down within another action. */
    void put(OpenCase open, CaseRecord entry) {
        if (!entry.open()) {
            throw Refusal.conflict("INTEREST_STATED", "已经陈述过或者放弃了，不能再次提交；还有新的情况，请与承办部门联系。");
        }
        if (InterestState.of(entry).over(open.today())) {
            throw Refusal.conflict("INTEREST_TIME_OVER", "陈述申辩的期限已过，视为放弃；仍有意见的，请与承办部门联系。");
        }
        ObjectNode words = (ObjectNode) open.words(entry);
        ObjectNode said = checked(words.path("hearing").asBoolean());
        words.setAll(said);
        words.put("statedAt", open.now().toString());
        open.clocks().stop(ClockKind.INTEREST, entry.id().toString(), open.now());
        open.closeRecord(entry, outcome(), words);
        open.touch();
        if (outcome().equals("HEARING")) {
            ObjectNode request = OpenCase.body();
            if (said.has("statement")) {
                request.put("request", said.path("statement").asText());
            }
            BeginHearing.begin(open, entry.id().toString(), request, "利害关系人要求听证");
            open.tellApplicant("hearing.others", OpenCase.body());
        }
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.interestStated", OpenCase.body().put("step", work.stepName())));
    }
}
