package org.yiwang.workflow.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.yiwang.forms.identity.Proof;
import org.yiwang.workflow.casefile.CaseAction;

/**
 * 动作请求: an action as the API takes it.
 *
 * @param seenVersion version of what the actor looked at: the work item for CLAIM, REVIEW, TRANSFER; the case otherwise
 * @param workItemId null where the action needs none
 * @param payload the action's own fields
 * @param proof that it is he, for the action that asks once more (DECIDE)
 */
public record ActionRequest(CaseAction action, long seenVersion, UUID workItemId, JsonNode payload, Proof proof) {

    public ActionRequest(CaseAction action, long seenVersion, UUID workItemId, JsonNode payload) {
        this(action, seenVersion, workItemId, payload, Proof.NONE);
    }
}
