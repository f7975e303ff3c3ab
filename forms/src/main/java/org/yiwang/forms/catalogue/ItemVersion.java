package org.yiwang.forms.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.course.Course;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.platform.Problem;

/**
 * 事项版本: one published version of an item with everything a case under it needs. Never changes.
 *
 * @param id 0 while it is not published
 * @param taskCode 实施编码, 31 characters
 * @param forwarding 转报: who decides where it is not this authority; empty for an item decided here
 * @param renewal 延续: which licence it prolongs; empty for an item that prolongs none
 * @param change 变更: which licence it changes; empty for an item that changes none
 * @param process how the package names its process model; empty for an instant item
 * @param hot place among the hot items, 1 first; 0 for none
 * @param deferral 容缺受理: empty where every material has to be there
 * @param commitment 告知承诺: empty where nothing can be promised instead of proved
 * @param risks for which a promise instead of a proof is excluded
 * @param templates document templates by path ({@code documents/x.json}, {@code templates/y.json}), frozen with it
 * @param bundle 一件事: the services it is made of; empty for a service of its own
 * @param course 特别环节, such as publicity or a waiting list
 * @param baseline 基期, where it is known
 */
public record ItemVersion(
        long id,
        ItemCode code,
        int number,
        String sha256,
        Instant publishedAt,
        Optional<String> processDefinitionId,
        LocalText name,
        LocalText summary,
        PowerType powerType,
        CaseKind caseKind,
        Set<Audience> audience,
        List<String> themes,
        int hot,
        String organisation,
        String taskCode,
        Optional<Forwarding> forwarding,
        Optional<Renewal> renewal,
        Optional<Change> change,
        Set<Channel> channels,
        AssuranceLevel assurance,
        Visits visits,
        boolean principalOnly,
        List<TimeLimit> limits,
        Optional<DeemedAcceptance> deemedAcceptance,
        Optional<DeferralRule> deferral,
        Optional<CommitmentRule> commitment,
        Set<ExcludedRisk> risks,
        List<Eligibility> conditions,
        List<MaterialRequirement> materials,
        List<Fee> fees,
        List<SpecialProcedureRule> specialProcedures,
        Post intake,
        Optional<String> process,
        List<Step> steps,
        List<Routing> routing,
        ResultRule result,
        Optional<InstantRule> instantRule,
        List<ServiceMethod> serviceMethods,
        List<LegalBasis> legalBases,
        Guide guide,
        FormDefinition form,
        Map<String, String> templates,
        Optional<Bundle> bundle,
        Course course,
        Optional<Baseline> baseline) {

    public ItemVersion {
        audience = Set.copyOf(audience);
        themes = List.copyOf(themes);
        channels = Set.copyOf(channels);
        limits = List.copyOf(limits);
        risks = Set.copyOf(risks);
        conditions = List.copyOf(conditions);
        materials = List.copyOf(materials);
        fees = List.copyOf(fees);
        specialProcedures = List.copyOf(specialProcedures);
        steps = List.copyOf(steps);
        routing = List.copyOf(routing);
        serviceMethods = List.copyOf(serviceMethods);
        legalBases = List.copyOf(legalBases);
        templates = Map.copyOf(templates);
    }

    /** The step of that key; a key nobody knows is an error of ours. */
    public Step step(String key) {
        return steps.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " version " + number + " has no step " + key));
    }

    public Optional<TimeLimit> limit(LimitKind kind) {
        return limits.stream().filter(limit -> limit.kind() == kind).findFirst();
    }

    /** 全部时限: those of the item and those of its second stage. */
    public List<TimeLimit> allLimits() {
        return Stream.concat(limits.stream(), course.stages().stream().flatMap(stages -> stages.limits().stream()))
                .toList();
    }

    /** Does this step decide the first of two stages? */
    public boolean decidesFirstStage(String stepKey) {
        return course.stages().filter(rule -> rule.step().equals(stepKey)).isPresent();
    }

    public Optional<MaterialRequirement> material(String key) {
        return materials.stream().filter(material -> material.key().equals(key)).findFirst();
    }

    public Optional<SpecialProcedureRule> specialProcedure(SpecialProcedureType type) {
        return specialProcedures.stream().filter(rule -> rule.type() == type).findFirst();
    }

    public boolean instant() {
        return caseKind == CaseKind.INSTANT;
    }

    public boolean offers(Channel channel) {
        return channels.contains(channel);
    }

    /** The outcome the process goes on with: the first routing rule that fits, or what the officer said. */
    public String outcome(String stepKey, String said, JsonNode answers) {
        return routed(stepKey, answers).orElse(said);
    }

    /** The outcome that a routing rule settles, whatever the officer says; empty where it is his word. */
    public Optional<String> routed(String stepKey, JsonNode answers) {
        return routing.stream()
                .filter(rule -> rule.after().equals(stepKey))
                .filter(rule -> rule.when().map(when -> when.holds(answers)).orElse(true))
                .map(Routing::outcome)
                .findFirst();
    }

    /** 受理条件 that these answers show not to be met; where only an officer can judge, nothing is said. */
    public List<Problem> ineligible(JsonNode answers, Language language) {
        return conditions.stream()
                .filter(condition ->
                        condition.rule().map(rule -> !rule.holds(answers)).orElse(false))
                .map(condition -> new Problem(
                        "conditions." + condition.key(),
                        "INELIGIBLE",
                        (language == Language.EN ? "Condition not met: " : "不符合受理条件：")
                                + condition.text().in(language)))
                .toList();
    }

    /** What these answers cost at that moment, in fen. */
    public long due(Fee.FeeMoment moment, JsonNode answers) {
        return fees.stream()
                .filter(fee -> fee.when() == moment)
                .mapToLong(fee -> fee.amount(answers))
                .sum();
    }

    /** The materials these answers call for, in order. */
    public List<MaterialRequirement> materialsFor(JsonNode answers) {
        return materials.stream().filter(material -> material.applies(answers)).toList();
    }

    /** Template text (JSON) of that path. */
    public Optional<String> template(String path) {
        return Optional.ofNullable(templates.get(path));
    }
}
