package org.yiwang.workflow.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.batch.internal.Batches;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.Words;

/**
 * 批量办理: orders one action over many pieces of work. Claiming and transferring always; agreeing and deciding only where the
 * item allows it for the step, which each line is asked for itself. A decision takes one fresh proof for all of them.
 */
@ApplicationScoped
public class OrderBatch {

    /** As many as somebody can answer for having looked at. */
    public static final int MOST = 200;

    private static final Set<CaseAction> POSSIBLE =
            EnumSet.of(CaseAction.CLAIM, CaseAction.TRANSFER, CaseAction.REVIEW, CaseAction.DECIDE);

    @Inject
    Batches batches;

    @Inject
    ConfirmIdentity confirmations;

    @Inject
    Clock clock;

    /** 选中的待办, with the version that was seen. */
    public record Selected(String caseNo, UUID workItemId, long seenVersion) {}

    /**
     * 批量内容.
     *
     * @param fields the fields of the action, the same for all
     */
    public record Order(CaseAction action, List<Selected> items, ObjectNode fields) {}

    @Transactional
    public BatchView order(Actor actor, Order order, Proof proof) {
        if (!actor.officer()) {
            throw Refusal.forbidden("批量办理只对工作人员开放。");
        }
        if (order.action() == null || !POSSIBLE.contains(order.action())) {
            throw Refusal.invalid("action", "NOT_IN_BATCH", "只有签收、转办、同意和决定可以批量办理。");
        }
        items(order.items());
        JsonNode fields = order.fields() == null
                ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                : order.fields();
        fields(order.action(), fields);
        if (order.action() == CaseAction.DECIDE) {
            confirmations.use(proof);
        }
        UUID id = batches.add(actor, order.action().name(), fields, clock.instant());
        batches.lines(id, order.items());
        batches.start(id, 0);
        return batches.view(id);
    }

    private static void items(List<Selected> items) {
        if (items == null || items.isEmpty()) {
            throw Refusal.invalid("items", "REQUIRED", "请先选择要办理的待办。");
        }
        if (items.size() > MOST) {
            throw Refusal.invalid("items", "TOO_MANY", "一次最多选择 " + MOST + " 件，请分批办理。");
        }
        boolean whole =
                items.stream().allMatch(item -> item != null && item.caseNo() != null && item.workItemId() != null);
        if (!whole || items.stream().map(Selected::workItemId).distinct().count() < items.size()) {
            throw Refusal.invalid("items", "FORMAT", "每一项要有编号和待办标识，且不能重复。");
        }
    }

    /** What is the same for all is checked at once, not two hundred times. */
    private static void fields(CaseAction action, JsonNode fields) {
        switch (action) {
            case REVIEW -> {
                if (!fields.path("opinion").asText().equals("AGREE")) {
                    throw Refusal.invalid("opinion", "ONLY_AGREE", "批量只能出具同意意见；不同意的请逐件办理、写明理由。");
                }
                new Words()
                        .required("text", "审查意见", fields.path("text").asText(""))
                        .checked();
            }
            case DECIDE -> {
                Words words = new Words()
                        .required("reason", "决定理由", fields.path("reason").asText(""))
                        .required(
                                "legalBasis", "法律依据", fields.path("legalBasis").asText(""));
                if (!fields.path("decision").asText().equals("GRANT")) {
                    words.problem("decision", "ONLY_GRANT", "批量只能作出准予决定；不予的请逐件办理、写明理由。");
                }
                words.checked();
            }
            default -> {
                // a claim says all by itself; whom to transfer to is looked at for each post
            }
        }
    }
}
