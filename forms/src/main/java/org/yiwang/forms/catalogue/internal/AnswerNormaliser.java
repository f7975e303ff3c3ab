package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Section;

/** 规范化: raw answers made into their one form; field by field, so that a condition sees what stands before it. */
public final class AnswerNormaliser {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> YES = Set.of("true", "yes", "on", "1", "是");
    private static final Set<String> NO = Set.of("false", "no", "off", "0", "否");
    /** Nobody types more; what is longer is cut so that a check never has to hold it. */
    private static final int LONGEST = 20_000;

    private AnswerNormaliser() {}

    /**
     * @param today the day the answers are given on, for what counts from it; null where nothing does
     */
    public static ObjectNode normalise(List<Section> sections, JsonNode raw, LocalDate today) {
        ObjectNode answers = JSON.objectNode();
        if (today != null) {
            answers.put(Comparison.TODAY, today.toString());
        }
        for (Section section : sections) {
            for (Field field : section.fields()) {
                put(answers, field, raw, answers);
            }
        }
        return answers;
    }

    private static void put(ObjectNode into, Field field, JsonNode raw, ObjectNode seen) {
        if (raw == null || !field.shown(seen)) {
            return;
        }
        JsonNode value = field.compute()
                .map(computation -> computation.of(seen))
                .orElseGet(() -> value(field, raw.path(field.key()), seen));
        if (!Comparison.empty(value)) {
            into.set(field.key(), value);
        }
    }

    private static JsonNode value(Field field, JsonNode raw, ObjectNode seen) {
        if (raw.isMissingNode() || raw.isNull()) {
            return MissingNode.getInstance();
        }
        return switch (field.type()) {
            case TEXT -> raw.isContainerNode() ? raw : TextNode.valueOf(Typing.line(text(raw)));
            case LONG_TEXT -> raw.isContainerNode() ? raw : TextNode.valueOf(Typing.paragraph(text(raw)));
            case CHOICE -> TextNode.valueOf(Typing.line(text(raw)));
            case NUMBER -> number(raw);
            case DATE -> TextNode.valueOf(Typing.date(text(raw)));
            case YES_NO -> yesNo(raw);
            case ID_NUMBER, CREDIT_CODE -> TextNode.valueOf(Typing.number(text(raw)));
            case PHONE -> TextNode.valueOf(Typing.phone(text(raw)));
            case MULTI_CHOICE -> choices(field, raw);
            case ADDRESS -> address(raw);
            case ROWS -> rows(field, raw, seen);
            case BANK_CARD, BANK_ACCOUNT -> TextNode.valueOf(Typing.account(text(raw)));
            case MONEY -> money(raw);
            case DATE_RANGE -> range(raw);
            case DECLARATION -> declaration(field, raw);
            case SIGNATURE -> Signing.kept(raw);
            case COMPUTED, FILE -> MissingNode.getInstance();
        };
    }

    private static String text(JsonNode raw) {
        if (raw.isNull() || raw.isMissingNode()) {
            return "";
        }
        String text = raw.isValueNode() ? raw.asText() : raw.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Sent as a number or as a text, it is read the same way: so nothing of a size that no form asks for gets through. */
    private static JsonNode number(JsonNode raw) {
        String typed = Typing.decimal(text(raw));
        BigDecimal number = Comparison.number(TextNode.valueOf(plainText(raw, typed)));
        return number == null ? TextNode.valueOf(typed) : DecimalNode.valueOf(Typing.plain(number));
    }

    /** Yuan with at most two decimals, exactly; {@code 1.2万元} and {@code ¥1,234.50} are read as what they say. */
    private static JsonNode money(JsonNode raw) {
        return number(raw.isNumber() ? raw : TextNode.valueOf(Typing.money(text(raw))));
    }

    private static JsonNode range(JsonNode raw) {
        ObjectNode out = JSON.objectNode();
        for (String part : List.of("from", "to")) {
            String typed = text(raw.path(part));
            if (!typed.isBlank()) {
                out.put(part, Typing.date(typed));
            }
        }
        return out.isEmpty() && raw.isValueNode() ? TextNode.valueOf(Typing.line(text(raw))) : out;
    }

    /** Ticked means the text as it stands now; who ticked another text has that kept, for check to say so. */
    private static JsonNode declaration(Field field, JsonNode raw) {
        String typed = text(raw).strip().toLowerCase(java.util.Locale.ROOT);
        if (NO.contains(typed)) {
            return MissingNode.getInstance();
        }
        return TextNode.valueOf(YES.contains(typed) ? Declarations.digest(field) : typed);
    }

    /** A program may write 1.0E-4 for what a person writes 0.0001. */
    private static String plainText(JsonNode raw, String typed) {
        boolean exponent = raw.isNumber() && typed.matches("-?\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}");
        return exponent ? new BigDecimal(typed).toPlainString() : typed;
    }

    private static JsonNode yesNo(JsonNode raw) {
        String typed = text(raw).strip().toLowerCase(java.util.Locale.ROOT);
        if (YES.contains(typed)) {
            return BooleanNode.TRUE;
        }
        return NO.contains(typed) ? BooleanNode.FALSE : TextNode.valueOf(typed);
    }

    /** In the order of the options, each once; what is no option comes last, for check to name. */
    private static JsonNode choices(Field field, JsonNode raw) {
        java.util.LinkedHashSet<String> given = new java.util.LinkedHashSet<>();
        (raw.isArray() ? raw : JSON.arrayNode().add(raw)).forEach(element -> given.add(Typing.line(text(element))));
        given.remove("");
        ArrayNode out = JSON.arrayNode();
        field.options().stream().map(Field.Option::value).filter(given::remove).forEach(out::add);
        given.stream().limit(20).forEach(out::add);
        return out;
    }

    private static JsonNode address(JsonNode raw) {
        ObjectNode out = JSON.objectNode();
        for (String part : List.of("division", "detail")) {
            String typed = Typing.line(text(raw.path(part)));
            if (!typed.isEmpty()) {
                out.put(part, typed);
            }
        }
        return out;
    }

    /** Rows without any answer are dropped; a list may also come as an object with the places as names. */
    private static JsonNode rows(Field field, JsonNode raw, ObjectNode seen) {
        ArrayNode out = JSON.arrayNode();
        for (JsonNode row : raw) {
            if (out.size() > field.maxRows()) {
                break;
            }
            ObjectNode context = overlay(seen, JSON.objectNode());
            ObjectNode kept = JSON.objectNode();
            for (Field column : field.fields()) {
                put(kept, column, row, context);
                if (kept.has(column.key())) {
                    context.set(column.key(), kept.get(column.key()));
                } else {
                    context.remove(column.key());
                }
            }
            if (!kept.isEmpty()) {
                out.add(kept);
            }
        }
        return out;
    }

    /** What a condition within a row sees: the row's own answers before those of the form. */
    static ObjectNode overlay(JsonNode answers, JsonNode row) {
        ObjectNode context = JSON.objectNode();
        for (Map.Entry<String, JsonNode> entry : answers.properties()) {
            context.set(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, JsonNode> entry : row.properties()) {
            context.set(entry.getKey(), entry.getValue());
        }
        return context;
    }
}
