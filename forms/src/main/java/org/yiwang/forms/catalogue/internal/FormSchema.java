package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;

/**
 * 表单的 JSON Schema (draft 2020-12): what whole answers look like, for programs that check before they send. It never
 * refuses what the platform accepts: a question that is asked only under a condition is held to anything only where that
 * condition surely holds, and what the platform puts right by itself, such as blanks, is let through. The platform's own
 * check says more.
 */
public final class FormSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FormDefinition form;

    public FormSchema(FormDefinition form) {
        this.form = form;
    }

    public JsonNode write(String id, String title) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", id);
        schema.put("title", title);
        schema.set("$defs", SchemaValues.definitions());
        List<Field> fields = form.sections().stream()
                .map(Section::fields)
                .flatMap(List::stream)
                .toList();
        return object(schema, fields);
    }

    private ObjectNode object(ObjectNode schema, List<Field> fields) {
        SurelyHolds surely = new SurelyHolds(byKey(fields));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        ArrayNode conditional = JSON.arrayNode();
        for (Field field : fields) {
            ObjectNode about = about(field);
            properties.set(field.key(), about);
            if (field.type().silent()) {
                continue;
            }
            if (field.showWhen().isPresent()) {
                surely.of(field.showWhen().get()).ifPresent(when -> conditional.add(then(when, field)));
            } else {
                about.setAll(value(field));
                if (always(field)) {
                    required.add(field.key());
                }
            }
            field.requireWhen()
                    .filter(when -> !always(field))
                    .flatMap(when -> surely.both(field.showWhen(), when))
                    .ifPresent(when -> conditional.add(needs(when, field)));
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (!conditional.isEmpty()) {
            schema.set("allOf", conditional);
        }
        return schema;
    }

    private static Map<String, Field> byKey(List<Field> fields) {
        Map<String, Field> byKey = new HashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return byKey;
    }

    private static boolean always(Field field) {
        return field.required() || field.minRows() > 0;
    }

    private ObjectNode then(JsonNode when, Field field) {
        ObjectNode one = JSON.objectNode();
        one.set("if", when);
        ObjectNode then = one.putObject("then");
        then.putObject("properties").set(field.key(), value(field));
        if (always(field)) {
            then.putArray("required").add(field.key());
        }
        return one;
    }

    private static ObjectNode needs(JsonNode when, Field field) {
        ObjectNode one = JSON.objectNode();
        one.set("if", when);
        ObjectNode then = one.putObject("then");
        then.putObject("properties").putObject(field.key()).putObject("not").put("$ref", "#/$defs/blank");
        then.putArray("required").add(field.key());
        return one;
    }

    private static ObjectNode about(Field field) {
        ObjectNode about = JSON.objectNode();
        about.put("title", field.label().zh());
        field.hint().map(LocalText::zh).ifPresent(hint -> about.put("description", hint));
        field.dataElement().ifPresent(element -> about.put("x-dataElement", element));
        if (field.type().silent()) {
            about.put("readOnly", true);
        }
        return about;
    }

    /** What may stand there; nothing, too, where no answer is needed. */
    private ObjectNode value(Field field) {
        ObjectNode value = field.type() == FieldType.ROWS ? rows(field) : SchemaValues.of(field);
        if (always(field)) {
            return value;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(value).add(JSON.objectNode().put("$ref", "#/$defs/blank"));
        return either;
    }

    /** Rows without any answer are dropped, and a list may come as an object with the places as names. */
    private ObjectNode rows(Field field) {
        ObjectNode row = JSON.objectNode();
        row.putArray("anyOf")
                .add(object(JSON.objectNode(), field.fields()))
                .add(JSON.objectNode().put("$ref", "#/$defs/emptyRow"));
        int least = Math.max(field.minRows(), always(field) ? 1 : 0);
        ObjectNode rows = JSON.objectNode();
        ArrayNode ways = rows.putArray("anyOf");
        ways.addObject().put("type", "array").put("minItems", least).set("items", row);
        ways.addObject().put("type", "object").put("minProperties", least);
        return rows;
    }
}
