package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 占位符: fills {@code {{a.b}}} from the document's data and remembers what was printed, for that and no more is attached
 * to the PDF. {@code {{a.b?}}} may be absent; any other unknown field is an error that names it.
 */
final class Fields {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    private static final String ENDS = "。，；、）";

    private final String template;
    private final JsonNode data;
    private final ObjectNode printed;

    Fields(String template, JsonNode data) {
        this(template, data, JsonNodeFactory.instance.objectNode());
    }

    private Fields(String template, JsonNode data, ObjectNode printed) {
        this.template = template;
        this.data = data;
        this.printed = printed;
    }

    JsonNode data() {
        return data;
    }

    /** What has been printed so far, in the same shape as the data. */
    ObjectNode printed() {
        return printed;
    }

    String fill(String text) {
        Matcher place = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (place.find()) {
            String value = value(place.group(1));
            if (place.end() < text.length() && ENDS.indexOf(text.charAt(place.end())) >= 0) {
                // People end what they write with a full stop; the sentence it is put into has its own.
                value = value.replaceFirst("[。；.]+$", "");
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return place.appendTail(filled).toString();
    }

    private String value(String path) {
        boolean optional = path.endsWith("?");
        String name = optional ? path.substring(0, path.length() - 1).strip() : path;
        JsonNode node = find(name);
        if (node.isMissingNode() || node.isNull()) {
            if (optional) {
                return "";
            }
            throw new IllegalArgumentException("文书模板 " + template + " 用到的字段 " + name + " 在数据中不存在");
        }
        String text = text(name, node);
        record(name, text);
        return text;
    }

    private JsonNode find(String path) {
        JsonNode node = data;
        for (String step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    private String text(String name, JsonNode node) {
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(text(name, part)));
            return String.join("、", parts);
        }
        if (node.isObject()) {
            throw new IllegalArgumentException("文书模板 " + template + " 的字段 " + name + " 是一组数据，不能直接打印");
        }
        return node.isBoolean() ? (node.booleanValue() ? "是" : "否") : node.asText();
    }

    private void record(String path, String text) {
        ObjectNode at = printed;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = at.get(steps[i]);
            at = next instanceof ObjectNode object ? object : at.putObject(steps[i]);
        }
        at.put(steps[steps.length - 1], text);
    }

    /** The rows of a list in the data, each with its own scope; the outer fields are not visible in a row. */
    List<Fields> rows(String path) {
        JsonNode list = find(path);
        if (list.isMissingNode() || list.isNull()) {
            throw new IllegalArgumentException("文书模板 " + template + " 用到的列表 " + path + " 在数据中不存在");
        }
        List<Fields> rows = new ArrayList<>();
        var kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : list) {
            // An empty text iterates over nothing: a list that was not asked for.
            ObjectNode scope = JsonNodeFactory.instance.objectNode();
            if (row instanceof ObjectNode object) {
                scope.setAll(object);
            } else {
                scope.set("text", row);
            }
            scope.put("no", String.valueOf(rows.size() + 1));
            rows.add(new Fields(template + " " + path, scope, kept.addObject()));
        }
        ObjectNode at = printed;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = at.get(steps[i]);
            at = next instanceof ObjectNode object ? object : at.putObject(steps[i]);
        }
        at.set(steps[steps.length - 1], kept);
        return rows;
    }
}
