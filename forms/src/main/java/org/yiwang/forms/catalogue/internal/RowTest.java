package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 行条件: what a condition says of the rows of a list. A list without rows fits neither {@code anyRow} nor
 * {@code everyRow}; it counts 0 and sums up to 0.
 *
 * @param how anyRow, everyRow, count or sum
 * @param within what must hold in a row; for sum what always does
 * @param column summed up; empty otherwise
 * @param by is, atLeast or atMost; empty unless counted or summed up
 * @param value what the number is compared with
 */
public record RowTest(String how, Condition within, String column, String by, JsonNode value) {

    private static final List<String> HOW = List.of("anyRow", "everyRow", "count", "sum");
    private static final Condition ALWAYS = new Condition.All(List.of());

    /** Whether a test looks at rows. */
    public static boolean about(JsonNode test) {
        return HOW.stream().anyMatch(test::has);
    }

    public static Condition parse(DefinitionNode node, String field) {
        String how = HOW.stream().filter(node::has).findFirst().orElseThrow();
        boolean number = how.equals("count") || how.equals("sum");
        if (!number) {
            node.only("field", how);
            return new Condition.Rows(field, new RowTest(how, Condition.parse(node.get(how)), "", "", null));
        }
        node.only("field", how, "is", "atLeast", "atMost");
        String by = List.of("is", "atLeast", "atMost").stream()
                .filter(node::has)
                .findFirst()
                .orElse("");
        if (by.isEmpty() || node.json().size() != 3) {
            throw node.error(how + " 还要写 is、atLeast、atMost 中的一种");
        }
        JsonNode value = node.get(by).json();
        if (!value.isNumber() && Bound.field(value.asText()).isEmpty()) {
            throw node.get(by).error("应为数字或者 @问题");
        }
        boolean sum = how.equals("sum");
        return new Condition.Rows(
                field,
                new RowTest(how, sum ? ALWAYS : Condition.parse(node.get(how)), sum ? node.text(how) : "", by, value));
    }

    public boolean holds(JsonNode rows, JsonNode answers) {
        return switch (how) {
            case "anyRow" -> Comparison.fitting(rows, answers, within) > 0;
            case "everyRow" -> !rows.isEmpty() && Comparison.fitting(rows, answers, within) == rows.size();
            case "count" -> compares(BigDecimal.valueOf(Comparison.fitting(rows, answers, within)), answers);
            default -> compares(sum(rows), answers);
        };
    }

    private BigDecimal sum(JsonNode rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            BigDecimal number = Comparison.number(Comparison.answer(row, column));
            sum = number == null ? sum : sum.add(number);
        }
        return sum;
    }

    private boolean compares(BigDecimal number, JsonNode answers) {
        JsonNode found = DecimalNode.valueOf(number);
        Integer order = Comparison.order(found, Comparison.value(value, found, answers));
        if (order == null) {
            return false;
        }
        return switch (by) {
            case "is" -> order == 0;
            case "atLeast" -> order >= 0;
            default -> order <= 0;
        };
    }

    /** A column unanswered in one row must not be answered by a question of the form that has the same key. */
    static ObjectNode outside(JsonNode rows, JsonNode answers) {
        ObjectNode outside = AnswerNormaliser.overlay(answers, JsonNodeFactory.instance.objectNode());
        for (JsonNode row : rows) {
            row.fieldNames().forEachRemaining(outside::remove);
        }
        return outside;
    }

    /** Its own answers before those of the form. */
    static ObjectNode context(JsonNode row, JsonNode answers) {
        ObjectNode own = row.isObject() ? (ObjectNode) row : JsonNodeFactory.instance.objectNode();
        return AnswerNormaliser.overlay(answers, own);
    }

    /** Questions of the form a number is compared with. */
    public Set<String> outside() {
        Set<String> outside = new TreeSet<>();
        if (value != null) {
            Bound.field(value.asText()).ifPresent(outside::add);
        }
        return outside;
    }

    /** The columns it looks at; one of these names may be a question of the form as well. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>(within.fields());
        if (!column.isEmpty()) {
            columns.add(column);
        }
        return columns;
    }
}
