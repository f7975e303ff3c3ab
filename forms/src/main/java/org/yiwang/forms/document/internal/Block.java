package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 模板段落: one piece of a template's body. */
sealed interface Block {

    /** Condition on the data under which it is printed; a missing node means always. */
    JsonNode when();

    /** 正文; style is one of body, plain, note, centre, strong. */
    record Text(String text, String style, JsonNode when) implements Block {}

    /** 小标题. */
    record Heading(String text, JsonNode when) implements Block {}

    /** 键值表. */
    record Facts(List<Fact> rows, double share, int columns, JsonNode when) implements Block {}

    /**
     * 一项; a wide one has its row for itself.
     *
     * @param each a list whose rows the value is printed for, one after the other; empty for none
     */
    record Fact(String label, String value, boolean wide, String each, JsonNode when) {

        String value(Fields fields) {
            return each.isEmpty()
                    ? fields.fill(value)
                    : fields.rows(each).stream().map(row -> row.fill(value)).collect(Collectors.joining("；"));
        }
    }

    /** 列表: one numbered paragraph per row of a list in the data. */
    record Listing(String source, String item, String empty, JsonNode when) implements Block {}

    /** 表格: one row per row of a list in the data. */
    record Table(String source, List<Column> columns, String empty, JsonNode when) implements Block {}

    record Column(String title, String value, double width, boolean centred) {}

    /** 表单内容: sections of labels and values, as a form displays them. */
    record Sections(String source, JsonNode when) implements Block {}

    /** 救济告知; the text names what it is against, such as 本决定. */
    record Remedy(String against, JsonNode when) implements Block {}

    /** 签收栏. */
    record Signatures(List<String> labels, JsonNode when) implements Block {}

    /** 二维码 with a line beside it; nothing is printed where the content is empty. */
    record Qr(String content, String text, JsonNode when) implements Block {}

    Set<String> STYLES = Set.of("body", "plain", "note", "centre", "strong", "statement");

    static Block of(JsonNode node) {
        JsonNode when = node.path("when");
        if (node.has("qr")) {
            return new Qr(node.get("qr").asText(), Template.text(node.path("text")), when);
        } else if (node.has("text")) {
            String style = node.path("style").asText("body");
            if (!STYLES.contains(style)) {
                throw new IllegalArgumentException("没有这种段落样式：" + style);
            }
            return new Text(Template.text(node.get("text")), style, when);
        } else if (node.has("heading")) {
            return new Heading(Template.text(node.get("heading")), when);
        } else if (node.has("facts")) {
            return new Facts(
                    facts(node.get("facts")),
                    node.path("labelShare").asDouble(0.26),
                    node.path("columns").asInt(1),
                    when);
        } else if (node.has("list")) {
            return new Listing(
                    node.get("list").asText(),
                    node.path("item").asText("{{text}}"),
                    node.path("empty").asText("无"),
                    when);
        } else if (node.has("table")) {
            return new Table(
                    node.get("table").asText(),
                    columns(node.path("columns")),
                    node.path("empty").asText("无"),
                    when);
        } else if (node.has("sections")) {
            return new Sections(node.get("sections").asText(), when);
        } else if (node.has("remedy")) {
            return new Remedy(node.get("remedy").asText(), when);
        } else if (node.has("signatures")) {
            List<String> labels = new ArrayList<>();
            node.get("signatures").forEach(label -> labels.add(Template.text(label)));
            return new Signatures(labels, when);
        }
        Iterator<String> names = node.fieldNames();
        throw new IllegalArgumentException("没有这种段落：" + (names.hasNext() ? names.next() : node.toString()));
    }

    private static List<Fact> facts(JsonNode rows) {
        List<Fact> facts = new ArrayList<>();
        for (JsonNode row : rows) {
            facts.add(
                    row.isArray()
                            ? new Fact(
                                    Template.text(row.path(0)), Template.text(row.path(1)), false, "", row.path("when"))
                            : new Fact(
                                    Template.text(row.path("label")),
                                    Template.text(row.path("value")),
                                    row.path("wide").asBoolean(),
                                    row.path("each").asText(""),
                                    row.path("when")));
        }
        return facts;
    }

    private static List<Column> columns(JsonNode nodes) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode node : nodes) {
            columns.add(new Column(
                    Template.text(node.path("title")),
                    Template.text(node.path("value")),
                    node.path("width").asDouble(1),
                    "centre".equals(node.path("align").asText())));
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("表格没有 columns");
        }
        return columns;
    }
}
