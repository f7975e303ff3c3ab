package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 一表申请: the forms of several services made into one. Questions that stand for the same data element, or that
 * bundle.json says mean the same, are asked once; a question is shown while one of the services that need it is part of
 * the errand.
 */
final class BundleForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<BundlePart> parts;
    private final List<ObjectNode> sections = new ArrayList<>();
    private final Map<String, List<Asked>> slots = new LinkedHashMap<>();
    private final Map<String, ObjectNode> written = new LinkedHashMap<>();
    private final Set<String> keys = new TreeSet<>();
    private final List<Asked> left = new ArrayList<>();

    /** One question of one service. */
    private record Asked(BundlePart part, JsonNode field) {

        String key() {
            return field.path("key").asText();
        }

        String element() {
            return field.path("dataElement").asText("");
        }
    }

    BundleForm(List<BundlePart> parts) {
        this.parts = parts;
        parts.forEach(part -> part.open().forEach(field -> left.add(new Asked(part, field))));
    }

    /** The form.json of the bundle. */
    ObjectNode merge(DefinitionNode bundle) {
        for (DefinitionNode section : bundle.list("sections")) {
            section.only("key", "title", "intro", "fields");
            ArrayNode fields = section(
                    section.text("key"),
                    section.json().get("title"),
                    section.json().path("intro"));
            section.must("fields").elements().forEach(field -> fields.add(declared(field)));
        }
        parts.forEach(this::rest);
        finish();
        ObjectNode form = JSON.objectNode().put("format", 1);
        ArrayNode list = form.putArray("sections");
        sections.stream().filter(section -> !section.path("fields").isEmpty()).forEach(list::add);
        ArrayNode rules = rules();
        if (!rules.isEmpty()) {
            form.set("rules", rules);
        }
        return form;
    }

    private ArrayNode section(String key, JsonNode title, JsonNode intro) {
        ObjectNode section = JSON.objectNode().put("key", key);
        section.set("title", title.deepCopy());
        if (intro.isObject()) {
            section.set("intro", intro.deepCopy());
        }
        sections.add(section);
        return section.putArray("fields");
    }

    /** A question of the bundle's own, or one that stands for several. */
    private ObjectNode declared(DefinitionNode field) {
        if (field.has("type")) {
            keys.add(field.text("key"));
            return field.json().deepCopy();
        }
        field.only("key", "element", "from", "label", "hint", "why");
        List<Asked> asked = field.has("element") ? ofElement(field.text("element")) : named(field);
        if (asked.isEmpty()) {
            throw field.error("一件事里没有事项问这一项");
        }
        String key = field.has("key") ? field.text("key") : free(asked);
        ObjectNode merged = slot(key, asked, field);
        for (String name : List.of("label", "hint", "why")) {
            if (field.has(name)) {
                merged.set(name, field.get(name).json().deepCopy());
            }
        }
        return merged;
    }

    private List<Asked> ofElement(String element) {
        return left.stream().filter(asked -> asked.element().equals(element)).toList();
    }

    private List<Asked> named(DefinitionNode field) {
        List<Asked> asked = new ArrayList<>();
        for (DefinitionNode from : field.must("from").elements()) {
            from.only("item", "field");
            asked.add(left.stream()
                    .filter(one -> one.part().code().equals(from.text("item"))
                            && one.key().equals(from.text("field")))
                    .findFirst()
                    .orElseThrow(
                            () -> from.error("没有这个问题，或者已经在别处询问或给出：" + from.text("item") + " " + from.text("field"))));
        }
        return asked;
    }

    /** What a service asks that nobody has taken up yet: one section for it. */
    private void rest(BundlePart part) {
        List<Asked> own = left.stream().filter(asked -> asked.part() == part).toList();
        if (own.isEmpty()) {
            return;
        }
        ObjectNode title = JSON.objectNode().put("zh-CN", part.item.name().zh());
        if (!part.item.name().en().isEmpty()) {
            title.put("en", part.item.name().en());
        }
        ArrayNode fields = section(camel(part.code()), title, JSON.missingNode());
        for (Asked asked : own) {
            if (left.contains(asked)) {
                List<Asked> same = asked.element().isEmpty() ? List.of(asked) : ofElement(asked.element());
                fields.add(slot(free(same), same, part.node));
            }
        }
    }

    private ObjectNode slot(String key, List<Asked> asked, DefinitionNode at) {
        if (!keys.add(key)) {
            throw at.error("一件事里有两个问题用了同一个 key：" + key);
        }
        left.removeAll(asked);
        asked.forEach(one -> one.part().answers.put(one.key(), key));
        slots.put(key, asked);
        ObjectNode merged = asked.get(0).field().deepCopy();
        merged.put("key", key);
        asked.forEach(one -> FieldMerge.into(merged, one.field(), at, one.part().code()));
        written.put(key, merged);
        return merged;
    }

    /** Its own key, unless another question of the bundle has that too. */
    private String free(List<Asked> merged) {
        Asked first = merged.get(0);
        String own = first.key();
        boolean taken = keys.contains(own)
                || left.stream().anyMatch(other -> other.key().equals(own) && !merged.contains(other));
        return taken ? camel(first.part().code() + "-" + own) : own;
    }

    /** Now that every question has its place, conditions and bounds can name it. */
    private void finish() {
        slots.forEach((key, asked) -> {
            ObjectNode field = written.get(key);
            List<JsonNode> shown = asked.stream()
                    .map(one -> Conditions.all(List.of(
                            one.part().inBundle(one.field().path("showWhen"), List.of()),
                            one.part().whenAsked(one.key()))))
                    .toList();
            JsonNode any = Conditions.any(shown);
            field.remove("showWhen");
            if (!any.equals(Conditions.TRUE)) {
                field.set("showWhen", any);
            }
            BundlePart first = asked.get(0).part();
            FieldMerge.bounds(field, first);
            FieldMerge.inside(field, first, List.of());
            requireWhen(field, asked);
            field.path("fields").forEach(column -> FieldMerge.column((ObjectNode) column, field, first));
        });
    }

    /** Necessary as soon as one of the services that ask it needs it. */
    private static void requireWhen(ObjectNode field, List<Asked> asked) {
        List<JsonNode> needed = asked.stream()
                .filter(one -> one.field().has("requireWhen"))
                .map(one -> one.part().inBundle(one.field().get("requireWhen"), List.of()))
                .toList();
        field.remove("requireWhen");
        if (!needed.isEmpty()) {
            field.set("requireWhen", Conditions.any(needed));
        }
    }

    /** What the answers of one service have to fit together to, while it takes part; not what is said at a given answer. */
    private ArrayNode rules() {
        ArrayNode rules = JSON.arrayNode();
        for (BundlePart part : parts) {
            for (JsonNode rule : part.item.form().json().path("rules")) {
                boolean each = rule.has("each");
                String owner = rule.path(each ? "each" : "at").asText();
                if (!part.answers.containsKey(owner)) {
                    continue;
                }
                List<String> columns = each ? columns(part.answers.get(owner)) : List.of();
                ObjectNode moved = rule.deepCopy();
                moved.put("key", camel(part.code() + "-" + rule.path("key").asText()));
                moved.put(each ? "each" : "at", part.answers.get(owner));
                moved.set("holds", part.rewrite(rule.get("holds"), columns));
                moved.set("when", part.inBundle(rule.path("when"), columns));
                rules.add(moved);
            }
        }
        return rules;
    }

    private List<String> columns(String key) {
        List<String> columns = new ArrayList<>();
        written.get(key)
                .path("fields")
                .forEach(column -> columns.add(column.path("key").asText()));
        return columns;
    }

    /** {@code social-card} as {@code socialCard}. */
    static String camel(String code) {
        StringBuilder camel = new StringBuilder();
        for (String word : code.split("-")) {
            camel.append(
                    camel.length() == 0
                            ? word
                            : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }
}
