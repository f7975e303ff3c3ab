package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.VersionChange.Element;
import org.yiwang.forms.catalogue.VersionChange.Kind;

/** What is changed in a package is said: what it was, what it is, in which file and where, and nothing beside it. */
class CompareVersionsTest {

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
    private static final Pattern NAME = Pattern.compile("[a-z]{3,}");
    private static final Pattern CONSTANT = Pattern.compile("“[A-Z]+_[A-Z_]+”");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<ServicePackage> SHIPPED = ServicePackage.shipped();

    private static SortedMap<String, byte[]> files(String code) {
        return SHIPPED.stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst()
                .orElseThrow()
                .files();
    }

    private static SortedMap<String, byte[]> with(
            SortedMap<String, byte[]> files, String path, Consumer<ObjectNode> change) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(files.get(path));
            change.accept(json);
            SortedMap<String, byte[]> changed = new TreeMap<>(files);
            changed.put(path, JSON.writeValueAsBytes(json));
            return changed;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<VersionChange> changes(String code, String path, Consumer<ObjectNode> change) {
        return CompareVersions.compare(files(code), with(files(code), path, change));
    }

    /** The one change there is. */
    private static VersionChange only(String code, String path, Consumer<ObjectNode> change) {
        List<VersionChange> changes = changes(code, path, change);
        assertEquals(1, changes.size(), changes.toString());
        return changes.get(0);
    }

    private static ObjectNode in(JsonNode list, String name, String value) {
        for (JsonNode element : list) {
            if (element.path(name).asText().equals(value)) {
                return (ObjectNode) element;
            }
        }
        throw new IllegalArgumentException("no " + value);
    }

    private static ObjectNode field(JsonNode form, String key) {
        for (JsonNode section : form.path("sections")) {
            for (JsonNode field : section.path("fields")) {
                if (field.path("key").asText().equals(key)) {
                    return (ObjectNode) field;
                }
            }
        }
        throw new IllegalArgumentException("no " + key);
    }

    private static ObjectNode json(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    @Test
    @DisplayName("同一份文件没有差异")
    void equalPackagesHaveNoDifference() {
        assertEquals(List.of(), CompareVersions.compare(files("elder-allowance"), files("elder-allowance")));
    }

    @Test
    @DisplayName("空白和键的先后不是改动")
    void blanksAndTheOrderOfNamesSayNothing() {
        assertEquals(List.of(), changes("elder-allowance", "item.json", item -> {}));
    }

    @Test
    @DisplayName("承诺时限的数和单位一起说")
    void aLimitIsSaidWithItsUnit() {
        VersionChange change = only("elder-allowance", "item.json", item -> in(item.path("limits"), "kind", "PROMISE")
                .put("value", 8));
        assertEquals("承诺时限：10个工作日 → 8个工作日", change.text().zh());
        assertEquals(
                "Promised limit: 10 working days → 8 working days",
                change.text().en());
        assertEquals(Element.LIMIT, change.element());
        assertEquals("item.json", change.file());
        assertEquals("limits[1].value", change.path());
    }

    @Test
    @DisplayName("新增问题说题型、是否必填和显示条件")
    void aNewQuestionIsSaidWithItsTypeAndCondition() {
        VersionChange change = only(
                "elder-allowance",
                "form.json",
                form -> ((ArrayNode) form.path("sections").get(1).path("fields"))
                        .add(
                                json(
                                        """
                        {"key": "careHours", "type": "number", "label": {"zh-CN": "每天需要照料几小时", "en": "Hours of care"},
                         "required": true, "showWhen": {"all": [{"field": "selfCare", "in": ["partial", "none"]},
                         {"not": {"field": "livingWith", "is": "institution"}}]}}
                        """)));
        assertEquals(
                "新增题目“每天需要照料几小时”（题型 “数字”；必填 “是”；显示条件 “日常生活能否自理”是“部分需要帮助”、“不能自理”，并且“与谁同住”不是“住在养老机构”）",
                change.text().zh());
        assertTrue(change.text()
                .en()
                .startsWith("New question “Hours of care” (Type “number”; Required “yes”; Shown when"));
        assertEquals("sections[1].fields[4]", change.path());
        assertEquals(Kind.ADDED, change.kind());
        assertEquals(Element.QUESTION, change.element());
    }

    @Test
    @DisplayName("题目改成选填、删去选项、改了文字，各说各的")
    void everyChangeOfAQuestionIsSaid() {
        List<String> said = changes("elder-allowance", "form.json", form -> {
                    field(form, "elderPhone").put("required", false);
                    ((ArrayNode) field(form, "selfCare").path("options")).remove(1);
                    ((ObjectNode) field(form, "bankName").path("label")).put("zh-CN", "开户行");
                })
                .stream()
                .map(change -> change.text().zh())
                .toList();
        assertEquals(
                List.of("题目“联系电话”的必填：“是” → “否”", "删去题目“日常生活能否自理”的选项“部分需要帮助”", "题目“开户行”的题目文字：“开户银行” → “开户行”"), said);
    }

    @Test
    @DisplayName("材料：新增、删去、改为可选、情形改写成话")
    void materialsAreSaidWithTheirConditions() {
        List<String> said = changes("elder-allowance", "item.json", item -> {
                    ArrayNode materials = (ArrayNode) item.path("materials");
                    in(materials, "key", "authorisation").put("necessity", "OPTIONAL");
                    in(materials, "key", "bank-card")
                            .set("when", json("{\"field\": \"accountOwner\", \"is\": \"agent\"}"));
                    materials.remove(0);
                    materials.add(
                            json(
                                    """
                            {"key": "photo", "name": {"zh-CN": "照片", "en": "Photo"}, "necessity": "REQUIRED",
                             "source": "SELF", "acceptStandard": "一寸"}
                            """));
                })
                .stream()
                .map(change -> change.text().zh())
                .toList();
        assertEquals(
                List.of(
                        "材料“收款银行卡（有卡号的一面）”的需要的情形：“收款账户”是“本人其他银行账户”、“代领人账户（本人无法使用账户时）” → “收款账户”是“代领人账户（本人无法使用账户时）”",
                        "材料“授权委托书”的必要性：“必要” → “非必要”",
                        "新增材料“照片”（必要性 “必要”；来源 “申请人提供”）",
                        "删去材料“居民身份证”"),
                said);
    }

    @Test
    @DisplayName("环节：岗位、审查要点、时限、次序")
    void stepsAreSaid() {
        List<VersionChange> changes = changes("elder-allowance", "item.json", item -> {
            ObjectNode review = in(item.path("steps"), "key", "review");
            review.put("post", "street-west/reviewer");
            ((ObjectNode) review.path("limit")).put("value", 3);
            ((ArrayNode) review.path("checks")).set(0, JSON.getNodeFactory().textNode("年满80周岁"));
        });
        assertEquals(
                List.of(
                        "环节“街道初审”的岗位：“street-east/reviewer” → “street-west/reviewer”",
                        "环节“街道初审”的环节时限：5个工作日 → 3个工作日",
                        "环节“街道初审”的审查要点：“年满80周岁，户籍在本街道辖区” → “年满80周岁”"),
                changes.stream().map(change -> change.text().zh()).toList());
        assertEquals(
                List.of("steps[0].post", "steps[0].limit", "steps[0].checks[0]"),
                changes.stream().map(VersionChange::path).toList());
    }

    @Test
    @DisplayName("渠道逐个说，金额按元说，依据按法律和条款认")
    void listsOfNamesFeesAndLegalBasesAreSaid() {
        List<String> said = changes("elder-allowance", "item.json", item -> {
                    item.putArray("channels").add("WEB").add("KIOSK").add("API");
                    item.putArray("fees")
                            .add(
                                    json(
                                            """
                            {"key": "copy", "name": {"zh-CN": "工本费"}, "cents": 1250, "when": "AFTER_DECISION", "basis": "示例"}
                            """));
                    ((ObjectNode) item.path("legalBases").get(0)).put("text", "改了");
                })
                .stream()
                .map(change -> change.text().zh())
                .toList();
        assertTrue(said.contains("办理渠道删去“窗口”"), said::toString);
        assertTrue(said.contains("办理渠道新增“自助终端”"), said::toString);
        assertTrue(said.contains("新增收费“工本费”（金额 12.5元）"), said::toString);
        assertTrue(said.get(said.size() - 1).startsWith("依据“《中华人民共和国老年人权益保障法》第三十三条”的条文内容："), said::toString);
    }

    @Test
    @DisplayName("流程：新增环节和走向；只改画法也说")
    void theProcessIsSaid() {
        SortedMap<String, byte[]> before = files("road-dig");
        String model = new String(before.get(ServicePackage.PROCESS), StandardCharsets.UTF_8);
        SortedMap<String, byte[]> drawn = new TreeMap<>(before);
        drawn.put(ServicePackage.PROCESS, (model + "\n<!-- -->").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("流程图只改了画法，环节和走向不变"),
                CompareVersions.compare(before, drawn).stream()
                        .map(change -> change.text().zh())
                        .toList());
        SortedMap<String, byte[]> renamed = new TreeMap<>(before);
        renamed.put(
                ServicePackage.PROCESS,
                model.replace("</process>", "<userTask id=\"recheck\" name=\"复核\"/></process>")
                        .replace("</bpmn:process>", "<bpmn:userTask id=\"recheck\" name=\"复核\"/></bpmn:process>")
                        .getBytes(StandardCharsets.UTF_8));
        VersionChange change = CompareVersions.compare(before, renamed).get(0);
        assertEquals("新增办理环节“复核”", change.text().zh());
        assertEquals(Element.PROCESS, change.element());
    }

    @Test
    @DisplayName("自测、文书和样表按文件说")
    void otherFilesAreSaidAsFiles() {
        SortedMap<String, byte[]> before = files("elder-allowance");
        SortedMap<String, byte[]> after = with(before, "tests/granted.json", test -> test.put("today", "2026-01-01"));
        after.remove("samples/authorisation.pdf");
        List<String> said = CompareVersions.compare(before, after).stream()
                .map(change -> change.kind() + " " + change.file() + " "
                        + change.text().zh())
                .toList();
        assertEquals(2, said.size(), said::toString);
        assertEquals("REMOVED samples/authorisation.pdf 删去样表 samples/authorisation.pdf", said.get(0));
        assertTrue(said.get(1).startsWith("CHANGED tests/granted.json 自测“"), said::toString);
    }

    /** Every name any package uses has a word: two packages that differ in all they have are a test of the list of words. */
    @Test
    @DisplayName("任何两个事项的差异里没有内部名称")
    void noDifferenceIsSaidInNamesOfOurs() {
        List<String> raw = new ArrayList<>();
        for (int i = 1; i < SHIPPED.size(); i++) {
            List<VersionChange> changes = CompareVersions.compare(
                    SHIPPED.get(i - 1).files(), SHIPPED.get(i).files());
            assertFalse(changes.isEmpty());
            changes.stream()
                    .filter(change -> Stream.of("item.json", "form.json").anyMatch(change.file()::equals))
                    .filter(change ->
                            NAME.matcher(QUOTED.matcher(change.text().zh()).replaceAll(""))
                                            .find()
                                    || CONSTANT.matcher(change.text().zh()).find())
                    .forEach(change ->
                            raw.add(change.path() + " " + change.text().zh()));
        }
        assertEquals(List.of(), raw);
    }
}
