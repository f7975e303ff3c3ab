package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.situation.SituationQuestions;
import org.yiwang.forms.filling.AttachMaterial;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;

/**
 * 填写一节: one section of the form. Every send saves what was typed, right or wrong, and answers with a redirect; so
 * nothing is lost, going back never asks to send again, and errors are shown from the draft.
 */
@Named("applySection")
@RequestScoped
@At("/apply/{draft}/section/{section}")
public class ApplySectionPage extends ApplyPage {

    @Inject
    SectionAtHand at;

    @Inject
    SaveDraft saveDraft;

    @Inject
    AttachMaterial attach;

    private boolean more;

    @Override
    protected String prepare(Visit visit) {
        at.open(draft.getView().item().form(), visit.variable("section"));
        return page.say(at.getSection().title());
    }

    @Override
    protected Reply show(Visit visit) {
        more = visit.has("more");
        List<Problem> problems = visit.has("errors") ? draft.problemsOf(key()) : List.of();
        at.show(
                draft.getView().answers(),
                problems,
                visit.param("rows"),
                draft.getView().changed());
        return Reply.show("apply-section");
    }

    @Override
    protected Reply take(Visit visit) {
        ObjectNode typed = at.typed(visit);
        if (at.verb().equals(Autosave.VERB)) {
            return autosave(visit, typed);
        }
        takeFiles(visit);
        boolean filesRefused = !page.getTroubles().isEmpty();
        try {
            long seen = CaseForms.version(visit);
            if (filesRefused) {
                draft.replace(saveDraft.save(visit.actor(), draft.getView().id(), seen, typed));
                at.show(draft.getView().answers(), List.of(), at.rowsToShow(typed));
                return Reply.again("apply-section");
            }
            return goOnce(visit, () -> {
                draft.replace(saveDraft.save(visit.actor(), draft.getView().id(), seen, typed));
                return next(visit, typed);
            });
        } catch (Refusal refusal) {
            return keepTyped(refusal, typed);
        }
    }

    /** The script saves while somebody pauses: nothing is said about what is wrong, for nobody has pressed a button. */
    private Reply autosave(Visit visit, ObjectNode typed) {
        try {
            draft.replace(saveDraft.save(visit.actor(), draft.getView().id(), CaseForms.version(visit), typed));
        } catch (Refusal refusal) {
            return Autosave.refused(refusal);
        }
        at.show(draft.getView().answers(), List.of(), "");
        return Autosave.saved(draft.getView(), typed, at.getFields(), page.mode());
    }

    /** Files that stand beside their questions; those that are good are kept whatever is wrong with the rest. */
    private void takeFiles(Visit visit) {
        for (Field field : at.getSection().fields()) {
            if (field.material().isEmpty()) {
                continue;
            }
            String need = field.material().get();
            for (Part part : visit.files("m-" + need)) {
                try {
                    once.file(visit, part, upload -> attach.attach(
                                    visit.actor(), draft.getView().id(), need, upload)
                            .id());
                } catch (Refusal refusal) {
                    page.trouble(refusal, path -> "m-" + need);
                }
            }
        }
    }

    /** Somebody saved the draft elsewhere meanwhile: show it with what was typed here; sending again keeps this. */
    private Reply keepTyped(Refusal refusal, ObjectNode typed) {
        if (refusal.kind() != Refusal.Kind.STALE && refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        ObjectNode answers = draft.getView().answers().deepCopy();
        answers.setAll(typed);
        at.show(answers, List.of(), at.rowsToShow(typed));
        page.trouble("", page.t("apply.stale"));
        return Reply.again("apply-section");
    }

    private String next(Visit visit, ObjectNode typed) {
        if (at.verb().equals("leave")) {
            return "";
        }
        String rows = at.rowsToShow(typed);
        if (!rows.isEmpty()) {
            return here(getHere(), "rows=" + rows) + "#" + at.placeOfRows(typed);
        }
        Optional<String> due = newlyDue(visit);
        if (due.isPresent()) {
            return here(getHere(), "more=1") + "#" + FieldView.idOf(due.get());
        }
        if (ruledOut()) {
            return here("/exit/" + key(), "");
        }
        return draft.problemsOf(key()).isEmpty() ? onwards(getHere()) : here(getHere(), "errors=1");
    }

    /** Whether an answer on this page shows beyond doubt that a condition is not met. */
    private boolean ruledOut() {
        return SituationQuestions.notMet(draft.getView().item(), draft.getView().answers()).stream()
                .flatMap(condition -> ApplyExitPage.keys(condition).stream())
                .anyMatch(asked -> at.getSection().fields().stream()
                        .anyMatch(field -> field.key().equals(asked)));
    }

    /** The first question that these answers call for and that was not on the page sent. */
    private Optional<String> newlyDue(Visit visit) {
        Set<String> seen = new HashSet<>(visit.params("_shown"));
        return draft.sections().stream()
                .filter(visible -> visible.key().equals(key()))
                .flatMap(visible -> visible.fields().stream())
                .map(field -> field.key())
                .filter(key -> !seen.contains(key))
                .findFirst();
    }

    private String key() {
        return at.getSection().key();
    }

    public boolean isMore() {
        return more;
    }

    public String getHere() {
        return "/section/" + key();
    }

    /** Which page of the form this is. */
    public int getNumber() {
        List<String> keys = draft.sections().stream().map(Section::key).toList();
        return Math.max(0, keys.indexOf(key())) + 1;
    }

    public int getCount() {
        return draft.sections().size();
    }
}
