package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.LocalText;

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
        Optional<String> dataElement,
        List<Field> fields,
        int minRows,
        int maxRows) {

    /** 选项. */
    public record Option(String value, LocalText label) {}

    public Field {
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    /** Whether it is asked at all, given the answers so far. */
    public boolean shown(JsonNode answers) {
        return showWhen.map(condition -> condition.holds(answers)).orElse(true);
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
