package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 待合并的子事项: a service named in bundle.json, and what the bundle asks in its stead. */
final class BundlePart {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    final DefinitionNode node;
    final ItemVersion item;
    private final JsonNode written;
    final boolean mandatory;
    final Optional<JsonNode> enableWhen;
    final List<ItemCode> dependsOn;
    final BundleMode mode;
    final Map<String, JsonNode> given = new LinkedHashMap<>();
    final Map<String, ItemCode> fromResult = new LinkedHashMap<>();
    final List<String> omitted;

    /** The parts of the same bundle, this one included. */
    private List<BundlePart> all = List.of(this);

    /** By its own question the bundle's; filled while the forms are merged. */
    final Map<String, String> answers = new LinkedHashMap<>();

    /** By its own material the bundle's. */
    final Map<String, String> materials = new LinkedHashMap<>();

    BundlePart(DefinitionNode node, BundleCompiler.Published published) {
        node.only("item", "mandatory", "enableWhen", "dependsOn", "mode", "given", "fromResult", "omit");
        this.node = node;
        this.item = published.item();
        this.written = published.json();
        this.enableWhen = node.optional("enableWhen", condition -> {
            Condition.parse(condition);
            return condition.json();
        });
        this.mandatory = node.flag("mandatory", enableWhen.isEmpty());
        this.dependsOn = node.list("dependsOn", before -> ItemCode.of(before.text()));
        this.mode = node.has("mode") ? node.constant("mode", BundleMode.class) : BundleMode.SYNC;
        node.get("given").json().properties().forEach(entry -> given.put(entry.getKey(), entry.getValue()));
        node.get("fromResult")
                .json()
                .properties()
                .forEach(entry -> fromResult.put(
                        entry.getKey(), ItemCode.of(entry.getValue().asText())));
        this.omitted = node.list("omit", DefinitionNode::text);
    }

    String code() {
        return item.code().value();
    }

    /** How its item.json writes the element of that key, such as one of its {@code materials}. */
    JsonNode source(String list, String key) {
        for (JsonNode element : written.path(list)) {
            if (element.path("key").asText().equals(key)) {
                return element;
            }
        }
        throw new IllegalStateException(code() + " has no " + key + " in " + list);
    }

    /** The questions of its form that the bundle has to ask, as they are written, with the section they stand in. */
    List<JsonNode> open() {
        List<JsonNode> open = new ArrayList<>();
        for (JsonNode section : item.form().json().path("sections")) {
            for (JsonNode field : section.path("fields")) {
                String key = field.path("key").asText();
                if (!given.containsKey(key)
                        && !omitted.contains(key)
                        && !whenAsked(key).equals(Conditions.FALSE)) {
                    open.add(field);
                }
            }
        }
        return open;
    }

    void among(List<BundlePart> parts) {
        all = parts;
    }

    /** When a question is left for people to answer: one that a result answers is not, while that service takes part. */
    JsonNode whenAsked(String key) {
        ItemCode before = fromResult.get(key);
        return before == null
                ? Conditions.TRUE
                : all.stream()
                        .filter(part -> part.item.code().equals(before))
                        .findFirst()
                        .map(part -> Conditions.not(part.enabled()))
                        .orElse(Conditions.TRUE);
    }

    /** A condition over its own answers as one over the bundle's, and only while it is part of the errand. */
    JsonNode inBundle(JsonNode condition, List<String> columns) {
        JsonNode own = condition.isMissingNode() ? Conditions.TRUE : rewrite(condition, columns);
        return Conditions.all(List.of(enabled(), own));
    }

    JsonNode enabled() {
        return mandatory ? Conditions.TRUE : enableWhen.orElse(Conditions.TRUE);
    }

    JsonNode rewrite(JsonNode condition, List<String> columns) {
        return Conditions.rewrite(condition, test -> test(test, columns));
    }

    private JsonNode test(ObjectNode test, List<String> columns) {
        String path = test.path("field").asText();
        String first = path.split("\\.")[0];
        if (columns.contains(first)) {
            return test;
        }
        if (answers.containsKey(first)) {
            return moved(test, columns);
        }
        if (fromResult.containsKey(first)) {
            // Its answer comes with a result: present, and nothing else is known of it.
            return test.has("present") && !test.get("present").asBoolean() ? Conditions.FALSE : Conditions.TRUE;
        }
        ObjectNode known = JSON.objectNode();
        if (given.containsKey(first)) {
            known.set(first, given.get(first));
        }
        return Condition.parse(test).holds(known) ? Conditions.TRUE : Conditions.FALSE;
    }

    /** The same test over the bundle's questions; what is said of rows keeps the names of their columns. */
    private ObjectNode moved(ObjectNode test, List<String> columns) {
        ObjectNode moved = test.deepCopy();
        moved.put("field", moved(test.path("field").asText()));
        for (String name : List.of("is", "atLeast", "atMost")) {
            Bound.field(test.path(name).asText(""))
                    .filter(other -> !columns.contains(other))
                    .ifPresent(other -> moved.put(name, "@" + moved(other)));
        }
        return moved;
    }

    /** What the bundle calls a question of this service, with what stands behind the dot. */
    String moved(String path) {
        String first = path.split("\\.")[0];
        return answers.getOrDefault(first, first) + path.substring(first.length());
    }
}
