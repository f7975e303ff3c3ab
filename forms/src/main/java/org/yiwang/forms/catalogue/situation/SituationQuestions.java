package org.yiwang.forms.catalogue.situation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.internal.Comparison;
import org.yiwang.forms.catalogue.internal.SituationForm;
import org.yiwang.forms.platform.Problem;

/**
 * 情形问答: asks only what conditions, materials, fees and routing hang on (情形引导, 办事指南的“情形”), and says what the
 * answers mean. Keeps nothing and asks for nothing personal: of a written answer only whether there is one.
 */
public final class SituationQuestions {

    private final ItemVersion item;
    private final SituationForm questions;

    private SituationQuestions(ItemVersion item) {
        this.item = item;
        this.questions = SituationForm.of(item);
    }

    public static SituationQuestions of(ItemVersion item) {
        return new SituationQuestions(item);
    }

    /** The questions as a form of one section; empty for an item whose way does not hang on anything. */
    public Optional<FormDefinition> form() {
        return questions.form();
    }

    /** The answers in their one form, unknown and hidden ones dropped. */
    public ObjectNode normalise(JsonNode raw) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return form().map(form -> form.normalise(raw == null ? none : raw)).orElse(none);
    }

    /** What cannot be read in the answers, and which questions lack one. */
    public List<Problem> check(ObjectNode answers, LocalDate today, Language language) {
        return form().map(form -> form.check(answers, today, language)).orElse(List.of());
    }

    /** What of these answers an application can begin with. */
    public ObjectNode forDraft(JsonNode raw) {
        return questions.forDraft(normalise(raw));
    }

    /** What follows from answers to the questions; a voluntary question left empty counts as answered. */
    public Situation judge(JsonNode raw) {
        ObjectNode answers = normalise(raw);
        Set<String> given = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        form().stream()
                .flatMap(form -> form.visible(answers).stream())
                .flatMap(section -> section.fields().stream())
                .forEach(field -> {
                    boolean left = field.required() && Comparison.empty(answers.path(field.key()));
                    (left ? missing : given).add(field.key());
                });
        Set<String> asked = questions.keys();
        Judge judge = new Judge(
                item.form(),
                questions.asAnswers(answers),
                field -> given.contains(field.key()),
                field -> !asked.contains(field.key()) && field.required());
        return conclude(judge, answers, missing);
    }

    /** 不符合的条件, as far as the answers of an application in the making already show it beyond doubt. */
    public static List<Eligibility> notMet(ItemVersion item, JsonNode answers) {
        Judge judge =
                new Judge(item.form(), answers, field -> !Comparison.empty(answers.path(field.key())), field -> false);
        return item.conditions().stream()
                .filter(condition -> condition
                        .rule()
                        .filter(rule -> judge.judge(rule) == Certainty.NO)
                        .isPresent())
                .toList();
    }

    private Situation conclude(Judge judge, ObjectNode answers, Set<String> missing) {
        ObjectNode shaped = questions.asAnswers(answers);
        List<Situation.Finding> findings = new ArrayList<>();
        for (Eligibility condition : item.conditions()) {
            findings.add(new Situation.Finding(condition, state(condition, judge)));
        }
        List<Situation.Paper> papers = new ArrayList<>();
        for (MaterialRequirement material : item.materials()) {
            Certainty needed = judge.judge(material.when());
            if (needed != Certainty.NO) {
                papers.add(
                        new Situation.Paper(material, way(material), needed == Certainty.YES, material.sets(shaped)));
            }
        }
        List<Situation.Charge> charges = new ArrayList<>();
        item.fees().forEach(fee -> charge(fee, judge, answers).ifPresent(charges::add));
        return new Situation(verdict(findings), answers, List.copyOf(missing), findings, papers, charges);
    }

    private Situation.State state(Eligibility condition, Judge judge) {
        if (condition.declaration()) {
            return Situation.State.DECLARED;
        }
        if (condition.rule().isEmpty()) {
            return Situation.State.OFFICER;
        }
        if (!questions.asksFor(condition.rule().get())) {
            return Situation.State.IN_THE_FORM;
        }
        return switch (judge.judge(condition.rule().get())) {
            case YES -> Situation.State.MET;
            case NO -> Situation.State.NOT_MET;
            case OPEN -> Situation.State.OPEN;
        };
    }

    private static Situation.Verdict verdict(List<Situation.Finding> findings) {
        Set<Situation.State> states =
                findings.stream().map(Situation.Finding::state).collect(Collectors.toSet());
        if (states.contains(Situation.State.NOT_MET)) {
            return Situation.Verdict.CANNOT;
        }
        if (states.contains(Situation.State.OPEN)) {
            return Situation.Verdict.OPEN;
        }
        return states.contains(Situation.State.OFFICER) ? Situation.Verdict.OFFICER : Situation.Verdict.CAN;
    }

    private Situation.Way way(MaterialRequirement material) {
        if (material.source() != MaterialOrigin.SELF) {
            return material.source() == MaterialOrigin.LICENCE ? Situation.Way.LICENCE : Situation.Way.DATA;
        }
        if (material.necessity() == Necessity.OPTIONAL) {
            return Situation.Way.OPTIONAL;
        }
        if (item.commitment().filter(rule -> rule.covers(material)).isPresent()) {
            return Situation.Way.PROMISE;
        }
        boolean later =
                material.necessity() == Necessity.DEFERRABLE && item.deferral().isPresent();
        return later ? Situation.Way.LATER : Situation.Way.BRING;
    }

    private Optional<Situation.Charge> charge(Fee fee, Judge judge, ObjectNode answers) {
        Certainty applies = judge.judge(fee.applies());
        if (applies == Certainty.NO) {
            return Optional.empty();
        }
        if (fee.cents().isPresent()) {
            return Optional.of(new Situation.Charge(fee, fee.cents(), applies == Certainty.YES));
        }
        Fee.Formula by = fee.formula().orElseThrow();
        JsonNode quantity = answers.path(by.field());
        OptionalLong cents = quantity.isNumber() ? OptionalLong.of(by.cents(quantity)) : OptionalLong.empty();
        return Optional.of(new Situation.Charge(fee, cents, applies == Certainty.YES));
    }
}
