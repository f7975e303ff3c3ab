package org.yiwang.forms.catalogue.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.internal.PackageSource;

/** 情形引导: what is asked beforehand, and that it says the same as the whole form does with the same answers. */
class SituationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<FieldType> HARMLESS =
            Set.of(FieldType.CHOICE, FieldType.MULTI_CHOICE, FieldType.YES_NO, FieldType.NUMBER);

    @TestFactory
    List<DynamicTest> noServiceAsksForAnythingPersonalBeforehand() {
        return each(found -> {
            ItemVersion item = found.item();
            SituationQuestions.of(item).form().ifPresent(form -> {
                for (Field field : form.sections().get(0).fields()) {
                    assertTrue(HARMLESS.contains(field.type()), field.key());
                    assertTrue(field.dataElement().isEmpty() && !field.sensitive(), field.key());
                }
            });
        });
    }

    @TestFactory
    List<DynamicTest> withoutAnswersNobodyIsTurnedAway() {
        return each(found -> {
            Situation nothing = SituationQuestions.of(found.item()).judge(JSON.createObjectNode());
            assertEquals(List.of(), nothing.notMet(), "nobody is turned away for what he has not said");
            assertNotEquals(Situation.Verdict.CANNOT, nothing.verdict());
            boolean asked = SituationQuestions.of(found.item()).form().isPresent();
            assertTrue(asked
                    || found.item().conditions().stream()
                            .allMatch(condition ->
                                    condition.declaration() || condition.rule().isEmpty()));
        });
    }

    /** The cases that prove a package prove this, too: same conditions, materials and fees as from the whole form. */
    @TestFactory
    List<DynamicTest> whatIsSaidBeforehandIsWhatTheApplicationComesTo() {
        return each(found -> {
            for (JsonNode test : tests(found)) {
                if (!test.path("expect").path("problems").isEmpty()) {
                    continue; // What is missing there the form itself asks for again.
                }
                agree(
                        found.item(),
                        found.item().form().normalise(test.path("answers")),
                        test.path("name").asText());
            }
        });
    }

    private static void agree(ItemVersion item, ObjectNode answers, String name) {
        Situation situation = SituationQuestions.of(item).judge(asPut(item, answers));
        for (Situation.Finding finding : situation.conditions()) {
            Eligibility condition = finding.condition();
            if (finding.state() == Situation.State.MET || finding.state() == Situation.State.NOT_MET) {
                assertEquals(
                        condition.rule().orElseThrow().holds(answers),
                        finding.state() == Situation.State.MET,
                        name + ": " + condition.key());
            }
        }
        for (MaterialRequirement material : item.materials()) {
            situation.materials().stream()
                    .filter(paper -> paper.material().equals(material) && paper.certain())
                    .forEach(paper -> assertTrue(material.applies(answers), name + ": " + material.key()));
            boolean left = situation.materials().stream()
                    .noneMatch(paper -> paper.material().equals(material));
            assertFalse(left && material.applies(answers), name + " leaves out " + material.key());
        }
        if (situation.missing().isEmpty()) {
            long sum = situation.fees().stream()
                    .mapToLong(charge -> charge.cents().orElse(0))
                    .sum();
            assertEquals(
                    item.fees().stream().mapToLong(fee -> fee.amount(answers)).sum(), sum, name + ": fee");
        }
    }

    /** Answers of the whole form as somebody would give them to the questions put beforehand. */
    private static ObjectNode asPut(ItemVersion item, ObjectNode answers) {
        ObjectNode given = JSON.createObjectNode();
        for (Field field : SituationQuestions.of(item).form().stream()
                .flatMap(form -> form.sections().get(0).fields().stream())
                .toList()) {
            JsonNode answer = answers.path(field.key());
            Field whole = item.form().field(field.key()).orElseThrow();
            switch (whole.type()) {
                case ADDRESS -> given.set(field.key(), answer.path("division"));
                case ROWS -> given.put(field.key(), answer.size());
                case CHOICE, MULTI_CHOICE, YES_NO, NUMBER -> given.set(field.key(), answer);
                default -> given.put(field.key(), !answer.isMissingNode());
            }
        }
        return given;
    }

    @Test
    void whoLivesElsewhereCannotApplyHere() {
        SituationQuestions questions = SituationQuestions.of(item("elder-allowance"));
        Situation elsewhere = questions.judge(sheet("elder-allowance", "ineligible"));
        assertEquals(Situation.Verdict.CANNOT, elsewhere.verdict());
        assertTrue(elsewhere.notMet().stream()
                .anyMatch(condition -> condition.key().equals("household")));
    }

    @Test
    void materialsAreToldApartByHowTheyComeToTheAuthority() {
        Situation granted = SituationQuestions.of(item("elder-allowance")).judge(sheet("elder-allowance", "granted"));
        assertEquals(Situation.Verdict.CAN, granted.verdict());
        assertTrue(granted.of(Situation.Way.LICENCE).stream()
                .anyMatch(paper -> paper.material().key().equals("id-card")));
        assertEquals(
                List.of(), SituationQuestions.of(item("elder-allowance")).check(granted.answers(), TODAY, Language.ZH));
    }

    @Test
    void anApplicationStandsOnlyOnAnswersThatTheFormItselfAsksFor() {
        SituationQuestions questions = SituationQuestions.of(item("elder-allowance"));
        ObjectNode given = sheet("elder-allowance", "granted");
        given.put("elderName", "张三").put("nobodyAsks", 1);
        ObjectNode draft = questions.forDraft(given);
        assertTrue(draft.path("householdAddress").has("division"));
        assertFalse(draft.has("elderName") || draft.has("nobodyAsks"));
    }

    @Test
    void aDraftShowsAConditionNotMetOnlyWhenItsAnswersLeaveNoDoubt() {
        ItemVersion item = item("elder-allowance");
        assertEquals(List.of(), SituationQuestions.notMet(item, JSON.createObjectNode()));
        ObjectNode elsewhere = JSON.createObjectNode().put("receivesElsewhere", true);
        assertEquals(
                List.of("once"),
                SituationQuestions.notMet(item, elsewhere).stream()
                        .map(Eligibility::key)
                        .toList());
    }

    private static ObjectNode sheet(String code, String test) {
        PackageSource.Found found = found(code);
        ItemVersion item = found.read().item();
        try {
            JsonNode json = JSON.readTree(found.files().get("tests/" + test + ".json"));
            return asPut(item, item.form().normalise(json.path("answers")));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ItemVersion item(String code) {
        return found(code).read().item();
    }

    private static PackageSource.Found found(String code) {
        return PackageSource.shipped().stream()
                .filter(found -> found.origin().endsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> tests(ServicePackage found) {
        return found.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("tests/"))
                .map(file -> {
                    try {
                        return JSON.readTree(file.getValue());
                    } catch (IOException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .toList();
    }

    private interface Rule {
        void check(ServicePackage found);
    }

    private static List<DynamicTest> each(Rule rule) {
        return PackageSource.shipped().stream()
                .map(PackageSource.Found::read)
                .map(found -> DynamicTest.dynamicTest(found.code().value(), () -> rule.check(found)))
                .toList();
    }
}
