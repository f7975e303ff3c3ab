package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.internal.Bound;
import org.yiwang.forms.catalogue.internal.Comparison;
import org.yiwang.forms.identity.IdNumber;
import org.yiwang.forms.identity.InvalidValue;

/**
 * 计算值: what the platform works out from answers and never takes from outside.
 *
 * <p>A term is a question, a column of a list ({@code members.income}, all its rows) or a number. A sum leaves out what is
 * not answered; a difference, a product and a quotient need everything.
 *
 * @param at for an age the day it is reached on: a question or {@code today}
 * @param where rows that are counted; all of them otherwise
 * @param with put between what is joined
 * @param decimals kept, rounded half up
 */
public record Computation(
        Kind kind, List<JsonNode> terms, String at, Optional<Condition> where, String with, int decimals) {

    /** 运算. */
    public enum Kind {
        SUM("sum"),
        DIFFERENCE("difference"),
        PRODUCT("product"),
        QUOTIENT("quotient"),
        COUNT("count"),
        AGE("age"),
        JOIN("join");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    public Computation {
        terms = List.copyOf(terms);
    }

    /** Reads {@code {"sum": ["members.income"]}} and its like. */
    public static Computation parse(DefinitionNode node) {
        for (Kind kind : Kind.values()) {
            if (node.has(kind.key)) {
                return parse(node, kind);
            }
        }
        throw node.error("计算写 sum、difference、product、quotient、count、age、join 中的一种");
    }

    private static Computation parse(DefinitionNode node, Kind kind) {
        node.only(
                switch (kind) {
                    case COUNT -> new String[] {kind.key, "where"};
                    case AGE -> new String[] {kind.key, "at"};
                    case JOIN -> new String[] {kind.key, "with"};
                    default -> new String[] {kind.key, "decimals"};
                });
        DefinitionNode of = node.get(kind.key);
        List<JsonNode> terms = new ArrayList<>();
        if (kind == Kind.COUNT || kind == Kind.AGE) {
            of.text();
            terms.add(of.json());
        } else {
            of.elements().forEach(term -> terms.add(term(term)));
        }
        int least = kind == Kind.DIFFERENCE || kind == Kind.QUOTIENT ? 2 : 1;
        if (terms.size() < least) {
            throw of.error("至少写 " + least + " 项");
        }
        return new Computation(
                kind,
                terms,
                node.text("at", "today"),
                node.optional("where", Condition::parse),
                node.has("with") ? node.get("with").json().asText() : "",
                node.number("decimals", kind == Kind.AGE || kind == Kind.COUNT ? 0 : 2));
    }

    private static JsonNode term(DefinitionNode node) {
        if (!node.json().isNumber()) {
            node.text();
        }
        return node.json();
    }

    /** Every question it looks at, as dotted paths. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        terms.stream().filter(JsonNode::isTextual).forEach(term -> fields.add(term.textValue()));
        if (kind == Kind.AGE && !at.equals("today")) {
            fields.add(at);
        }
        return fields;
    }

    /** Whether it counts from the day the answers were given on. */
    public boolean dated() {
        return kind == Kind.AGE && at.equals("today");
    }

    public boolean text() {
        return kind == Kind.JOIN;
    }

    /** What it comes to; missing while too little is answered. */
    public JsonNode of(JsonNode answers) {
        return switch (kind) {
            case COUNT -> count(answers);
            case AGE -> age(answers);
            case JOIN -> join(answers);
            default -> reckon(answers);
        };
    }

    private JsonNode count(JsonNode answers) {
        JsonNode rows = Comparison.answer(answers, terms.get(0).asText());
        Condition each = where.orElse(new Condition.All(List.of()));
        return DecimalNode.valueOf(BigDecimal.valueOf(Comparison.fitting(rows, answers, each)));
    }

    private JsonNode age(JsonNode answers) {
        LocalDate born = day(Comparison.answer(answers, terms.get(0).asText()).asText());
        LocalDate on = Bound.day(
                at.equals("today")
                        ? answers.path(Comparison.TODAY).asText()
                        : Comparison.answer(answers, at).asText());
        if (born == null || on == null || on.isBefore(born)) {
            return MissingNode.getInstance();
        }
        return DecimalNode.valueOf(BigDecimal.valueOf(Period.between(born, on).getYears()));
    }

    /** A birth date, or the one in an ID number. */
    private static LocalDate day(String text) {
        try {
            return text.length() == 18 ? new IdNumber(text).birthDate() : Bound.day(text);
        } catch (InvalidValue wrong) {
            return null;
        }
    }

    private JsonNode join(JsonNode answers) {
        List<String> parts = new ArrayList<>();
        for (JsonNode term : terms) {
            for (JsonNode value : values(term, answers)) {
                if (value.isValueNode() && !Comparison.empty(value)) {
                    parts.add(value.asText());
                }
            }
        }
        return parts.isEmpty() ? MissingNode.getInstance() : TextNode.valueOf(String.join(with, parts));
    }

    private JsonNode reckon(JsonNode answers) {
        BigDecimal result = null;
        for (JsonNode term : terms) {
            BigDecimal number = term.isNumber() ? term.decimalValue() : sum(values(term, answers));
            if (number == null && kind != Kind.SUM) {
                return MissingNode.getInstance();
            }
            result = number == null ? result : result == null ? number : with(result, number);
            if (result == null && kind != Kind.SUM) {
                return MissingNode.getInstance();
            }
        }
        if (result == null || result.precision() - result.scale() > 18) {
            return MissingNode.getInstance();
        }
        BigDecimal plain = result.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /** Null where it cannot be: nothing is divided by nothing. */
    private BigDecimal with(BigDecimal left, BigDecimal right) {
        return switch (kind) {
            case SUM -> left.add(right);
            case DIFFERENCE -> left.subtract(right);
            case PRODUCT -> left.multiply(right);
            default -> right.signum() == 0 ? null : left.divide(right, decimals + 6, RoundingMode.HALF_UP);
        };
    }

    private static BigDecimal sum(List<JsonNode> values) {
        BigDecimal sum = null;
        for (JsonNode value : values) {
            BigDecimal number = Comparison.number(value);
            sum = number == null ? sum : sum == null ? number : sum.add(number);
        }
        return sum;
    }

    /** The answer, or those of a column in every row. */
    private static List<JsonNode> values(JsonNode term, JsonNode answers) {
        String[] path = term.asText().split("\\.", 2);
        JsonNode first = answers.path(path[0]);
        List<JsonNode> values = new ArrayList<>();
        if (path.length == 2 && first.isArray()) {
            first.forEach(row -> values.add(row.path(path[1])));
        } else {
            values.add(Comparison.answer(answers, term.asText()));
        }
        return values;
    }
}
