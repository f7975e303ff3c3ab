package org.yiwang.web.portal;

import org.yiwang.forms.platform.Refusal;

/** 应答: what a page wants to happen next. */
public sealed interface Reply {

    /** Show a view below {@code /public}, without extension. */
    record Show(String view, int status) implements Reply {}

    /** Go to a path of this site (post/redirect/get). */
    record Go(String url) implements Reply {}

    /** Send bytes as a file. */
    record File(String name, String type, byte[] bytes, boolean download) implements Reply {}

    /** The visitor has kept the page, and it still holds: 304. */
    record Unchanged() implements Reply {}

    static Reply show(String view) {
        return new Show(view, 200);
    }

    /** The same form again, with what is wrong with it: an answer to the visitor, not a failure of the browser's. */
    static Reply again(String view) {
        return new Show(view, 200);
    }

    /** The same page with a refusal on it. */
    static Reply refused(String view, Refusal refusal) {
        return new Show(
                view,
                refusal.kind() == Refusal.Kind.INVALID ? 200 : refusal.kind().status());
    }

    static Reply go(String url) {
        return new Go(url);
    }

    /** What is not there for this visitor, or not his, is no matter of a form: the error page answers. */
    static void passOn(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
    }
}
