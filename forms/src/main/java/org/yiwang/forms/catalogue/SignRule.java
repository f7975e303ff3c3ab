package org.yiwang.forms.catalogue;

import java.util.List;
import org.yiwang.forms.identity.Post;

/**
 * 会签与或签: a step that several sign side by side.
 *
 * @param mode whether all must sign or the first settles it
 * @param posts one signature for each of these posts; empty when all signers hold the post of the step
 * @param signers how many officers of the step's own post sign; used only without {@code posts}
 */
public record SignRule(Mode mode, List<Post> posts, int signers) {

    /** 方式. */
    public enum Mode {
        /** 会签: all sign, in any order; one "no" makes the step's answer no. */
        ALL,
        /** 或签: the first who signs settles it for all. */
        ANY
    }

    /** More would be a meeting. */
    public static final int MOST = 9;

    public SignRule {
        posts = List.copyOf(posts);
    }

    /** The queues in which a signature is asked for, one entry for each signature. */
    public List<Post> queues(Post own) {
        return posts.isEmpty() ? java.util.Collections.nCopies(signers, own) : posts;
    }
}
