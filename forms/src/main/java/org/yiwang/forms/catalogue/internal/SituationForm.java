package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Routing;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;

/**
 * 情形问卷: out of an item's form the questions that anything hangs on, put so that no personal number and no name is asked
 * for: of an address only the subdistrict, of a list only how long it is, of what is written only whether there is one.
 */
public final class SituationForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** How a question of the form is put here. */
    private enum Put {
        AS_IT_IS,
        /** An address: in which subdistrict. */
        DIVISION,
        /** Rows: how many. */
        COUNT,
        /** A figure the form works out: asked for in round numbers. */
        FIGURE,
        /** Something written that may be left out: is there one? */
        HAVE,
        /** Something written that must be filled in later: not asked. */
        NOT
    }

    private final FormDefinition whole;
    private final Map<String, JsonNode> sources = new LinkedHashMap<>();
    private final Map<String, Put> puts = new LinkedHashMap<>();
    private final Optional<FormDefinition> form;

    private SituationForm(ItemVersion item) {
        whole = item.form();
        for (JsonNode section : whole.json().path("sections")) {
            section.path("fields")
                    .forEach(field -> sources.put(field.path("key").asText(), field));
        }
        Set<String> wanted = wanted(item);
        List<String> order = new ArrayList<>(item.guide().situation());
        sources.keySet().stream().filter(key -> !order.contains(key)).forEach(order::add);
        for (String key : order) {
            whole.field(key).filter(field -> wanted.contains(key)).ifPresent(field -> puts.put(key, put(field)));
        }
        form = make();
    }

    public static SituationForm of(ItemVersion item) {
        return new SituationForm(item);
    }

    public Optional<FormDefinition> form() {
        return form;
    }

    /** Keys of the questions that are put. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        puts.forEach((key, put) -> {
            if (put != Put.NOT) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Whether a condition looks at anything that is asked here. */
    public boolean asksFor(Condition condition) {
        return condition.fields().stream().map(SituationForm::key).anyMatch(keys()::contains);
    }

    /** Everything that a condition of the item looks at, and what decides whether that is asked. */
    private static Set<String> wanted(ItemVersion item) {
        Stream<Condition> conditions = Stream.of(
                        item.conditions().stream()
                                .filter(condition -> !condition.declaration())
                                .flatMap(condition -> condition.rule().stream()),
                        item.materials().stream().map(MaterialRequirement::when).flatMap(Optional::stream),
                        item.fees().stream().map(Fee::applies).flatMap(Optional::stream),
                        item.routing().stream().map(Routing::when).flatMap(Optional::stream),
                        item.bundle().map(Bundle::members).stream()
                                .flatMap(List::stream)
                                .map(BundleMember::enableWhen)
                                .flatMap(Optional::stream))
                .flatMap(all -> all);
        Set<String> wanted = new LinkedHashSet<>(item.guide().situation());
        conditions.forEach(condition -> condition.fields().forEach(path -> wanted.add(key(path))));
        item.fees().forEach(fee -> fee.formula().ifPresent(by -> wanted.add(by.field())));
        item.materials().forEach(material -> material.perPerson().ifPresent(wanted::add));
        List<String> todo = new ArrayList<>(wanted);
        while (!todo.isEmpty()) {
            item.form().field(todo.remove(0)).flatMap(Field::showWhen).stream()
                    .flatMap(condition -> condition.fields().stream())
                    .map(SituationForm::key)
                    .filter(wanted::add)
                    .forEach(todo::add);
        }
        return wanted;
    }

    private static String key(String path) {
        return path.split("\\.")[0];
    }

    private static Put put(Field field) {
        return switch (field.type()) {
            case CHOICE, MULTI_CHOICE, YES_NO, NUMBER, MONEY -> Put.AS_IT_IS;
            case COMPUTED -> field.compute().orElseThrow().text() ? Put.NOT : Put.FIGURE;
            case DECLARATION, SIGNATURE, FILE -> Put.NOT;
            case ADDRESS -> Put.DIVISION;
            case ROWS -> Put.COUNT;
            default -> field.required() ? Put.NOT : Put.HAVE;
        };
    }

    private Optional<FormDefinition> make() {
        ArrayNode fields = JSON.arrayNode();
        Set<String> asked = keys();
        asked.forEach(key -> fields.add(question(key, asked)));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode section = JSON.objectNode().put("key", "situation");
        section.set("title", label("看看我能不能办", "Can I apply?"));
        section.set("fields", fields);
        ObjectNode definition = JSON.objectNode().put("format", 1);
        definition.putArray("sections").add(section);
        return Optional.of(FormDefinition.parse("situation", definition));
    }

    private ObjectNode question(String key, Set<String> asked) {
        ObjectNode question = sources.get(key).deepCopy();
        question.remove(List.of("dataElement", "sensitive", "why", "requireWhen"));
        // Which options there are may hang on what is not asked here.
        question.path("options").forEach(option -> ((ObjectNode) option).remove("when"));
        for (String bound : List.of("min", "max")) {
            String other = question.path(bound).asText();
            if (other.startsWith("@") && !asked.contains(other.substring(1))) {
                question.remove(bound);
            }
        }
        Field field = whole.field(key).orElseThrow();
        if (field.type() == FieldType.YES_NO || field.type() == FieldType.CHOICE) {
            // Left out it would say nothing, and nobody is turned away for what he has not said.
            question.put("required", true);
        }
        switch (puts.get(key)) {
            case DIVISION -> division(question, field);
            case COUNT -> count(question, field);
            case HAVE -> have(question);
            case FIGURE -> figure(question);
            default -> {}
        }
        if (question.has("showWhen")) {
            JsonNode shown = Conditions.rewrite(question.get("showWhen"), this::test);
            question.remove("showWhen");
            if (!shown.equals(Conditions.TRUE)) {
                question.set("showWhen", shown);
            }
        }
        return question;
    }

    private static void division(ObjectNode question, Field field) {
        question.retain("key", "label", "required", "showWhen");
        question.put("type", "choice");
        ArrayNode options = question.putArray("options");
        for (Field.Option option : field.options()) {
            ObjectNode one = options.addObject().put("value", option.value());
            one.set("label", label(option.label().zh(), option.label().en()));
        }
    }

    private static void count(ObjectNode question, Field field) {
        question.retain("key", "label", "hint", "showWhen");
        question.put("type", "number").put("min", 0).put("max", field.maxRows());
        question.put("required", field.minRows() > 0);
        question.set("unit", label("项", "entries"));
    }

    private static void figure(ObjectNode question) {
        question.retain("key", "label", "hint", "unit", "showWhen");
        question.put("type", "number");
    }

    private static void have(ObjectNode question) {
        JsonNode before = question.path("label");
        question.retain("key", "hint", "showWhen");
        question.put("type", "yesno").put("required", true);
        String english = before.path("en").asText("");
        question.set(
                "label",
                label(
                        "有没有“" + before.path("zh-CN").asText() + "”？",
                        english.isEmpty() ? "" : "Is there an answer to “" + english + "”?"));
    }

    private static ObjectNode label(String zh, String en) {
        ObjectNode label = JSON.objectNode().put("zh-CN", zh);
        return en.isEmpty() ? label : label.put("en", en);
    }

    /** A test of a question as it is put in the form, as a test of the question put here. */
    private JsonNode test(ObjectNode test) {
        String key = key(test.path("field").asText());
        boolean present = test.path("present").asBoolean(false);
        return switch (puts.getOrDefault(key, Put.AS_IT_IS)) {
            case AS_IT_IS, FIGURE -> test;
            case DIVISION -> test.deepCopy().put("field", key);
            case COUNT -> test.has("present") ? turned(present, atLeastOne(key)) : test;
            case HAVE ->
                turned(
                        !test.has("present") || present,
                        JSON.objectNode().put("field", key).put("is", true));
            case NOT -> test.has("present") ? turned(present, shown(key)) : Conditions.TRUE;
        };
    }

    private JsonNode shown(String key) {
        JsonNode showWhen = sources.get(key).path("showWhen");
        return showWhen.isMissingNode() ? Conditions.TRUE : Conditions.rewrite(showWhen, this::test);
    }

    private static ObjectNode atLeastOne(String key) {
        return JSON.objectNode().put("field", key).put("atLeast", 1);
    }

    private static JsonNode turned(boolean straight, JsonNode condition) {
        return straight ? condition : Conditions.not(condition);
    }

    /** Answers given here in the shape that the conditions of the item look at. */
    public ObjectNode asAnswers(ObjectNode given) {
        ObjectNode answers = JSON.objectNode();
        puts.forEach((key, put) -> {
            JsonNode answer = given.path(key);
            if (Comparison.empty(answer)) {
                return;
            }
            switch (put) {
                case AS_IT_IS, FIGURE -> answers.set(key, answer);
                case DIVISION -> answers.putObject(key).set("division", answer);
                case COUNT -> rows(answers.putArray(key), answer.asInt());
                case HAVE -> {
                    if (answer.asBoolean()) {
                        answers.put(key, "…");
                    }
                }
                default -> {}
            }
        });
        return answers;
    }

    private static void rows(ArrayNode rows, int count) {
        for (int i = 0; i < count; i++) {
            rows.addObject().put("row", i);
        }
    }

    /** What of it is an answer to a question of the form itself. */
    public ObjectNode forDraft(ObjectNode given) {
        ObjectNode answers = asAnswers(given);
        puts.forEach((key, put) -> {
            if (put == Put.COUNT || put == Put.HAVE || put == Put.FIGURE) {
                answers.remove(key);
            }
        });
        return answers;
    }
}
