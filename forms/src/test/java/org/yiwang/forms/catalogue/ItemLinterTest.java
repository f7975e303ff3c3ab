package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.internal.PackageReader;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.platform.Problem;

/** Takes a good package, spoils one thing in it, and looks whether that is found. */
class ItemLinterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> spoilt(String code, Consumer<ObjectNode> spoil) {
        return lint(code, "item.json", spoil).stream().map(Problem::code).toList();
    }

    private static List<Problem> lint(String code, String file, Consumer<ObjectNode> spoil) {
        return new ItemLinter().lint(read(code, file, spoil));
    }

    private static ServicePackage read(String code, String file, Consumer<ObjectNode> spoil) {
        ServicePackage good = PackageSource.shipped().stream()
                .filter(found -> found.origin().endsWith("/" + code))
                .findFirst()
                .orElseThrow()
                .read();
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(good.file(file).orElseThrow());
            spoil.accept(json);
            SortedMap<String, byte[]> files = new TreeMap<>(good.files());
            files.put(file, JSON.writeValueAsBytes(json));
            return PackageReader.read(good.origin(), files);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode in(JsonNode node, String list, String name, String value) {
        for (JsonNode element : node.path(list)) {
            if (element.path(name).asText().equals(value)) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException(list + " has no " + value);
    }

    @Test
    void findsNothingInAGoodPackage() {
        assertEquals(List.of(), spoilt("food-business", item -> {}));
    }

    @Test
    void refusesATaskCodeThatIsNotThirtyOneCharacters() {
        assertEquals(List.of("TASK_CODE"), spoilt("food-business", item -> item.put("taskCode", "123")));
    }

    @Test
    void refusesCodesOfDepartmentsAndPostsThatAreNoCodes() {
        assertEquals(List.of("DEPARTMENT"), spoilt("food-business", item -> item.put("organisation", "市场局")));
        assertEquals(List.of("POST"), spoilt("food-business", item -> in(item, "steps", "key", "decide")
                .put("post", "Market/director")));
        assertThrows(
                DefinitionException.class,
                () -> spoilt("food-business", item -> in(item, "steps", "key", "decide")
                        .put("post", "market")));
    }

    @Test
    void refusesAMissingLimit() {
        assertEquals(List.of("LIMIT"), spoilt("food-business", item -> {
            ArrayNode limits = (ArrayNode) item.get("limits");
            limits.remove(1);
        }));
    }

    @Test
    void refusesToPromiseMoreThanTheLawGives() {
        assertEquals(List.of("PROMISE"), spoilt("food-business", item -> in(item, "limits", "kind", "PROMISE")
                .put("value", 11)));
        // 8 working days fit into 15 calendar days, 12 do not.
        assertEquals(List.of("PROMISE"), spoilt("residence-permit", item -> in(item, "limits", "kind", "PROMISE")
                .put("value", 12)));
    }

    @Test
    @DisplayName("容缺承诺期 > 承诺时限 → 拒")
    void refusesToDeferLongerThanTheServicePromisesToTake() {
        assertEquals(List.of("DEFERRAL"), spoilt("food-business", item -> in(item, "limits", "kind", "DEFERRED")
                .put("value", 6)));
    }

    @Test
    void refusesDeferrableMaterialsWithoutSayingHow() {
        List<String> found = spoilt("food-business", item -> item.remove("deferral"));
        assertEquals(List.of("DEFERRAL", "LIMIT"), found);
        assertTrue(spoilt("food-business", item -> in(item, "limits", "kind", "DEFERRED")
                        .put("startEvent", "DECIDED"))
                .contains("DEFERRAL"));
    }

    @Test
    void refusesToGrantOnAPromiseWhereAFalseOneCouldNotBeMadeGood() {
        assertEquals(List.of("COMMITMENT_EXCLUDED"), spoilt("outdoor-ad", item -> item.withArray("risks")
                .add("PUBLIC_SAFETY")));
        assertThrows(DefinitionException.class, () -> spoilt("outdoor-ad", item -> item.remove("risks")));
    }

    @Test
    void refusesAPromiseThatNobodyEverChecksOrThatStandsForNothing() {
        assertEquals(List.of("LIMIT"), spoilt("outdoor-ad", item -> {
            ArrayNode limits = (ArrayNode) item.get("limits");
            limits.remove(limits.size() - 1);
        }));
        assertEquals(List.of("COMMITMENT"), spoilt("outdoor-ad", item -> in(item, "materials", "key", "premises-proof")
                .put("necessity", "OPTIONAL")));
    }

    @Test
    void refusesVisitsWithoutAReason() {
        assertEquals(
                List.of("VISITS"), spoilt("food-business", item -> ((ObjectNode) item.get("visits")).put("count", 1)));
    }

    @Test
    void refusesDeemedAcceptanceForAnythingButLicences() {
        assertEquals(List.of("DEEMED"), spoilt("elder-allowance", item -> item.putObject("deemedAcceptance")
                .put("days", 5)
                .put("basis", "无")));
    }

    @Test
    void refusesADeciderWhoDecidesAlone() {
        List<String> found = spoilt("elder-allowance", item -> {
            ArrayNode steps = (ArrayNode) item.get("steps");
            steps.remove(0);
            ((ObjectNode) steps.get(0)).remove("returnTo");
        });
        assertEquals("FOUR_EYES", found.get(0));
        assertEquals(Set.of("FOUR_EYES", "STEP"), Set.copyOf(found), "questions name the step that is gone");
    }

    @Test
    void refusesTwoDeciders() {
        assertTrue(spoilt("elder-allowance", item -> in(item, "steps", "key", "review")
                        .put("role", "DECIDE"))
                .contains("STEP"));
    }

    @Test
    void refusesAnOpinionThatNobodyAnswers() {
        assertEquals(List.of("OPINION"), spoilt("road-dig", item -> in(item, "steps", "key", "summary")
                .remove("answers")));
    }

    @Test
    void refusesSilenceThatMeansSomethingWhereNobodyWasAskedForAnOpinion() {
        assertEquals(List.of("SILENCE"), spoilt("road-dig", item -> in(item, "steps", "key", "traffic-review")
                .put("silence", "AGREES")));
        assertEquals(List.of(), spoilt("road-dig", item -> in(item, "steps", "key", "housing-opinion")
                .put("silence", "WAITS")));
    }

    @Test
    void refusesAForwardedLicenceWithoutTheTwentyDaysOfTheLowerAuthority() {
        assertEquals(List.of(), spoilt("teacher-cert", item -> {}));
        assertEquals(List.of("MODE"), spoilt("teacher-cert", item -> in(item, "limits", "kind", "PRELIMINARY")
                .put("value", 21)));
        assertEquals(List.of("MODE"), spoilt("teacher-cert", item -> in(item, "limits", "kind", "PRELIMINARY")
                .put("endEvent", "DECIDED")));
        assertEquals(
                List.of("MODE"), spoilt("teacher-cert", item -> ((ObjectNode) item.get("mode")).put("to", "市教育局")));
    }

    @Test
    void refusesALocalKindOfProcedureThatNoLawOfTheItemNames() {
        assertEquals(
                List.of("SPECIAL"), spoilt("food-business", item -> in(item, "specialProcedures", "type", "HEARING")
                        .put("type", "SITE_SURVEY")));
        assertEquals(List.of(), spoilt("food-business", item -> in(item, "specialProcedures", "type", "HEARING")
                .put("type", "SITE_SURVEY")
                .put("basis", "《食品安全法》以外：《中华人民共和国食品安全法》第三十五条")));
        assertEquals(List.of("SPECIAL"), spoilt("elder-allowance", item -> {
            ObjectNode hearing = ((ArrayNode) item.withArray("specialProcedures")).addObject();
            hearing.put("type", "HEARING").put("basis", "《行政许可法》第四十五条");
            hearing.putObject("name").put("zh-CN", "听证");
            hearing.putObject("expected").put("value", 20).put("unit", "WORKDAY");
        }));
    }

    @Test
    void refusesTheGovernmentsHeadForWhatOneAuthorityHandlesAlone() {
        assertEquals(List.of("LIMIT"), spoilt("food-business", item -> ((ObjectNode)
                        in(item, "limits", "kind", "LEGAL").get("extension"))
                .put("approver", "GOVERNMENT_HEAD")));
        assertEquals(List.of(), spoilt("road-dig", item -> {
            ObjectNode legal = in(item, "limits", "kind", "LEGAL").put("value", 45);
            ((ObjectNode) legal.get("extension")).put("value", 15).put("approver", "GOVERNMENT_HEAD");
        }));
    }

    @Test
    void refusesAFirstExaminationWhereNothingIsForwarded() {
        assertEquals(List.of("MODE"), spoilt("teacher-cert", item -> item.putObject("mode")
                .put("kind", "SELF")));
    }

    @Test
    void refusesRoutingThatLeavesSomeAnswersWithoutAWay() {
        assertEquals(List.of("ROUTING"), spoilt("food-business", item -> ((ArrayNode) item.get("routing")).remove(1)));
    }

    @Test
    void refusesConditionsOnFieldsAndOptionsThatAreNotThere() {
        assertEquals(List.of("FIELD"), spoilt("elder-allowance", item -> ((ObjectNode)
                        in(item, "materials", "key", "authorisation").get("when"))
                .put("field", "hasAgnt")));
        assertEquals(List.of("OPTION"), spoilt("elder-allowance", item -> ((ObjectNode)
                        in(item, "materials", "key", "social-card").get("when"))
                .put("is", "social")));
    }

    @Test
    void refusesKeysThatStandTwice() {
        assertEquals(List.of("DUPLICATE"), spoilt("elder-allowance", item -> in(item, "materials", "key", "id-card")
                .put("key", "social-card")));
    }

    @Test
    void refusesAnInstantRuleThatOnePersonPublished() {
        assertEquals(List.of("INSTANT"), spoilt("estate-query", item -> ((ArrayNode)
                        item.get("instantRule").get("publishedBy"))
                .remove(1)));
    }

    @Test
    void refusesAKioskForWhatTakesDays() {
        assertEquals(
                List.of("CHANNEL"), spoilt("elder-allowance", item -> ((ArrayNode) item.get("channels")).add("KIOSK")));
    }

    @Test
    void refusesLabelsWithoutChineseAndNamesNobodyReads() {
        DefinitionException label = assertThrows(
                DefinitionException.class,
                () -> spoilt("elder-allowance", item -> ((ObjectNode) item.get("name")).remove("zh-CN")));
        assertEquals("item.json#name: 缺少中文（zh-CN）文字", label.getMessage());
        DefinitionException name = assertThrows(
                DefinitionException.class, () -> spoilt("elder-allowance", item -> item.put("sumary", "x")));
        assertTrue(name.getMessage().startsWith("item.json#sumary: 不认识这个名称"));
    }

    @Test
    void runsThePackagesOwnTestCases() {
        List<Problem> problems =
                lint("elder-allowance", "tests/granted.json", test -> ((ObjectNode) test.get("answers"))
                        .put("bankAccount", "1"));
        assertEquals(1, problems.size());
        assertEquals("tests/granted.json#expect.problems", problems.get(0).path());
        assertFalse(problems.get(0).message().isBlank());
    }

    @Test
    void refusesALicenceThatTakesLongerThanTheLicensingLawUnlessAnotherLawSaysSo() {
        Consumer<ObjectNode> longer =
                item -> in(item, "limits", "kind", "LEGAL").put("value", 21).put("basis", "《中华人民共和国行政许可法》第四十二条");
        List<Problem> found = lint("outdoor-ad", "item.json", longer);
        assertEquals(List.of("LICENCE_LIMIT"), found.stream().map(Problem::code).toList());
        assertEquals("item.json#limits[LEGAL].basis", found.get(0).path());
        assertTrue(found.get(0).message().contains("不超过 20 个工作日"), found.get(0).message());
        assertEquals(List.of(), spoilt("outdoor-ad", longer.andThen(item -> {
            item.withArray("legalBases")
                    .addObject()
                    .put("law", "示例特别法")
                    .put("number", "主席令第1号")
                    .put("article", "第九条")
                    .put("text", "自受理之日起三十个工作日内作出决定。");
            in(item, "limits", "kind", "LEGAL").put("basis", "《示例特别法》第九条");
        })));
        assertEquals(List.of("LICENCE_LIMIT"), spoilt("road-dig", item -> in(item, "limits", "kind", "LEGAL")
                .put("value", 46)
                .put("basis", "《行政许可法》第四十二条第二款")));
        assertEquals(List.of("LICENCE_LIMIT"), spoilt("road-dig", item -> {
            ObjectNode legal = in(item, "limits", "kind", "LEGAL").put("basis", "《行政许可法》第四十二条");
            ((ObjectNode) legal.get("extension")).put("value", 16);
        }));
    }

    @Test
    void refusesToLeaveTheTimeOfAPublicityOutWithoutALawOfItsOwn() {
        assertEquals(List.of(), spoilt("homestead-register", item -> {}));
        List<Problem> found =
                lint("homestead-register", "item.json", item -> ((ObjectNode) item.at("/course/publicity"))
                        .put("basis", "《行政许可法》第四十五条"));
        assertEquals(
                List.of("item.json#course.publicity.basis"),
                found.stream().map(Problem::path).toList());
        assertEquals(List.of(), spoilt("homestead-register", item -> ((ObjectNode) item.at("/course/publicity"))
                .put("basis", "中心规程")
                .put("counted", true)));
    }

    @Test
    void refusesTwoStagesWithoutTwoDecisionsTwoTimesAndADocument() {
        assertEquals(List.of(), spoilt("talent-hukou", item -> {}));
        assertTrue(spoilt("talent-hukou", item -> in(item, "steps", "key", "permit")
                        .put("role", "REVIEW"))
                .contains("STAGES"));
        assertEquals(List.of("STAGES"), spoilt("talent-hukou", item -> ((ObjectNode) item.at("/course/stages/first"))
                .put("template", "documents/missing.json")));
        assertEquals(
                List.of("STAGES"),
                spoilt("talent-hukou", item -> ((ArrayNode) item.at("/course/stages/second/limits")).remove(0)));
        assertEquals(List.of("STAGES"), spoilt("talent-hukou", item -> ((ObjectNode) item.at("/course/stages/begin"))
                .put("event", "DEPARTMENT")));
        assertEquals(List.of("STAGES"), spoilt("talent-hukou", item -> in(item, "limits", "kind", "LEGAL")
                .put("endEvent", "DECIDED")));
    }

    private static String wordOf(String code, String file, Consumer<ObjectNode> spoil, String kind) {
        return lint(code, file, spoil).stream()
                .filter(problem -> problem.code().equals(kind))
                .map(problem -> problem.path() + ": " + problem.message())
                .findFirst()
                .orElse("");
    }

    private static ObjectNode question(ObjectNode form, String key) {
        for (JsonNode section : form.path("sections")) {
            for (JsonNode field : section.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return (ObjectNode) field;
                }
            }
        }
        throw new IllegalArgumentException("no question " + key);
    }

    @Test
    @DisplayName("没有条件、材料、文书、环节用到的问题不许问（最小必要）")
    void refusesAQuestionNobodyNeeds() {
        String word = wordOf(
                "elder-allowance",
                "form.json",
                form -> question(form, "selfCare").remove("neededFor"),
                "NEED");
        assertTrue(word.startsWith("form.json#sections["), word);
        assertTrue(word.contains("“日常生活能否自理”") && word.contains("neededFor"), word);
    }

    @Test
    @DisplayName("问的理由要真有：环节、法律、用途")
    void refusesAReasonThatIsNone() {
        assertTrue(reason("{\"review\": \"moonwalk\"}", "STEP").endsWith("neededFor.review: 没有这个环节：moonwalk"));
        assertTrue(reason("{\"basis\": \"《月球法》第一条\"}", "LAW").contains("没有这部法律"));
        assertTrue(reason("{\"use\": \"CURIOSITY\"}", "NEED").contains("CURIOSITY"));
        assertTrue(
                reason("{\"use\": \"CONTACT\", \"review\": \"review\"}", "NEED").contains("一种"));
        assertEquals("", reason("{\"review\": \"review\"}", "NEED"));
    }

    private static String reason(String json, String kind) {
        return wordOf(
                "elder-allowance",
                "form.json",
                form -> {
                    try {
                        question(form, "selfCare").set("neededFor", JSON.readTree(json));
                    } catch (IOException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                },
                kind);
    }

    @Test
    @DisplayName("走不到的分支：没有条件的规则之后还有规则")
    void refusesARuleBehindOneThatAlwaysFits() {
        String word = wordOf(
                "food-business",
                "item.json",
                item -> {
                    ArrayNode routing = (ArrayNode) item.get("routing");
                    routing.insert(0, routing.get(routing.size() - 1).deepCopy());
                },
                "DEAD");
        assertTrue(word.startsWith("item.json#routing[") && word.contains("永远用不上"), word);
    }

    @Test
    @DisplayName("走不到的分支：一个问题不能同时有两个答案")
    void refusesAConditionThatWantsTwoAnswersToOneQuestion() {
        String word = wordOf(
                "elder-allowance",
                "form.json",
                form -> {
                    ObjectNode both = question(form, "institutionName").putObject("showWhen");
                    ArrayNode all = both.putArray("all");
                    all.addObject().put("field", "livingWith").put("is", "institution");
                    all.addObject().put("field", "livingWith").put("is", "alone");
                },
                "DEAD");
        assertTrue(word.startsWith("form.json#sections[") && word.contains("既是 institution 又是 alone"), word);
    }

    @Test
    @DisplayName("无人负责的环节、没有时限的环节")
    void refusesStepsWithoutOwnerOrLimit() {
        assertTrue(wordOf(
                        "elder-allowance",
                        "item.json",
                        item -> in(item, "steps", "key", "review").remove("limit"),
                        "LIMIT")
                .startsWith("item.json#steps[review].limit"));
        DefinitionException unowned = assertThrows(
                DefinitionException.class,
                () -> spoilt("elder-allowance", item -> in(item, "steps", "key", "review")
                        .remove("post")));
        assertTrue(unowned.getMessage().contains("post"), unowned.getMessage());
    }
}
