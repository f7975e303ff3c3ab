package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.internal.BundleCompiler;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Publication;
import org.yiwang.forms.platform.Problem;

/** 一件事: services made into one errand ask nothing twice, lose nothing, and promise no more than they can keep. */
class BundlesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<ItemCode, BundleCompiler.Published> ITEMS = ServicePackage.shipped().stream()
            .collect(Collectors.toMap(ServicePackage::code, BundleCompiler.Published::of));

    private static Optional<BundleCompiler.Published> published(ItemCode code) {
        return Optional.ofNullable(ITEMS.get(code));
    }

    private static PackageSource.Found shipped(String code) {
        return PackageSource.bundles().stream()
                .filter(found -> found.origin().endsWith("/" + code))
                .findFirst()
                .orElseThrow();
    }

    private static ItemVersion compiled(String code) {
        return BundleCompiler.compile(shipped(code), BundlesTest::published).item();
    }

    /** The birth bundle with something changed in its file, looked through. */
    private static List<String> found(Consumer<ObjectNode> change) throws IOException {
        PackageSource.Found good = shipped("bundle-birth");
        ObjectNode json = (ObjectNode) JSON.readTree(good.files().get("bundle.json"));
        change.accept(json);
        TreeMap<String, byte[]> files = new TreeMap<>(good.files());
        files.put("bundle.json", JSON.writeValueAsBytes(json));
        return Publication.bundle(new PackageSource.Found(good.origin(), files, good.shared()), BundlesTest::published)
                .problems()
                .stream()
                .map(problem -> problem.code() + " " + problem.path() + " " + problem.message())
                .toList();
    }

    private static ObjectNode item(ObjectNode bundle, String code) {
        for (JsonNode item : bundle.get("items")) {
            if (item.get("item").asText().equals(code)) {
                return (ObjectNode) item;
            }
        }
        throw new AssertionError(code);
    }

    private static void finds(String words, Consumer<ObjectNode> change) throws IOException {
        List<String> found = found(change);
        assertTrue(found.stream().anyMatch(one -> one.contains(words)), words + " in " + found);
    }

    @TestFactory
    List<DynamicTest> everyBundleIsFitToBePublished() {
        return PackageSource.bundles().stream()
                .map(found -> DynamicTest.dynamicTest(
                        found.origin(),
                        () -> assertEquals(
                                List.<Problem>of(),
                                Publication.bundle(found, BundlesTest::published)
                                        .problems())))
                .toList();
    }

    @Test
    void theErrandsAreThere() {
        assertEquals(
                List.of(
                        "bundle-afterlife",
                        "bundle-birth",
                        "bundle-company",
                        "bundle-house",
                        "bundle-project",
                        "bundle-restaurant"),
                PackageSource.bundles().stream()
                        .map(found -> found.origin().replaceAll(".*/", ""))
                        .toList());
    }

    @TestFactory
    List<DynamicTest> nothingIsAskedTwice() {
        return PackageSource.bundles().stream()
                .map(found -> DynamicTest.dynamicTest(found.origin(), () -> {
                    ItemVersion bundle = BundleCompiler.compile(found, BundlesTest::published)
                            .item();
                    List<String> elements = bundle.form().sections().stream()
                            .flatMap(section -> section.fields().stream())
                            .flatMap(field -> field.dataElement().stream())
                            .toList();
                    assertEquals(elements.stream().distinct().toList(), elements);
                    List<String> labels = bundle.form().sections().stream()
                            .flatMap(section -> section.fields().stream())
                            .map(field -> field.label().zh())
                            .toList();
                    assertEquals(labels.stream().distinct().toList(), labels);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyRequiredQuestionOfEveryServiceHasItsAnswer() {
        return PackageSource.bundles().stream()
                .flatMap(found ->
                        BundleCompiler.compile(found, BundlesTest::published)
                                .item()
                                .bundle()
                                .orElseThrow()
                                .members()
                                .stream())
                .map(member -> DynamicTest.dynamicTest(member.item().value(), () -> {
                    for (var section : ITEMS.get(member.item()).item().form().sections()) {
                        for (Field field : section.fields()) {
                            assertTrue(
                                    !field.required()
                                            || member.answers().containsKey(field.key())
                                            || member.given().containsKey(field.key())
                                            || member.fromResult().containsKey(field.key()),
                                    field.key());
                        }
                    }
                }))
                .toList();
    }

    @Test
    void oneAnswerGoesToEveryServiceThatAsksForIt() {
        Bundle bundle = compiled("bundle-birth").bundle().orElseThrow();
        ObjectNode answers = JSON.createObjectNode().put("babyName", "李安然").put("wantCard", true);
        for (String code : List.of("birth-cert", "hukou-birth", "social-card", "vaccination-card")) {
            BundleMember member = bundle.member(ItemCode.of(code)).orElseThrow();
            assertEquals("李安然", member.answersFrom(answers).path("babyName").asText(), code);
        }
        BundleMember card = bundle.member(ItemCode.of("social-card")).orElseThrow();
        assertEquals("first", card.answersFrom(answers).path("applyKind").asText(), "what the errand implies");
        assertFalse(card.answersFrom(answers).has("registrationNo"), "what a result will tell");
    }

    @Test
    void aProblemOfAServiceNamesTheQuestionTheBundleAsked() {
        BundleMember food = compiled("bundle-restaurant")
                .bundle()
                .orElseThrow()
                .member(ItemCode.of("food-business"))
                .orElseThrow();
        assertEquals("answers.phone", food.pathBack("answers.contactPhone"));
        assertEquals("answers.premises.detail", food.pathBack("answers.premises.detail"));
        assertEquals("answers.equipment[0].name", food.pathBack("answers.equipment[0].name"));
        assertEquals("materials.layout", food.pathBack("materials.layout"));
    }

    @Test
    void aResultThatIsNotComingIsAskedFor() {
        ItemVersion bundle = compiled("bundle-restaurant");
        Field code = bundle.form().field("creditCode").orElseThrow();
        assertTrue(code.shown(JSON.createObjectNode().put("hasLicence", true)));
        assertFalse(code.shown(JSON.createObjectNode().put("hasLicence", false)));
    }

    @Test
    @DisplayName("材料只上传一次")
    void aPaperThatServesManyIsHandedInOnce() {
        ItemVersion bundle = compiled("bundle-company");
        List<String> keys =
                bundle.materials().stream().map(MaterialRequirement::key).toList();
        assertEquals(List.of("business-licence-company", "id-card-legal-person", "articles", "premises-proof"), keys);
    }

    @Test
    @DisplayName("材料只上传一次")
    void onePaperOfTheSameHolderAnswersTwoOffices() {
        Bundle bundle = compiled("bundle-restaurant").bundle().orElseThrow();
        for (String code : List.of("self-employed", "outdoor-ad")) {
            assertEquals(
                    "premises-proof-shop",
                    bundle.member(ItemCode.of(code)).orElseThrow().materials().get("premises-proof"),
                    code);
        }
    }

    @Test
    void theLongestChainDecidesHowLongItTakes() {
        assertEquals(5, compiled("bundle-birth").bundle().orElseThrow().criticalPath());
        assertEquals(0, compiled("bundle-company").bundle().orElseThrow().criticalPath());
        assertEquals(5, compiled("bundle-restaurant").bundle().orElseThrow().criticalPath());
    }

    @Test
    void refusesAServiceThatDoesNotExist() throws IOException {
        finds("没有这个事项：no-such-item", bundle -> item(bundle, "birth-cert").put("item", "no-such-item"));
    }

    @Test
    void refusesServicesThatWaitForEachOther() throws IOException {
        finds(
                "CIRCLE",
                bundle -> item(bundle, "birth-cert").putArray("dependsOn").add("hukou-birth"));
    }

    @Test
    void refusesAPromiseShorterThanItsLongestChain() throws IOException {
        finds("PROMISE", bundle -> ((ObjectNode) bundle.get("promise")).put("value", 2));
    }

    @Test
    void refusesARequiredQuestionThatNobodyAnswers() throws IOException {
        finds("UNMAPPED", bundle -> {
            item(bundle, "hukou-birth").putArray("omit").add("ethnicity");
            ArrayNode fields = (ArrayNode) bundle.get("sections").get(1).get("fields");
            fields.remove(fields.size() - 1);
        });
    }

    @Test
    void refusesAResultOfAServiceItDoesNotWaitFor() throws IOException {
        finds("RESULT", bundle -> ((ArrayNode) item(bundle, "hukou-birth").get("dependsOn")).removeAll());
    }

    @Test
    void refusesOneQuestionForTwoThatAreAnsweredDifferently() throws IOException {
        finds("不能合并成一个问题", bundle -> {
            ObjectNode field = ((ArrayNode) bundle.get("sections").get(1).get("fields")).addObject();
            ArrayNode from = field.putArray("from");
            from.addObject().put("item", "social-card").put("field", "cardBank");
            from.addObject().put("item", "resident-medical").put("field", "payWay");
        });
    }

    @Test
    void refusesToServeWhomAServiceDoesNot() throws IOException {
        finds("AUDIENCE", bundle -> bundle.putArray("audience").add("PERSON").add("ORGANISATION"));
    }
}
