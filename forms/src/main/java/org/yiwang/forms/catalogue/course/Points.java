package org.yiwang.forms.catalogue.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Condition;

/** 计分项: so many points where the answers say so. */
public record Points(LocalText name, Condition when, int points) {

    /** The sum of those that hold for these answers. */
    public static int of(List<Points> rules, JsonNode answers) {
        return rules.stream()
                .filter(rule -> rule.when().holds(answers))
                .mapToInt(Points::points)
                .sum();
    }
}
