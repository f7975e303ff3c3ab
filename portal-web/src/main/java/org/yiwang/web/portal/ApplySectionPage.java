package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.SaveDraft;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/**
 * 填写一节: one section of the form. Every send saves what was typed, right or wrong, and answers with a redirect; so
 * nothing is lost, going back never asks to send again, and errors are shown from the draft.
 */
@Named("applySection")
@RequestScoped
@At("/apply/{draft}/section/{section}")
public class ApplySectionPage implements PortalPage {

    @Inject
    DraftAtHand draft;

    @Inject
    SaveDraft saveDraft;

    @Inject
    Page page;

    private Section section;
    private SectionForm form;
    private List<FieldView> fields = List.of();
    private boolean more;
    private String from = "";

    @Override
    public String section() {
        return "mine";
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply get(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        more = visit.has("more");
        List<Problem> problems = visit.has("errors") ? draft.problemsOf(section.key()) : List.of();
        show(draft.getView().answers(), problems, visit.param("add"));
        return Reply.show("apply-section");
    }

    private Optional<Reply> open(Visit visit) {
        Optional<Reply> elsewhere = draft.open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        from = visit.param("from").equals("check") ? "check" : "";
        section = draft.getView()
                .item()
                .form()
                .section(visit.variable("section"))
                .orElseThrow(() -> Refusal.notFound("这一页表单"));
        form = new SectionForm(draft.getView().item().form(), section);
        page.setTitle(page.say(section.title()));
        return Optional.empty();
    }

    private void show(JsonNode answers, List<Problem> problems, String oneMoreRow) {
        fields = form.fields(answers, problems, oneMoreRow);
        for (Problem problem : problems) {
            page.trouble(FieldView.idOf(SectionForm.inputName(problem.path())), problem.message());
        }
    }

    @Override
    public Reply post(Visit visit) {
        Optional<Reply> elsewhere = open(visit);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        ObjectNode typed = form.read(visit.allParams());
        Act act = Act.of(visit.param("_do"));
        act.changeRows(typed);
        try {
            long seen = parseVersion(visit.param("_version"));
            draft.replace(saveDraft.save(visit.actor(), draft.getView().id(), seen, typed));
        } catch (Refusal refusal) {
            return keepTyped(refusal, typed);
        }
        return visit.go("/apply/" + draft.getView().id() + next(visit, act));
    }

    /** Somebody saved the draft elsewhere meanwhile: show it with what was typed here; sending again keeps this. */
    private Reply keepTyped(Refusal refusal, ObjectNode typed) {
        if (refusal.kind() != Refusal.Kind.STALE && refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        ObjectNode answers = draft.getView().answers().deepCopy();
        answers.setAll(typed);
        show(answers, List.of(), "");
        page.trouble("", page.t("apply.stale"));
        return Reply.again("apply-section");
    }

    private String next(Visit visit, Act act) {
        String here = "/section/" + section.key();
        String keepFrom = from.isEmpty() ? "" : "&from=" + from;
        return switch (act.verb()) {
            case "leave" -> "";
            case "add" -> here + "?add=" + page.encode(act.field()) + keepFrom + "#" + FieldView.idOf(act.field());
            case "remove" -> here + "?removed=1" + keepFrom + "#" + FieldView.idOf(act.field());
            default -> {
                Optional<String> due = newlyDue(visit);
                if (due.isPresent()) {
                    yield here + "?more=1" + keepFrom + "#" + FieldView.idOf(due.get());
                }
                if (!draft.problemsOf(section.key()).isEmpty()) {
                    yield here + "?errors=1" + keepFrom;
                }
                yield from.equals("check") ? "/check" : draft.after(here);
            }
        };
    }

    /** The first question that these answers call for and that was not on the page sent. */
    private Optional<String> newlyDue(Visit visit) {
        Set<String> seen = new HashSet<>(visit.params("_shown"));
        return draft.sections().stream()
                .filter(visible -> visible.key().equals(section.key()))
                .flatMap(visible -> visible.fields().stream())
                .map(field -> field.key())
                .filter(key -> !seen.contains(key))
                .findFirst();
    }

    private static long parseVersion(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refusal.conflict("STALE", "页面缺少版本号，请刷新后再试。");
        }
    }

    /**
     * 按钮: which button was pressed.
     *
     * @param verb continue, leave, add or remove
     * @param field the repeating question
     * @param row which of its rows
     */
    private record Act(String verb, String field, int row) {

        static Act of(String text) {
            String[] parts = text.split(":");
            String field = parts.length > 1 ? parts[1] : "";
            int row = parts.length > 2 && parts[2].matches("\\d{1,3}") ? Integer.parseInt(parts[2]) : -1;
            return new Act(parts[0], field, row);
        }

        void changeRows(ObjectNode typed) {
            if (!typed.has(field) || !(typed.get(field) instanceof ArrayNode rows)) {
                return;
            }
            if (verb.equals("remove") && row >= 0 && row < rows.size()) {
                rows.remove(row);
            }
        }
    }

    public Section getSection() {
        return section;
    }

    public List<FieldView> getFields() {
        return fields;
    }

    public boolean isMore() {
        return more;
    }

    public String getFrom() {
        return from;
    }

    public String getHere() {
        return "/section/" + section.key();
    }

    /** Answers of earlier sections that the script needs for its conditions. */
    public String getEarlier() {
        return form.earlier(draft.getView().answers()).toString();
    }

    /** Which page of the form this is. */
    public int getNumber() {
        List<Section> sections = draft.sections();
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).key().equals(section.key())) {
                return i + 1;
            }
        }
        return 1;
    }

    public int getCount() {
        return draft.sections().size();
    }
}
