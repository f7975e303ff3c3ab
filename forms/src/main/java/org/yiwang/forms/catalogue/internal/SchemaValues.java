package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yiwang.forms.catalogue.form.Field;

/** 各题型的取值: what an answer of each kind may look like, in its one form or as people type it. */
final class SchemaValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A text that normalising changes: blanks at the ends or doubled, control characters, wide blanks. */
    private static final String UNTIDY = "^\\s|\\s$|  |[\\u0000-\\u001f\\u007f\\u200b\\u00a0\\u3000\\u2028\\u2029]";

    private SchemaValues() {}

    static ObjectNode definitions() {
        ObjectNode definitions = JSON.objectNode();
        ArrayNode blank = definitions.putObject("blank").put("title", "没有回答").putArray("anyOf");
        blank.addObject().put("type", "null");
        blank.addObject().put("type", "string").put("pattern", "^[\\s\\u0000-\\u001f\\u007f\\u200b\\u00a0\\u3000]*$");
        blank.addObject().put("type", "array").put("maxItems", 0);
        blank.addObject()
                .put("type", "object")
                .putObject("additionalProperties")
                .put("$ref", "#/$defs/blank");
        definitions
                .putObject("emptyRow")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("$ref", "#/$defs/blank");
        definitions.putObject("untidy").put("type", "string").put("pattern", UNTIDY);
        return definitions;
    }

    static ObjectNode of(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(field);
            case NUMBER, MONEY -> number(field);
            case DATE -> any(type("string", "integer"));
            case CHOICE -> choice(field);
            case MULTI_CHOICE -> many(field);
            case YES_NO, DECLARATION -> any(type("boolean", "string", "integer"));
            case ID_NUMBER -> coded("^[0-9]{17}[0-9X]$", "[^0-9A-Z]|^$");
            case CREDIT_CODE -> coded("^[0-9A-Z]{18}$", "[^0-9A-Z]|^$");
            case PHONE -> any(type("string", "integer"));
            case BANK_CARD -> coded("^[0-9]{12,19}$", "[^0-9]");
            case BANK_ACCOUNT -> coded("^[0-9]{10,30}$", "[^0-9]");
            case ADDRESS -> parts(List.of("division", "detail"), List.of("division", "detail"));
            case DATE_RANGE ->
                parts(List.of("from", "to"), field.span().openEnd() ? List.of("from") : List.of("from", "to"));
            case SIGNATURE -> signature();
            case ROWS, COMPUTED, FILE -> JSON.objectNode();
        };
    }

    private static ObjectNode type(String... names) {
        ObjectNode type = JSON.objectNode();
        ArrayNode types = type.putArray("type");
        for (String name : names) {
            types.add(name);
        }
        return type;
    }

    private static ObjectNode any(JsonNode... ways) {
        if (ways.length == 1) {
            return (ObjectNode) ways[0];
        }
        ObjectNode any = JSON.objectNode();
        ArrayNode list = any.putArray("anyOf");
        for (JsonNode way : ways) {
            list.add(way);
        }
        return any;
    }

    private static ObjectNode untidy() {
        return JSON.objectNode().put("$ref", "#/$defs/untidy");
    }

    /** Patterns stay with the platform: Java and a program's validator may read them differently. */
    private static ObjectNode text(Field field) {
        ObjectNode tidy =
                JSON.objectNode().put("type", "string").put("minLength", 1).put("maxLength", field.maxLength());
        return any(tidy, untidy(), type("number", "boolean"));
    }

    private static ObjectNode number(Field field) {
        ObjectNode number = JSON.objectNode().put("type", "number");
        field.min()
                .filter(SchemaValues::literal)
                .ifPresent(min -> number.put("minimum", new java.math.BigDecimal(min)));
        field.max()
                .filter(SchemaValues::literal)
                .ifPresent(max -> number.put("maximum", new java.math.BigDecimal(max)));
        return any(number, JSON.objectNode().put("type", "string").put("minLength", 1));
    }

    private static boolean literal(String bound) {
        return Bound.field(bound).isEmpty();
    }

    private static ObjectNode choice(Field field) {
        ObjectNode options = JSON.objectNode();
        ArrayNode values = options.putArray("enum");
        field.options().forEach(option -> values.add(option.value()));
        return any(options, untidy(), type("number", "boolean"));
    }

    /** One answer may come without its list; none of it is blank. */
    private static ObjectNode many(Field field) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", any(choice(field), JSON.objectNode().put("$ref", "#/$defs/blank")));
        return any(list, choice(field));
    }

    /**
     * A number as it is kept, or a text with something in it that normalising takes away.
     *
     * @param loose what stands in such a text
     */
    private static ObjectNode coded(String tidy, String loose) {
        return any(
                JSON.objectNode().put("type", "string").put("pattern", tidy),
                JSON.objectNode().put("type", "string").put("pattern", loose),
                type("integer"));
    }

    private static ObjectNode parts(List<String> names, List<String> needed) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        names.forEach(name -> properties.set(
                name, needed.contains(name) ? type("string", "integer") : type("string", "integer", "null")));
        ArrayNode required = object.putArray("required");
        needed.forEach(required::add);
        return object;
    }

    private static ObjectNode signature() {
        ObjectNode object = JSON.objectNode().put("type", "object");
        object.putObject("properties").putObject("name").put("type", "string");
        object.putArray("required").add("name");
        return object;
    }
}
