package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 题目合并: one question for two, as strict as the stricter of them; two that cannot both be answered by one are refused. */
final class FieldMerge {

    /** What must be the same in both, where both have it. */
    private static final List<String> SAME = List.of(
            "min",
            "max",
            "pattern",
            "options",
            "fields",
            "columns",
            "minRows",
            "maxRows",
            "compute",
            "openEnd",
            "shortest",
            "longest",
            "text",
            "material");

    private FieldMerge() {}

    static void into(ObjectNode merged, JsonNode other, DefinitionNode at, String item) {
        if (!merged.path("type").equals(other.path("type"))) {
            throw at.error(clash(merged, other, item, "type"));
        }
        for (String name : SAME) {
            if (merged.has(name) && other.has(name) && !merged.get(name).equals(other.get(name))) {
                throw at.error(clash(merged, other, item, name));
            }
            if (!merged.has(name) && other.has(name)) {
                merged.set(name, other.get(name).deepCopy());
            }
        }
        for (String name : List.of("rangeMessage", "patternMessage", "dataElement", "unit", "hint", "why")) {
            if (!merged.has(name) && other.has(name)) {
                merged.set(name, other.get(name).deepCopy());
            }
        }
        for (String name : List.of("required", "sensitive")) {
            if (other.path(name).asBoolean()) {
                merged.put(name, true);
            }
        }
        if (other.has("maxLength")) {
            int shorter = Math.min(
                    merged.path("maxLength").asInt(Integer.MAX_VALUE),
                    other.get("maxLength").asInt());
            merged.put("maxLength", shorter);
        }
    }

    private static String clash(JsonNode merged, JsonNode other, String item, String name) {
        return "不能合并成一个问题：" + merged.path("key").asText() + " 与 " + item + " "
                + other.path("key").asText() + " 的 " + name + " 不同";
    }

    /** A bound that names another question names the bundle's now. */
    static void bounds(ObjectNode field, BundlePart part) {
        for (String name : List.of("min", "max")) {
            String bound = field.path(name).asText("");
            if (bound.startsWith("@") && part.answers.containsKey(bound.substring(1))) {
                field.put(name, "@" + part.answers.get(bound.substring(1)));
            } else if (bound.startsWith("@")) {
                field.remove(name);
            }
        }
    }

    /** A column's condition may look at its own row, which keeps its names, or at questions outside. */
    static void column(ObjectNode column, JsonNode rows, BundlePart part) {
        List<String> columns = new ArrayList<>();
        rows.path("fields").forEach(one -> columns.add(one.path("key").asText()));
        if (column.has("showWhen")) {
            JsonNode when = part.rewrite(column.get("showWhen"), columns);
            column.remove("showWhen");
            if (!when.equals(Conditions.TRUE)) {
                column.set("showWhen", when);
            }
        }
        if (column.has("requireWhen")) {
            column.set("requireWhen", part.rewrite(column.get("requireWhen"), columns));
        }
        inside(column, part, columns);
    }

    /** Options and what is worked out name the bundle's questions now. */
    static void inside(ObjectNode field, BundlePart part, List<String> columns) {
        for (JsonNode option : field.path("options")) {
            if (option.has("when")) {
                ((ObjectNode) option).set("when", part.rewrite(option.get("when"), columns));
            }
        }
        if (!(field.path("compute") instanceof ObjectNode compute)) {
            return;
        }
        for (String name : compute.properties().stream().map(Map.Entry::getKey).toList()) {
            JsonNode terms = compute.get(name);
            if (name.equals("where") || name.equals("with")) {
                continue;
            }
            if (terms.isArray()) {
                ArrayNode moved = compute.putArray(name);
                terms.forEach(term -> moved.add(term(term, part, columns)));
            } else {
                compute.set(name, term(terms, part, columns));
            }
        }
    }

    private static JsonNode term(JsonNode term, BundlePart part, List<String> columns) {
        boolean own = !term.isTextual()
                || columns.contains(term.asText())
                || term.asText().equals("today");
        return own ? term : TextNode.valueOf(part.moved(term.asText()));
    }
}
