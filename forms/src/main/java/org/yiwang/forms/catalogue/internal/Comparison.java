package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.form.Condition;

/** 比较: how an answer meets the value in a condition. The condition's type decides, since a browser only has texts. */
public final class Comparison {

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
        if (empty(answer)) {
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
        if (empty(answer)) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = answer.isArray() ? BigDecimal.valueOf(answer.size()) : number(answer);
            return number == null ? null : number.compareTo(value.decimalValue());
        }
        return answer.isTextual() ? answer.textValue().compareTo(value.asText()) : null;
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
