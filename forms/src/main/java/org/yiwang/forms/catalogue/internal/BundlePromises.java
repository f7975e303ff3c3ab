package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.VerificationMode;

/**
 * 一件事的容缺和承诺: what every service that wants a paper lets follow later, or lets be replaced by a commitment, may be so in
 * the errand too. It is signed once; each case then carries its own, with its own clock, by its own rule.
 */
final class BundlePromises {

    private final List<BundlePart> parts;

    BundlePromises(List<BundlePart> parts) {
        this.parts = parts;
    }

    /** After the materials: they say which service wants what. */
    void write(ObjectNode item) {
        ArrayNode limits = item.withArray("limits");
        deferral(item, limits);
        commitment(item, limits);
    }

    private void deferral(ObjectNode item, ArrayNode limits) {
        Set<String> deferrable = new LinkedHashSet<>();
        item.path("materials").forEach(material -> {
            if (material.path("necessity").asText().equals(Necessity.DEFERRABLE.name())) {
                deferrable.add(material.path("key").asText());
            }
        });
        List<BundlePart> lenient = parts.stream()
                .filter(part -> part.item.deferral().isPresent())
                .filter(part -> part.materials.values().stream().anyMatch(deferrable::contains))
                .toList();
        if (lenient.isEmpty()) {
            return;
        }
        boolean gate = lenient.stream()
                .anyMatch(part -> part.item.deferral().orElseThrow().form() == DeferralForm.GATE_RESULT);
        item.putObject("deferral")
                .put("form", (gate ? DeferralForm.GATE_RESULT : DeferralForm.ISSUE_THEN_SUPPLY).name())
                .put("basis", joined(lenient, part -> part.item
                        .deferral()
                        .orElseThrow()
                        .basis()));
        // The shortest: nobody promises more than any of the services lets him.
        limit(limits, lenient, LimitKind.DEFERRED, "ACCEPTED", "DEFERRED_SUPPLIED");
    }

    /** A paper that several want can be replaced only if each of them takes a commitment for it. */
    private void commitment(ObjectNode item, ArrayNode limits) {
        Set<String> covered = new LinkedHashSet<>();
        for (JsonNode material : item.path("materials")) {
            String key = material.path("key").asText();
            boolean wanted = parts.stream().anyMatch(part -> part.materials.containsValue(key));
            if (wanted && parts.stream().allMatch(part -> covers(part, key))) {
                covered.add(key);
            }
        }
        List<BundlePart> trusting = parts.stream()
                .filter(part -> part.item.commitment().isPresent())
                .filter(part -> part.materials.values().stream().anyMatch(covered::contains))
                .toList();
        if (trusting.isEmpty()) {
            return;
        }
        List<CommitmentRule> rules = trusting.stream()
                .map(part -> part.item.commitment().orElseThrow())
                .toList();
        CommitmentRule first = rules.get(0);
        ObjectNode merged =
                item.putObject("commitment").put("kind", first.kind().name());
        covered.forEach(merged.putArray("materials")::add);
        text(merged, "name", rules, CommitmentRule::name);
        text(merged, "purpose", rules, CommitmentRule::purpose);
        ArrayNode facts = merged.putArray("facts");
        rules.stream().flatMap(rule -> rule.facts().stream()).distinct().forEach(fact -> say(facts.addObject(), fact));
        text(merged, "standard", rules, CommitmentRule::standard);
        text(merged, "liability", rules, CommitmentRule::liability);
        verification(merged, rules, trusting, limits);
        merged.put("byAgent", rules.stream().allMatch(CommitmentRule::byAgent));
        text(merged, "disclosure", rules, CommitmentRule::disclosure);
        merged.put(
                "basis",
                joined(trusting, part -> part.item.commitment().orElseThrow().basis()));
        item.putArray("risks");
    }

    /** Each office verifies by its own rule; the errand only says that it will be. */
    private static void verification(
            ObjectNode merged, List<CommitmentRule> rules, List<BundlePart> trusting, ArrayNode limits) {
        CommitmentRule strict = rules.stream()
                .filter(rule -> rule.verification() != VerificationMode.EXEMPT)
                .findFirst()
                .orElse(rules.get(0));
        merged.put("verification", strict.verification().name());
        strict.verifier().ifPresent(post -> {
            merged.put("verifier", post.toString());
            limit(limits, trusting, LimitKind.VERIFY, "DECIDED", "VERIFIED");
        });
    }

    /** True for a service that does not want it. */
    private static boolean covers(BundlePart part, String key) {
        return part.materials.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .allMatch(entry -> part.item
                        .commitment()
                        .filter(rule -> rule.materials().contains(entry.getKey()))
                        .isPresent());
    }

    private static void limit(ArrayNode limits, List<BundlePart> of, LimitKind kind, String start, String end) {
        List<TimeLimit> own =
                of.stream().flatMap(part -> part.item.limit(kind).stream()).toList();
        TimeLimit shortest = own.stream()
                .min(java.util.Comparator.comparingInt(TimeLimit::value))
                .orElseThrow();
        limits.addObject()
                .put("kind", kind.name())
                .put("value", shortest.value())
                .put("unit", shortest.span().unit().name())
                .put("startEvent", start)
                .put("endEvent", end)
                .put("basis", own.stream().map(TimeLimit::basis).distinct().collect(Collectors.joining("；")));
    }

    private static String joined(List<BundlePart> of, Function<BundlePart, String> what) {
        return of.stream().map(what).distinct().collect(Collectors.joining("；"));
    }

    private static void text(
            ObjectNode merged, String name, List<CommitmentRule> rules, Function<CommitmentRule, LocalText> what) {
        List<LocalText> texts =
                new ArrayList<>(rules.stream().map(what).distinct().toList());
        say(
                merged.putObject(name),
                new LocalText(
                        texts.stream().map(LocalText::zh).collect(Collectors.joining("；")),
                        texts.stream().map(LocalText::en).collect(Collectors.joining("; "))));
    }

    private static void say(ObjectNode node, LocalText text) {
        node.put("zh-CN", text.zh()).put("en", text.en());
    }
}
