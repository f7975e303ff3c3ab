package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.DisplaySection.Row;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;

/** 回显: answers as people read them. */
public final class AnswerDisplay {

    private final JsonNode answers;
    private final Language language;
    private final boolean masked;

    public AnswerDisplay(JsonNode answers, Language language, boolean masked) {
        this.answers = answers;
        this.language = language;
        this.masked = masked;
    }

    public List<DisplaySection> sections(List<Section> visible) {
        List<DisplaySection> out = new ArrayList<>();
        for (Section section : visible) {
            List<Row> rows = new ArrayList<>();
            section.fields().forEach(field -> rows(field, rows));
            if (!rows.isEmpty()) {
                out.add(new DisplaySection(section.key(), section.title().in(language), rows));
            }
        }
        return List.copyOf(out);
    }

    private void rows(Field field, List<Row> into) {
        JsonNode answer = answers.path(field.key());
        if (Comparison.empty(answer)) {
            return;
        }
        if (answer.isArray() && !field.fields().isEmpty()) {
            for (int i = 0; i < answer.size(); i++) {
                columns(field, answer.get(i), i, into);
            }
            return;
        }
        into.add(new Row(field.key(), field.label().in(language), value(field, answer)));
    }

    private void columns(Field field, JsonNode row, int index, List<Row> into) {
        JsonNode context = AnswerNormaliser.overlay(answers, row);
        for (Field column : field.fields()) {
            JsonNode answer = row.path(column.key());
            if (!Comparison.empty(answer) && column.shown(context)) {
                into.add(new Row(
                        field.key() + "[" + index + "]." + column.key(),
                        field.label().in(language) + " " + (index + 1) + " · "
                                + column.label().in(language),
                        value(column, answer)));
            }
        }
    }

    private String value(Field field, JsonNode answer) {
        String text = answer.asText();
        return switch (field.type()) {
            case NUMBER -> text + unit(field);
            case DATE -> Bound.day(text) == null ? text : day(Bound.day(text), language);
            case CHOICE -> option(field, text);
            case MULTI_CHOICE -> choices(field, answer);
            case YES_NO -> answer.isBoolean() ? yesNo(answer.booleanValue()) : text;
            case ADDRESS -> address(field, answer);
            case ID_NUMBER -> masked ? mask(text, 6, 4) : text;
            case PHONE -> masked ? mask(text, 3, 4) : text;
            case TEXT -> masked && field.sensitive() ? mask(text, 0, 4) : text;
            case LONG_TEXT -> masked && field.sensitive() ? mask(text, 0, 0) : text;
            case CREDIT_CODE, ROWS -> text;
        };
    }

    private String unit(Field field) {
        return field.unit()
                .map(unit -> language == Language.EN ? " " + unit.in(language) : unit.zh())
                .orElse("");
    }

    private String option(Field field, String value) {
        return field.option(value).map(option -> option.label().in(language)).orElse(value);
    }

    private String choices(Field field, JsonNode answer) {
        List<String> labels = new ArrayList<>();
        answer.forEach(element -> labels.add(option(field, element.asText())));
        return String.join(language == Language.EN ? ", " : "、", labels);
    }

    private String yesNo(boolean yes) {
        if (language == Language.EN) {
            return yes ? "Yes" : "No";
        }
        return yes ? "是" : "否";
    }

    private String address(Field field, JsonNode answer) {
        String division = option(field, answer.path("division").asText(""));
        String detail = answer.path("detail").asText("");
        return language == Language.EN ? detail + ", " + division : division + detail;
    }

    static String day(LocalDate day, Language language) {
        return language == Language.EN
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).format(day)
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** A number too short to be masked like that is hidden altogether. */
    private static String mask(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
