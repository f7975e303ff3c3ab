package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.DisplaySection.Row;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.catalogue.form.Signer;

/** 回显: answers as people read them. */
public final class AnswerDisplay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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
                columns(field, answer.get(i), new Place(field.key(), "", answers).at(i, field, language), into);
            }
            return;
        }
        into.add(new Row(field.key(), field.label().in(language), value(field, answer)));
    }

    /**
     * Where a row stands.
     *
     * @param label what the answers of the row are named with
     * @param context what its conditions see
     */
    private record Place(String path, String label, JsonNode context) {

        Place at(int index, Field rows, Language language) {
            return new Place(
                    path + "[" + index + "]", label + rows.label().in(language) + " " + (index + 1) + " · ", context);
        }

        Place below(Field rows, JsonNode row) {
            return new Place(path + "." + rows.key(), label, AnswerNormaliser.overlay(context, row));
        }
    }

    private void columns(Field field, JsonNode row, Place place, List<Row> into) {
        JsonNode context = AnswerNormaliser.overlay(place.context(), row);
        for (Field column : field.fields()) {
            JsonNode answer = row.path(column.key());
            if (Comparison.empty(answer) || !column.shown(context)) {
                continue;
            }
            if (answer.isArray() && !column.fields().isEmpty()) {
                for (int i = 0; i < answer.size(); i++) {
                    columns(column, answer.get(i), place.below(column, row).at(i, column, language), into);
                }
                continue;
            }
            into.add(new Row(
                    place.path() + "." + column.key(),
                    place.label() + column.label().in(language),
                    value(column, answer)));
        }
    }

    private String value(Field field, JsonNode answer) {
        String text = answer.asText();
        return switch (field.type()) {
            case NUMBER, COMPUTED -> text + unit(field);
            case MONEY -> answer.isNumber() ? yuan(answer.decimalValue(), language) : text;
            case BANK_CARD, BANK_ACCOUNT -> masked ? mask(text, 0, 4) : grouped(text);
            case DATE_RANGE -> range(answer);
            case DECLARATION -> declaration(field, answer);
            case SIGNATURE -> signature(answer);
            case DATE -> Bound.day(text) == null ? text : day(Bound.day(text), language);
            case CHOICE -> option(field, text);
            case MULTI_CHOICE -> choices(field, answer);
            case YES_NO -> answer.isBoolean() ? yesNo(answer.booleanValue()) : text;
            case ADDRESS -> address(field, answer);
            case ID_NUMBER -> masked ? mask(text, 6, 4) : text;
            case PHONE -> masked ? mask(text, 3, 4) : text;
            case TEXT -> masked && field.sensitive() ? mask(text, 0, 4) : text;
            case LONG_TEXT -> masked && field.sensitive() ? mask(text, 0, 0) : text;
            case CREDIT_CODE, ROWS, FILE -> text;
        };
    }

    /** {@code 12,345.60元}; whole yuan without cents. */
    static String yuan(BigDecimal amount, Language language) {
        BigDecimal plain = amount.stripTrailingZeros();
        String number = new DecimalFormat(
                        plain.scale() > 0 ? "#,##0.00" : "#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(plain);
        return language == Language.EN ? "CNY " + number : number + "元";
    }

    /** Four by four, as printed on the card. */
    private static String grouped(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private String range(JsonNode answer) {
        String from = part(answer, "from");
        if (!answer.has("to")) {
            return language == Language.EN ? "from " + from : from + "起";
        }
        return from + (language == Language.EN ? " to " : "至") + part(answer, "to");
    }

    private String part(JsonNode answer, String name) {
        String text = answer.path(name).asText("");
        return Bound.day(text) == null ? text : day(Bound.day(text), language);
    }

    /** With its words: on paper they are what is declared. */
    private String declaration(Field field, JsonNode answer) {
        boolean current = answer.asText().equals(Declarations.digest(field));
        if (language == Language.EN) {
            return current
                    ? "Read and confirmed: " + field.text().orElseThrow().in(language)
                    : "The words have changed: to be read again";
        }
        return current ? "已阅读并确认：" + field.text().orElseThrow().zh() : "内容已更新，须重新确认";
    }

    private String signature(JsonNode answer) {
        String name = answer.path("name").asText("");
        if (!answer.hasNonNull("at")) {
            return name + (language == Language.EN ? " (not confirmed)" : "（未确认）");
        }
        LocalDate on = LocalDate.ofInstant(Instant.parse(answer.path("at").asText()), ZONE);
        boolean paper = answer.path("way").asText().equals(Signer.Way.PAPER.name());
        if (language == Language.EN) {
            return name + " (" + (paper ? "signed on paper, kept at the window, " : "signed online, ")
                    + day(on, language) + ")";
        }
        return name + "（" + (paper ? "纸质签名由窗口收存，" : "网上签名，") + day(on, language) + "）";
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
