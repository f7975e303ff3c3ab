package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;

/**
 * 确定成立: a condition as a JSON Schema that is met only where the condition surely holds, however the answers were typed.
 * What cannot be said for sure is left out, so that a schema built on it asks for less, never for more.
 */
final class SurelyHolds {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Field> fields;

    SurelyHolds(Map<String, Field> fields) {
        this.fields = fields;
    }

    Optional<JsonNode> both(Optional<Condition> one, Condition other) {
        return one.isEmpty() ? of(other) : all(List.of(of(one.get()), of(other)));
    }

    Optional<JsonNode> of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all(all.parts().stream().map(this::of).toList());
        }
        if (condition instanceof Condition.Any any) {
            return any(any.parts().stream().map(this::of).toList());
        }
        if (condition instanceof Condition.Not not) {
            return not(not.part());
        }
        if (condition instanceof Condition.Is is) {
            return value(is.field(), List.of(is.value()));
        }
        if (condition instanceof Condition.In in) {
            return value(in.field(), in.values());
        }
        return Optional.empty();
    }

    /** Surely does not hold: another of the options, or the other of yes and no, or nothing at all. */
    private Optional<JsonNode> not(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return of(not.part());
        }
        if (condition instanceof Condition.All all) {
            return any(all.parts().stream().map(this::not).toList());
        }
        if (condition instanceof Condition.Any any) {
            return all(any.parts().stream().map(this::not).toList());
        }
        if (condition instanceof Condition.Is is) {
            return others(is.field(), List.of(is.value()));
        }
        if (condition instanceof Condition.In in) {
            return others(in.field(), in.values());
        }
        return Optional.empty();
    }

    private Optional<JsonNode> value(String name, List<JsonNode> values) {
        Field field = fields.get(name);
        if (field == null || values.isEmpty() || !plain(field)) {
            return Optional.empty();
        }
        for (JsonNode value : values) {
            boolean fits = field.type() == FieldType.YES_NO
                    ? value.isBoolean()
                    : value.isTextual() && field.option(value.asText()).isPresent();
            if (!fits) {
                return Optional.empty();
            }
        }
        return shown(field, holding(name, values));
    }

    private Optional<JsonNode> others(String name, List<JsonNode> values) {
        Field field = fields.get(name);
        if (field == null || !plain(field)) {
            return Optional.empty();
        }
        List<JsonNode> others = new ArrayList<>();
        if (field.type() == FieldType.YES_NO) {
            others.add(JSON.booleanNode(true));
            others.add(JSON.booleanNode(false));
        } else {
            field.options().forEach(option -> others.add(JSON.textNode(option.value())));
        }
        others.removeAll(values);
        ObjectNode missing = JSON.objectNode();
        missing.putObject("not").putArray("required").add(name);
        return Optional.of(others.isEmpty() ? missing : anyOf(List.of(holding(name, others), missing)));
    }

    private static boolean plain(Field field) {
        return field.type() == FieldType.CHOICE || field.type() == FieldType.YES_NO;
    }

    private static ObjectNode holding(String name, List<JsonNode> values) {
        ObjectNode holding = JSON.objectNode();
        ArrayNode options = holding.putObject("properties").putObject(name).putArray("enum");
        values.forEach(options::add);
        holding.putArray("required").add(name);
        return holding;
    }

    /** An answer counts only while its question is asked. */
    private Optional<JsonNode> shown(Field field, JsonNode test) {
        return field.showWhen().isEmpty()
                ? Optional.of(test)
                : all(List.of(of(field.showWhen().get()), Optional.of(test)));
    }

    private static Optional<JsonNode> all(List<Optional<JsonNode>> parts) {
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        ObjectNode all = JSON.objectNode();
        ArrayNode list = JSON.arrayNode();
        parts.forEach(part -> list.add(part.get()));
        return Optional.of(list.isEmpty() ? all : all.set("allOf", list));
    }

    private static Optional<JsonNode> any(List<Optional<JsonNode>> parts) {
        List<JsonNode> sure = parts.stream().flatMap(Optional::stream).toList();
        return sure.isEmpty() ? Optional.empty() : Optional.of(anyOf(sure));
    }

    private static JsonNode anyOf(List<JsonNode> parts) {
        ArrayNode list = JSON.arrayNode();
        parts.forEach(list::add);
        return JSON.objectNode().set("anyOf", list);
    }
}
