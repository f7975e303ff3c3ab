package org.yiwang.workflow.casefile;

import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Refusal;

/**
 * 办件动作的用例: a use case that programs and pages reach by the name of its action. It says itself which action it performs
 * and which fields it takes; a new action needs no other list.
 *
 * @param <F> record of the action's own fields; {@link NoFields} where there are none
 */
public interface ActionUseCase<F> {

    CaseAction action();

    /** The fields it takes; they are read from JSON, and a field it does not know is refused. */
    Class<F> fields();

    CaseView perform(Actor actor, CaseNo no, Asked<F> asked);

    /**
     * 事前查询: what has to be asked of a system that is not ours. Called before the transaction begins and anything is locked;
     * what is found goes into {@link Asked#found}. It checks nothing and changes nothing, and does not fail: a system that
     * is away is nothing found.
     */
    default Object beforehand(CaseNo no, F fields) {
        return null;
    }

    /** 无字段: for actions that need nothing but to be asked for. */
    record NoFields() {}

    /** 理由: for actions that need one sentence and nothing else. */
    record Reason(String reason) {}

    /**
     * 请求.
     *
     * @param seenVersion version of what the actor looked at: the work item for CLAIM, REVIEW, TRANSFER; the case otherwise
     * @param workItemId null where the action needs none
     * @param proof that it is he, for the action that asks once more (DECIDE)
     * @param found what {@link #beforehand} found; null where nothing was asked or nobody answered
     */
    record Asked<F>(long seenVersion, UUID workItemId, F fields, Proof proof, Object found) {

        public Asked(long seenVersion, UUID workItemId, F fields, Proof proof) {
            this(seenVersion, workItemId, fields, proof, null);
        }

        /** The work item the actor means, for actions on one. */
        public UUID workItem() {
            if (workItemId == null) {
                throw Refusal.invalid("workItemId", "REQUIRED", "请指明办理哪一项待办（workItemId）。");
            }
            return workItemId;
        }
    }
}
