package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.LocalText;

/**
 * 题间规则: what several answers have to fit together to.
 *
 * @param when it applies; always if empty
 * @param holds what must hold then
 * @param message the way out, without a full stop at the end
 * @param each list in each of whose rows it is looked at; empty for the form as a whole
 * @param at the question it is said at; with {@code each} one of its columns
 */
public record Rule(
        String key, Optional<Condition> when, Condition holds, LocalText message, Optional<String> each, String at) {

    public boolean broken(JsonNode answers) {
        return when.map(condition -> condition.holds(answers)).orElse(true) && !holds.holds(answers);
    }

    /** Every question it looks at. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>(holds.fields());
        when.ifPresent(condition -> fields.addAll(condition.fields()));
        return fields;
    }

    /** The question of the form that it belongs to. */
    public String owner() {
        return each.orElse(at);
    }
}
