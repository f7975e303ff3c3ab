package org.yiwang.forms.filling;

import java.util.Optional;

/**
 * 定稿结果: either the submission that was made now, or the case an earlier one led to.
 *
 * @param submission null if {@code already} is present
 */
public record Frozen(Submission submission, Optional<String> already) {

    static Frozen of(Submission submission) {
        return new Frozen(submission, Optional.empty());
    }

    /** The draft was submitted before; this is the case it led to. */
    public static Frozen already(String caseNo) {
        return new Frozen(null, Optional.of(caseNo));
    }
}
