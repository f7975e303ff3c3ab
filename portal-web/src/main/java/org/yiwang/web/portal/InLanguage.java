package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;

/** 换种语言说: what a use case finds wrong with answers and materials, in the words of the form in the language of the page. */
final class InLanguage {

    private final Page page;
    private final ItemVersion item;
    private final List<Problem> said;

    private InLanguage(Page page, ItemVersion item, List<Problem> said) {
        this.page = page;
        this.item = item;
        this.said = said;
    }

    /** The answers are those that were refused. */
    static InLanguage of(Page page, ItemVersion item, ObjectNode answers, LocalDate today) {
        return new InLanguage(
                page, item, page.isEnglish() ? item.form().check(answers, today, page.language()) : List.of());
    }

    Refusal say(Refusal refusal) {
        List<Problem> problems = refusal.problems().stream().map(this::say).toList();
        return new Refusal(refusal.kind(), refusal.code(), refusal.getMessage(), problems);
    }

    private Problem say(Problem problem) {
        if (problem.path().startsWith("materials.") && problem.code().equals("REQUIRED")) {
            return item.material(problem.path().substring(10))
                    .map(need -> new Problem(
                            problem.path(), problem.code(), page.t1("material.missing", page.say(need.name()))))
                    .orElse(problem);
        }
        return said.stream()
                .filter(other ->
                        other.path().equals(problem.path()) && other.code().equals(problem.code()))
                .findFirst()
                .orElse(problem);
    }
}
