package org.yiwang.web.kiosk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.web.portal.At;
import org.yiwang.web.portal.FormOnce;
import org.yiwang.web.portal.Reply;
import org.yiwang.web.portal.SectionAtHand;
import org.yiwang.web.portal.Visit;

/** 填写一节: the same questions as on the web, from the same definition, larger. */
@Named("kioskSection")
@RequestScoped
@At("/kiosk/apply/{draft}/section/{section}")
public class SectionPage implements KioskPage {

    @Inject
    DraftAtKiosk draft;

    @Inject
    SectionAtHand at;

    @Inject
    SaveDraft saveDraft;

    @Inject
    FormOnce once;

    @Override
    public Reply get(Visit visit) {
        return open(visit).orElseGet(() -> {
            List<Problem> problems = visit.has("errors") ? draft.problemsOf(key()) : List.of();
            at.show(draft.getView().answers(), problems, visit.param("rows"));
            return Reply.show("kiosk/section");
        });
    }

    private Optional<Reply> open(Visit visit) {
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isEmpty()) {
            at.open(draft.getView().item().form(), visit.variable("section"));
        }
        return elsewhere;
    }

    /** Saves what was typed, right or wrong. */
    @Override
    public Reply post(Visit visit) {
        return open(visit).orElseGet(() -> visit.go(once.go(visit, () -> save(visit))));
    }

    private String save(Visit visit) {
        ObjectNode typed = at.typed(visit);
        draft.replace(saveDraft.save(
                visit.actor(), draft.getView().id(), draft.getView().version(), typed));
        String rows = at.rowsToShow(typed);
        String next;
        if (!rows.isEmpty()) {
            next = "/section/" + key() + "?rows=" + rows + "#" + at.placeOfRows(typed);
        } else if (draft.problemsOf(key()).isEmpty()) {
            next = draft.after(key());
        } else {
            next = "/section/" + key() + "?errors=1";
        }
        return "/kiosk/apply/" + draft.getView().id() + next;
    }

    private String key() {
        return at.getSection().key();
    }

    public int getNumber() {
        return draft.number(key());
    }

    /** The check at the end counts as a step. */
    public int getCount() {
        return draft.sections().size() + 1;
    }

    public String getBack() {
        return draft.before(key());
    }
}
