package org.yiwang.workflow.forward;

import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 依批复办理: what the higher authority decides is decided here as it says, and not before it says it. */
public final class FollowAbove {

    private FollowAbove() {}

    /** Refuses a decision of our own in an item that is decided above (409). */
    public static void require(OpenCase open, DecisionKind decision) {
        if (open.item().forwarding().isEmpty()) {
            return;
        }
        CaseRecord answer = open.records(RecordKind.FORWARDING).stream()
                .filter(CaseRecord::decidedAbove)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOT_DECIDED_ABOVE", "这个事项由上级机关决定，收到批复之前不能作出决定；还没有上报的，请退回初审上报。"));
        boolean granted = answer.outcome().equals("GRANTED");
        if (granted != (decision == DecisionKind.GRANT)) {
            throw Refusal.conflict("DIFFERS_FROM_ABOVE", "上级机关批复" + (granted ? "准予" : "不予") + "，应当按批复作出决定。");
        }
    }
}
