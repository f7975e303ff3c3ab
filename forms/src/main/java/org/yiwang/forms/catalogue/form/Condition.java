package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.internal.Comparison;
import org.yiwang.forms.catalogue.internal.RowTest;

/**
 * 条件: the one kind of condition anywhere in a service package (show-when, material need, eligibility, routing,
 * template): a JSON tree of {@code all, any, not} over tests of one field each. What it means is fixed by the vectors in
 * {@code conditions.json} of this module's tests, which a script in the browser is held to as well.
 *
 * <p>A test on a field without an answer does not hold, except {@code "present": false}. On a list, {@code is} and
 * {@code in} hold when one element fits; {@code atLeast} and {@code atMost} with a number compare its size.
 */
public sealed interface Condition {

    /** Whether it holds for these (normalised) answers. */
    boolean holds(JsonNode answers);

    /** Every field it looks at, as dotted paths. */
    Set<String> fields();

    /** Reads a condition; a {@link DefinitionException} names the place where it is wrong. */
    static Condition parse(JsonNode json) {
        return parse(DefinitionNode.of("condition", json));
    }

    static Condition parse(DefinitionNode node) {
        JsonNode json = node.json();
        if (!json.isObject()) {
            throw node.error("条件应为对象");
        }
        if (json.has("all")) {
            node.only("all");
            return new All(node.list("all", Condition::parse));
        }
        if (json.has("any")) {
            node.only("any");
            return new Any(node.list("any", Condition::parse));
        }
        if (json.has("not")) {
            node.only("not");
            return new Not(parse(node.must("not")));
        }
        return test(node);
    }

    private static Condition test(DefinitionNode node) {
        String field = node.text("field");
        if (RowTest.about(node.json())) {
            return RowTest.parse(node, field);
        }
        node.only("field", "is", "in", "atLeast", "atMost", "present");
        if (node.json().size() != 2) {
            throw node.error("一个条件写一个 field 和 is、in、atLeast、atMost、present、anyRow、everyRow、count、sum 中的一种");
        }
        if (node.has("is")) {
            return new Is(field, scalar(node.get("is")));
        }
        if (node.has("in")) {
            return new In(field, node.list("in", Condition::scalar));
        }
        if (node.has("atLeast")) {
            return new AtLeast(field, scalar(node.get("atLeast")));
        }
        if (node.has("atMost")) {
            return new AtMost(field, scalar(node.get("atMost")));
        }
        return new Present(field, node.flag("present", true));
    }

    /** A value to compare with: a text, a number, true or false, {@code @field} or {@code today-3m}. */
    static JsonNode scalar(DefinitionNode node) {
        if (!node.json().isValueNode() || node.json().isNull()) {
            throw node.error("应为文本、数字、true 或者 false");
        }
        return node.json();
    }

    /** 全部满足. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }

        @Override
        public Set<String> fields() {
            return Comparison.union(parts);
        }
    }

    /** 任一满足. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public Set<String> fields() {
            return Comparison.union(parts);
        }
    }

    /** 不满足. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            return !part.holds(answers);
        }

        @Override
        public Set<String> fields() {
            return part.fields();
        }
    }

    /** 等于. */
    record Is(String field, JsonNode value) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            JsonNode answer = Comparison.answer(answers, field);
            return Comparison.equal(answer, Comparison.value(value, answer, answers));
        }

        @Override
        public Set<String> fields() {
            return Comparison.fields(field, value);
        }
    }

    /** 属于. */
    record In(String field, List<JsonNode> values) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            JsonNode answer = Comparison.answer(answers, field);
            return values.stream()
                    .anyMatch(value -> Comparison.equal(answer, Comparison.value(value, answer, answers)));
        }

        @Override
        public Set<String> fields() {
            return Comparison.fields(field, values.toArray(JsonNode[]::new));
        }
    }

    /** 不少于／不早于. */
    record AtLeast(String field, JsonNode value) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            JsonNode answer = Comparison.answer(answers, field);
            Integer order = Comparison.order(answer, Comparison.value(value, answer, answers));
            return order != null && order >= 0;
        }

        @Override
        public Set<String> fields() {
            return Comparison.fields(field, value);
        }
    }

    /** 不多于／不晚于. */
    record AtMost(String field, JsonNode value) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            JsonNode answer = Comparison.answer(answers, field);
            Integer order = Comparison.order(answer, Comparison.value(value, answer, answers));
            return order != null && order <= 0;
        }

        @Override
        public Set<String> fields() {
            return Comparison.fields(field, value);
        }
    }

    /**
     * 行条件: a test of the rows of a repeating question, within which its columns are looked at before the questions of
     * the form.
     */
    record Rows(String field, RowTest test) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            return test.holds(Comparison.answer(answers, field), answers);
        }

        /** Columns are not among them: what they are called is a matter of the rows. */
        @Override
        public Set<String> fields() {
            Set<String> fields = new TreeSet<>(Set.of(field));
            fields.addAll(test.outside());
            return fields;
        }
    }

    /** 已填写. */
    record Present(String field, boolean present) implements Condition {
        @Override
        public boolean holds(JsonNode answers) {
            return present != Comparison.empty(Comparison.answer(answers, field));
        }

        @Override
        public Set<String> fields() {
            return new TreeSet<>(Set.of(field));
        }
    }
}
