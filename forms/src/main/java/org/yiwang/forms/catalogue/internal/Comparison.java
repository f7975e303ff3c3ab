package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.form.Condition;

/** 比较: how an answer meets the value in a condition. The condition's type decides, since a browser only has texts. */
public final class Comparison {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

    private Comparison() {}

    /** The answer at a dotted path, or a missing node. */
    public static JsonNode answer(JsonNode answers, String path) {
        JsonNode node = answers;
        for (String name : path.split("\\.")) {
            node = node == null ? MissingNode.getInstance() : node.path(name);
        }
        return node == null ? MissingNode.getInstance() : node;
    }

    /** No answer: missing, null, blank text, empty list or object. */
    public static boolean empty(JsonNode answer) {
        if (answer.isTextual()) {
            return answer.textValue().isBlank();
        }
        return answer.isMissingNode() || answer.isNull() || answer.isContainerNode() && answer.isEmpty();
    }

    public static boolean equal(JsonNode answer, JsonNode value) {
        if (empty(answer) || !value.isValueNode() || value.isNull()) {
            return false;
        }
        if (answer.isArray()) {
            for (JsonNode element : answer) {
                if (!element.isArray() && equal(element, value)) {
                    return true;
                }
            }
            return false;
        }
        if (value.isNumber()) {
            BigDecimal number = number(answer);
            return number != null && number.compareTo(value.decimalValue()) == 0;
        }
        return answer.isValueNode() && answer.asText().equals(value.asText());
    }

    /** Below, at or above 0 as the answer is below, at or above the value; null where the two cannot be compared. */
    public static Integer order(JsonNode answer, JsonNode value) {
        if (empty(answer) || !value.isValueNode()) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = answer.isArray() ? BigDecimal.valueOf(answer.size()) : number(answer);
            return number == null ? null : number.compareTo(value.decimalValue());
        }
        return answer.isTextual() ? answer.textValue().compareTo(value.asText()) : null;
    }

    /** The day the answers were given on; stands among them wherever a condition counts from it. */
    public static final String TODAY = "@today";

    /**
     * What a test compares with: an answer where the value names one, a day where it counts from today.
     *
     * @param beside the answer it is compared with
     */
    public static JsonNode value(JsonNode value, JsonNode beside, JsonNode answers) {
        if (!value.isTextual()) {
            return value;
        }
        Optional<String> other = Bound.field(value.textValue());
        if (other.isPresent()) {
            JsonNode answer = answer(answers, other.get());
            // A browser has texts only; a code with leading zeros or of many digits is none to reckon with.
            boolean number = reckoned(answer) && (beside.isContainerNode() || reckoned(beside));
            return number ? DecimalNode.valueOf(number(answer)) : answer;
        }
        if (!Bound.relative(value.textValue())) {
            return value;
        }
        LocalDate today = Bound.day(answers.path(TODAY).asText());
        return today == null
                ? MissingNode.getInstance()
                : TextNode.valueOf(Bound.asDate(value.textValue(), answers, today)
                        .orElseThrow()
                        .toString());
    }

    private static boolean reckoned(JsonNode answer) {
        return answer.isNumber()
                || answer.isTextual() && NUMBER.matcher(answer.textValue()).matches();
    }

    /** The question of a test and those its values name. */
    public static Set<String> fields(String field, JsonNode... values) {
        Set<String> fields = new TreeSet<>(Set.of(field));
        for (JsonNode value : values) {
            Bound.field(value.asText()).ifPresent(fields::add);
        }
        return fields;
    }

    /** Whether a condition or a computed age in this definition counts from today. Bounds do not need it. */
    public static boolean datedIn(JsonNode definition) {
        if (definition.path("compute").has("age")
                && definition.path("compute").path("at").asText("today").equals("today")) {
            return true;
        }
        for (String name : List.of("is", "atLeast", "atMost", "in")) {
            JsonNode value = definition.path(name);
            boolean relative = Bound.relative(value.asText(""));
            for (JsonNode one : value) {
                relative |= Bound.relative(one.asText(""));
            }
            if (relative) {
                return true;
            }
        }
        for (JsonNode part : definition) {
            if (datedIn(part)) {
                return true;
            }
        }
        return false;
    }

    /** How many of these rows fit. */
    public static long fitting(JsonNode rows, JsonNode answers, Condition each) {
        ObjectNode outside = RowTest.outside(rows, answers);
        long fitting = 0;
        for (JsonNode row : rows) {
            fitting += each.holds(RowTest.context(row, outside)) ? 1 : 0;
        }
        return fitting;
    }

    public static BigDecimal number(JsonNode answer) {
        if (answer.isNumber()) {
            return answer.decimalValue();
        }
        if (!answer.isTextual() || !answer.textValue().matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return null;
        }
        return new BigDecimal(answer.textValue());
    }

    public static Set<String> union(List<Condition> parts) {
        Set<String> fields = new TreeSet<>();
        parts.forEach(part -> fields.addAll(part.fields()));
        return fields;
    }
}
