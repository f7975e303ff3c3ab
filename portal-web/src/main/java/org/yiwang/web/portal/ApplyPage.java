package org.yiwang.web.portal;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.yiwang.web.component.Page;

/**
 * 申请中的一页: what the pages of filling in an application have in common. Each works on the draft of its URL, leads to the
 * receipt once that is submitted, and comes back to the check page when one has come from there.
 */
public abstract class ApplyPage implements OwnPage {

    @Inject
    protected DraftAtHand draft;

    @Inject
    protected FormOnce once;

    @Inject
    protected Page page;

    private String from = "";

    /** The draft is at hand: what the window is called, and what else both show and take need. */
    protected abstract String prepare(Visit visit);

    protected abstract Reply show(Visit visit);

    /** The form of this page was sent. */
    protected abstract Reply take(Visit visit);

    @Override
    public Reply get(Visit visit) {
        return open(visit).orElseGet(() -> show(visit));
    }

    @Override
    public Reply post(Visit visit) {
        return open(visit).orElseGet(() -> take(visit));
    }

    private Optional<Reply> open(Visit visit) {
        from = visit.param("from").equals("check") ? "check" : "";
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isEmpty()) {
            page.setTitle(prepare(visit));
        }
        return elsewhere;
    }

    /** Does the work of a form once and goes on to the path of this application that it names. */
    protected Reply goOnce(Visit visit, Supplier<String> work) {
        return visit.go(once.go(visit, () -> "/apply/" + draft.getView().id() + work.get()));
    }

    /** A path with what this page remembers of where one came from. */
    protected String here(String path, String query) {
        String keep = from.isEmpty() ? query : query.isEmpty() ? "from=" + from : query + "&from=" + from;
        return keep.isEmpty() ? path : path + "?" + keep;
    }

    /** Where Continue leads: back to the check page for those who came from it. */
    protected String onwards(String path) {
        return from.equals("check") ? "/check" : draft.after(path);
    }

    public String getFrom() {
        return from;
    }
}
