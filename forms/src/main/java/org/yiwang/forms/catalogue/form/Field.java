package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.internal.Declarations;

/**
 * 题目: one question of a form.
 *
 * @param hint how to answer it
 * @param why 为什么要填
 * @param min lowest value: a number, a date, {@code today}, {@code today-80y}, {@code today+30d} or {@code @otherField};
 *     for an ID number it bounds the birth date in it
 * @param max highest value, written likewise
 * @param rangeMessage said instead of the usual sentence when min or max is broken
 * @param maxLength longest text in characters
 * @param sensitive shown masked wherever personal numbers are
 * @param unit printed after a number, such as {@code 平方米}
 * @param dataElement 数据元 the answer is an instance of; answers are carried over by it
 * @param requireWhen makes an answer necessary that otherwise is not
 * @param compute how a computed answer comes about
 * @param span what a date range allows
 * @param text what is read before a declaration is ticked
 * @param material whose files a file question takes
 * @param table rows stand below one another as in a table, where there is room
 * @param fields columns of {@code rows}; empty otherwise
 */
public record Field(
        String key,
        FieldType type,
        LocalText label,
        Optional<LocalText> hint,
        Optional<LocalText> why,
        boolean required,
        Optional<String> min,
        Optional<String> max,
        Optional<LocalText> rangeMessage,
        int maxLength,
        Optional<Pattern> pattern,
        Optional<LocalText> patternMessage,
        Optional<LocalText> unit,
        boolean sensitive,
        List<Option> options,
        Optional<Condition> showWhen,
        Optional<Condition> requireWhen,
        Optional<Computation> compute,
        Span span,
        Optional<LocalText> text,
        Optional<String> material,
        boolean table,
        Optional<String> dataElement,
        List<Field> fields,
        int minRows,
        int maxRows) {

    /**
     * 选项.
     *
     * @param when it is offered only while this holds
     */
    public record Option(String value, LocalText label, Optional<Condition> when) {

        public boolean offered(JsonNode answers) {
            return when.map(condition -> condition.holds(answers)).orElse(true);
        }
    }

    /**
     * 起止时间的限制.
     *
     * @param openEnd it may have no end yet
     * @param shortest such as {@code 30d}, {@code 6m} or {@code 1y}; both ends count
     */
    public record Span(boolean openEnd, Optional<String> shortest, Optional<String> longest) {

        public static final Span ANY = new Span(false, Optional.empty(), Optional.empty());
    }

    public Field {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** Whether it is asked at all, given the answers so far. */
    public boolean shown(JsonNode answers) {
        return showWhen.map(condition -> condition.holds(answers)).orElse(true);
    }

    /** What ticking a declaration as it stands now is kept as. */
    public String declared() {
        return Declarations.digest(this);
    }

    /** Whether there must be an answer, given the others. */
    public boolean needed(JsonNode answers) {
        return !type.silent()
                && (required
                        || minRows > 0
                        || requireWhen
                                .map(condition -> condition.holds(answers))
                                .orElse(false));
    }

    /** Every question it looks at, to be shown, needed, chosen from or worked out. */
    public Set<String> lookedAt() {
        Set<String> fields = new TreeSet<>();
        Stream.of(showWhen, requireWhen)
                .flatMap(Optional::stream)
                .forEach(condition -> fields.addAll(condition.fields()));
        options.forEach(option -> option.when().ifPresent(condition -> fields.addAll(condition.fields())));
        compute.ifPresent(it -> fields.addAll(it.fields()));
        return fields;
    }

    /** Whether the answer to one of these questions decides if it is asked. */
    boolean dependsOn(Set<String> keys) {
        return showWhen.stream()
                .flatMap(condition -> condition.fields().stream())
                .anyMatch(path -> keys.contains(path.split("\\.")[0]));
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }
}
