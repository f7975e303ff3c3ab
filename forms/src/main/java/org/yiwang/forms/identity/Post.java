package org.yiwang.forms.identity;

/**
 * 岗位: a post in a department; work waits for posts, not for persons.
 *
 * @param department code of the department, such as {@code civil-affairs}
 * @param post key of the post within it, such as {@code reviewer}
 */
public record Post(String department, String post) {

    @Override
    public String toString() {
        return department + "/" + post;
    }

    public static Post parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1) {
            throw new IllegalArgumentException("post must read department/post: " + text);
        }
        return new Post(text.substring(0, slash), text.substring(slash + 1));
    }
}
