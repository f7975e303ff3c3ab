package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.internal.JsonChanges.Spot;

/** 差异内容: the values of one version in words. */
final class ChangeValues {

    private static final Set<String> CONDITIONS = Set.of("rule", "when", "applies", "showWhen", "approve");
    private static final LocalText NONE = new LocalText("无", "none");

    /** What of a new entry is worth a word. */
    private static final Map<String, List<String>> SUMMARIES = Map.of(
            "limits", List.of("value", "startEvent", "endEvent"),
            "conditions", List.of("rule"),
            "materials", List.of("necessity", "source", "when"),
            "fees", List.of("cents", "formula", "applies"),
            "steps", List.of("role", "post", "limit"),
            "routing", List.of("when"),
            "specialProcedures", List.of("expected"),
            "fields", List.of("type", "required", "showWhen"));

    private final ConditionText conditions;

    /** @param form of that version, for its conditions; null where it has none */
    ChangeValues(FormDefinition form) {
        this.conditions = new ConditionText(form);
    }

    /** Is it one thing to a reader, not looked into any further? */
    static boolean atomic(Spot spot, JsonNode node) {
        return node.isValueNode() || isLabel(node) || condition(spot, node) || span(node) && node.size() == 2;
    }

    private static boolean isLabel(JsonNode node) {
        return node.isObject() && node.path("zh-CN").isTextual() && node.size() <= 2;
    }

    private static boolean condition(Spot spot, JsonNode node) {
        return node.isObject() && CONDITIONS.contains(spot.last());
    }

    static boolean span(JsonNode node) {
        return node.path("value").isInt() && unit(node) != null;
    }

    private static LimitUnit unit(JsonNode node) {
        for (LimitUnit unit : LimitUnit.values()) {
            if (unit.name().equals(node.path("unit").asText())) {
                return unit;
            }
        }
        return null;
    }

    static LocalText spanText(JsonNode node) {
        Span span = new Span(Math.max(0, node.path("value").intValue()), unit(node));
        return new LocalText(span.text(Language.ZH), span.text(Language.EN));
    }

    /** Out of a few that are named: each came or went for itself. */
    static boolean choice(Spot spot, JsonNode list) {
        for (JsonNode one : list) {
            if (!one.isTextual() || one.textValue().length() > 40 || spot.last().equals("checks")) {
                return false;
            }
        }
        return true;
    }

    static LocalText label(JsonNode node) {
        String zh = node.path("zh-CN").asText();
        return new LocalText(zh.isBlank() ? "—" : zh, node.path("en").asText());
    }

    LocalText of(Spot spot, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return NONE;
        }
        if (node.isBoolean()) {
            return ChangeWords.yesOrNo(node.booleanValue());
        }
        if (node.isNumber()) {
            return spot.last().startsWith("cents") ? yuan(node) : new LocalText(node.asText(), node.asText());
        }
        if (node.isTextual()) {
            return ChangeWords.constant(spot.names(), node.textValue())
                    .map(ChangeWords::quoted)
                    .orElseGet(() ->
                            node.textValue().isBlank() ? NONE : ChangeWords.quoted(LocalText.of(node.textValue())));
        }
        if (isLabel(node)) {
            return ChangeWords.quoted(label(node));
        }
        if (condition(spot, node)) {
            return conditions.of(Condition.parse(node));
        }
        return span(node) && node.size() == 2 ? spanText(node) : several(spot, node);
    }

    private static LocalText yuan(JsonNode cents) {
        String yuan = new BigDecimal(cents.asText())
                .movePointLeft(2)
                .stripTrailingZeros()
                .toPlainString();
        return new LocalText(yuan + "元", yuan + " yuan");
    }

    /** A list, or an object nobody has a sentence for. */
    private LocalText several(Spot spot, JsonNode node) {
        List<LocalText> parts = new ArrayList<>();
        if (node.isArray()) {
            // A name is enough for one of many.
            node.forEach(one ->
                    parts.add(isLabel(one.path("name")) ? ChangeWords.quoted(label(one.path("name"))) : of(spot, one)));
        } else {
            if (span(node)) {
                parts.add(spanText(node));
            }
            node.properties().stream()
                    .filter(entry -> !span(node) || !Set.of("value", "unit").contains(entry.getKey()))
                    .forEach(entry -> parts.add(named(spot.at(entry.getKey()), entry.getValue())));
        }
        return parts.isEmpty()
                ? NONE
                : new LocalText(
                        String.join("、", parts.stream().map(LocalText::zh).toList()),
                        String.join(
                                ", ", parts.stream().map(ChangeWords::english).toList()));
    }

    private LocalText named(Spot spot, JsonNode value) {
        LocalText name = ChangeWords.name(spot.names()).orElse(LocalText.of(spot.last()));
        LocalText text = of(spot, value);
        return new LocalText(name.zh() + " " + text.zh(), ChangeWords.english(name) + " " + ChangeWords.english(text));
    }

    /** What a new entry is, in few words; null where its name says all. */
    LocalText summary(Spot entry, JsonNode node) {
        List<LocalText> parts = new ArrayList<>();
        for (String name : SUMMARIES.getOrDefault(entry.last(), List.of())) {
            if (name.equals("value") && span(node)) {
                parts.add(spanText(node));
            } else if (node.has(name)) {
                parts.add(named(entry.at(name), node.get(name)));
            }
        }
        return parts.isEmpty()
                ? null
                : new LocalText(
                        String.join("；", parts.stream().map(LocalText::zh).toList()),
                        String.join(
                                "; ", parts.stream().map(ChangeWords::english).toList()));
    }
}
