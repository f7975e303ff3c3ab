package org.yiwang.workflow.proposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;

/** 批示: what all answers to a proposal have in common; nobody answers his own (审批分离). */
final class Proposals {

    private Proposals() {}

    /** 批准: closes the proposal and answers what was proposed, with the approval's words in it. */
    static ObjectNode approve(OpenCase open, Measure measure, long seenVersion, String opinion) {
        open.require(measure.approval());
        open.sees(seenVersion);
        return answer(open, measure, "APPROVED", opinion);
    }

    /** 不批准. */
    static void reject(OpenCase open, Measure measure, long seenVersion, String opinion) {
        open.require(CaseAction.REJECT_PROPOSAL);
        open.sees(seenVersion);
        answer(open, measure, "REJECTED", opinion);
    }

    private static ObjectNode answer(OpenCase open, Measure measure, String outcome, String opinion) {
        CaseRecord proposal = open.proposal(measure)
                .orElseThrow(() -> Refusal.conflict("NOT_PROPOSED", "没有等待批示的“" + measure.chinese() + "”请示，须先由承办人员请示。"));
        if (proposal.by(open.actor().id())) {
            throw Refusal.conflict("FOUR_EYES", "请示人不能批示自己的请示，请由其他负责人批示。");
        }
        ObjectNode said = (ObjectNode) open.words(proposal);
        said.put(
                "approval",
                new Words()
                        .required("reason", "批示意见", opinion)
                        .checked()
                        .path("reason")
                        .asText());
        said.put("approvedBy", open.actor().id());
        open.closeRecord(proposal, outcome, said);
        open.touch();
        return said;
    }
}
