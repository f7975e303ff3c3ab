package org.yiwang.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.situation.SituationQuestions;

/**
 * 不符合条件: an answer that rules the application out leads here and not to an error at the question: why, on what ground,
 * where to go, and the way back to the answer. Nothing is lost, and whoever wants a written decision all the same may go
 * on: an application is refused by the authority, in writing (行政许可法 §32), never by a form.
 */
@Named("applyExit")
@RequestScoped
@At("/apply/{draft}/exit/{section}")
public class ApplyExitPage extends ApplyPage {

    @Inject
    Departments departments;

    private String section = "";

    /** 相关回答: what was answered, and where to change it. */
    public record Answer(String label, String value, String url) {}

    @Override
    protected String prepare(Visit visit) {
        section = draft.getView()
                .item()
                .form()
                .section(visit.variable("section"))
                .map(Section::key)
                .orElse("");
        return page.t("exit.title");
    }

    @Override
    protected Reply show(Visit visit) {
        return getConditions().isEmpty() ? visit.go("/apply/" + draft.getView().id()) : Reply.show("apply-exit");
    }

    @Override
    protected Reply take(Visit visit) {
        throw new MethodNotAllowed();
    }

    /** 不符合的条件. */
    public List<Eligibility> getConditions() {
        return SituationQuestions.notMet(draft.getView().item(), draft.getView().answers());
    }

    /** What was answered to the questions a condition looks at. */
    public List<Answer> answers(Eligibility condition) {
        Set<String> keys = keys(condition);
        List<DisplaySection> shown =
                draft.getView().item().form().display(draft.getView().answers(), page.language());
        return draft.sections().stream()
                .flatMap(visible -> visible.fields().stream()
                        .filter(field -> keys.contains(field.key()))
                        .map(field -> answer(visible, field, shown)))
                .toList();
    }

    private Answer answer(Section in, Field field, List<DisplaySection> shown) {
        String label = page.say(field.label());
        String value = shown.stream()
                .filter(one -> one.key().equals(in.key()))
                .flatMap(one -> one.rows().stream())
                .filter(row -> row.label().equals(label))
                .map(DisplaySection.Row::value)
                .findFirst()
                .orElse("—");
        return new Answer(label, value, draft.url("/section/" + in.key() + "#" + FieldView.idOf(field.key())));
    }

    static Set<String> keys(Eligibility condition) {
        return condition.rule().stream()
                .flatMap(rule -> rule.fields().stream())
                .map(path -> path.split("\\.")[0])
                .collect(Collectors.toSet());
    }

    /** On with the application all the same. */
    public String getOnwards() {
        return draft.url(onwards("/section/" + section));
    }

    public String getOrganisation() {
        return departments.name(draft.getView().item().organisation());
    }
}
