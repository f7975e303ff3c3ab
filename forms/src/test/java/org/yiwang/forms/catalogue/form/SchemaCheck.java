package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A validator for the keywords of JSON Schema (draft 2020-12) that our schemas use; any other keyword is an error, so that
 * nothing is taken for checked that is not.
 */
final class SchemaCheck {

    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "$defs", "title", "description", "readOnly", "x-dataElement", "then");

    private final JsonNode root;

    SchemaCheck(JsonNode root) {
        this.root = root;
    }

    boolean accepts(JsonNode value) {
        return accepts(root, value);
    }

    private boolean accepts(JsonNode schema, JsonNode value) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            if (!ANNOTATIONS.contains(keyword.getKey()) && !fits(keyword.getKey(), keyword.getValue(), schema, value)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(String keyword, JsonNode says, JsonNode schema, JsonNode value) {
        return switch (keyword) {
            case "$ref" -> accepts(root.at(says.asText().substring(1)), value);
            case "type" -> type(says, value);
            case "enum" -> any(says, one -> one.equals(value));
            case "anyOf" -> any(says, one -> accepts(one, value));
            case "allOf" -> !any(says, one -> !accepts(one, value));
            case "not" -> !accepts(says, value);
            case "if" -> !accepts(says, value) || accepts(schema.path("then"), value);
            case "required" -> !value.isObject() || !any(says, name -> !value.has(name.asText()));
            case "properties" ->
                !value.isObject()
                        || says.properties().stream()
                                .allMatch(property -> !value.has(property.getKey())
                                        || accepts(property.getValue(), value.get(property.getKey())));
            case "additionalProperties" -> !value.isObject() || !any(value, one -> !accepts(says, one));
            case "items" -> !value.isArray() || !any(value, one -> !accepts(says, one));
            case "minItems" -> !value.isArray() || value.size() >= says.asInt();
            case "maxItems" -> !value.isArray() || value.size() <= says.asInt();
            case "minProperties" -> !value.isObject() || value.size() >= says.asInt();
            case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(says.decimalValue()) >= 0;
            case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(says.decimalValue()) <= 0;
            case "minLength" -> !value.isTextual() || length(value) >= says.asInt();
            case "maxLength" -> !value.isTextual() || length(value) <= says.asInt();
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(says.asText(), Pattern.UNICODE_CHARACTER_CLASS)
                                .matcher(value.textValue())
                                .find();
            default -> throw new IllegalArgumentException("keyword " + keyword);
        };
    }

    private static int length(JsonNode value) {
        return value.textValue().codePointCount(0, value.textValue().length());
    }

    private static boolean type(JsonNode names, JsonNode value) {
        return names.isArray() ? any(names, name -> ofType(name.asText(), value)) : ofType(names.asText(), value);
    }

    private static boolean ofType(String name, JsonNode value) {
        return switch (name) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> throw new IllegalArgumentException("type " + name);
        };
    }

    private static boolean any(JsonNode list, Predicate<JsonNode> test) {
        for (JsonNode one : list) {
            if (test.test(one)) {
                return true;
            }
        }
        return false;
    }
}
