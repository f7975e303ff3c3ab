package org.yiwang.web.component;

import java.util.Map;
import org.yiwang.forms.identity.Post;

/** 岗位名称: how a post is called on the desks. */
public final class PostWords {

    private static final Map<String, String> POSTS = Map.of(
            "window", "综合窗口",
            "result", "出件窗口",
            "reviewer", "审核岗",
            "director", "审批岗",
            "inspector", "核查岗",
            "officer", "经办岗");

    private PostWords() {}

    /** Its key where it has no name. */
    public static String of(Post post) {
        return POSTS.getOrDefault(post.post(), post.post());
    }
}
