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
 * @param found what was asked of the outside beforehand, see {@link CaseActions#ask}
 */
public record ActionRequest(
        CaseAction action, long seenVersion, UUID workItemId, JsonNode payload, Proof proof, Object found) {

    public ActionRequest(CaseAction action, long seenVersion, UUID workItemId, JsonNode payload, Proof proof) {
        this(action, seenVersion, workItemId, payload, proof, null);
    }

    public ActionRequest(CaseAction action, long seenVersion, UUID workItemId, JsonNode payload) {
        this(action, seenVersion, workItemId, payload, Proof.NONE);
    }
}
