package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.bank.DataElement;
import org.yiwang.forms.catalogue.bank.QuestionBank;
import org.yiwang.forms.catalogue.bank.StandardMaterial;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.internal.PackageSource;

/** What is defined once is the same everywhere, and may only be said anew where it narrows. */
class QuestionBankTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ServicePackage with(String file, Consumer<ObjectNode> change) {
        PackageSource.Found found = PackageSource.shipped().stream()
                .filter(one -> one.origin().endsWith("/food-business"))
                .findFirst()
                .orElseThrow();
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(found.files().get(file));
            change.accept(json);
            SortedMap<String, byte[]> files = new TreeMap<>(found.files());
            files.put(file, JSON.writeValueAsBytes(json));
            return new PackageSource.Found(found.origin(), files, found.shared()).read();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode first(ObjectNode form) {
        return (ObjectNode) form.at("/sections/0/fields/0");
    }

    private static ItemVersion field(String json) {
        return with("form.json", form -> first(form).setAll(object(json))).item();
    }

    private static String refused(String file, Consumer<ObjectNode> change) {
        return assertThrows(DefinitionException.class, () -> with(file, change)).getMessage();
    }

    private static String refusedField(String json) {
        return refused("form.json", form -> {
            first(form).removeAll().put("key", "businessName");
            first(form).setAll(object(json));
        });
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    @DisplayName("题目从数据元取得题型、名称、说明和检查")
    void aQuestionTakesFromItsElementWhatItDoesNotSay() {
        Field phone = with("form.json", form -> {
                    first(form).removeAll().put("key", "businessName").put("element", "vehicle.plate");
                })
                .item()
                .form()
                .field("businessName")
                .orElseThrow();
        assertEquals(FieldType.TEXT, phone.type());
        assertEquals("车牌号", phone.label().zh());
        assertEquals(10, phone.maxLength());
        assertTrue(phone.pattern().orElseThrow().matcher("云A12345").matches());
        assertEquals("vehicle.plate", phone.dataElement().orElseThrow());
    }

    @Test
    @DisplayName("题目可以写得更窄")
    void aQuestionMaySayLess() {
        Field name = field("{\"maxLength\": 20, \"label\": {\"zh-CN\": \"店名\"}}")
                .form()
                .field("businessName")
                .orElseThrow();
        assertEquals(20, name.maxLength());
        assertEquals("店名", name.label().zh());
    }

    @Test
    @DisplayName("题目不能写得更宽，也不能改题型和格式")
    void aQuestionMayNotSayMore() {
        String at = "form.json: sections[0].fields[0].";
        assertTrue(refusedField("{\"element\": \"person.name\", \"maxLength\": 500}")
                .contains("maxLength"));
        assertTrue(refusedField("{\"element\": \"person.name\", \"type\": \"number\"}")
                .contains("已经写明是 text"));
        assertTrue(refusedField("{\"element\": \"vehicle.vin\", \"pattern\": \".*\"}")
                .contains("vehicle.vin"));
        assertTrue(refusedField("{\"element\": \"person.idNumber\", \"sensitive\": false}")
                .contains("遮蔽"));
        assertTrue(refusedField("{\"element\": \"business.area\", \"max\": 6000000}")
                .contains("只能更窄"));
        assertTrue(refusedField("{\"element\": \"business.area\", \"min\": 0}").contains("只能更窄"));
        assertTrue(refusedField(
                        "{\"element\": \"person.sex\", \"options\": [{\"value\": \"male\", \"label\": {\"zh-CN\": \"男\"}}, {\"value\": \"x\", \"label\": {\"zh-CN\": \"其他\"}}]}")
                .contains("没有这个选项：x"));
        String both = refusedField("{\"element\": \"person.name\", \"dataElement\": \"person.name\"}");
        assertTrue(both.contains("只写一个") && both.replace("#", ": ").contains(at + "dataElement"), both);
    }

    @Test
    @DisplayName("没有登记的数据元不能用")
    void anElementNobodyHasDefinedIsRefused() {
        assertTrue(refusedField("{\"element\": \"person.shoeSize\", \"type\": \"number\"}")
                .contains("题库里没有这个数据元：person.shoeSize"));
    }

    @Test
    @DisplayName("材料从标准材料取得名称和来源；别名和没有登记的材料不能用")
    void aMaterialIsOneOfTheLibrary() {
        MaterialRequirement licence = with("item.json", item -> {
                    ObjectNode material = (ObjectNode) item.at("/materials/0");
                    material.put("key", "business-licence").remove(List.of("name", "source"));
                })
                .item()
                .material("business-licence")
                .orElseThrow();
        assertEquals("营业执照", licence.name().zh());
        assertEquals(MaterialOrigin.LICENCE, licence.source());
        assertEquals("business-licence", licence.standard());
        assertTrue(refused("item.json", item -> ((ObjectNode) item.at("/materials/0")).put("key", "licence"))
                .contains("请用这个代码"));
        assertTrue(refused("item.json", item -> ((ObjectNode) item.at("/materials/0")).put("key", "moon-rock"))
                .contains("标准材料库里没有 moon-rock"));
    }

    @Test
    @DisplayName("一个事项里同一种标准材料出现两次，须写明是谁的、何时要")
    void twoOfOneKindSayWhose() {
        ServicePackage twice = with("item.json", item -> {
            ObjectNode again = ((ObjectNode) item.at("/materials/0")).deepCopy();
            again.put("standard", again.path("key").asText()).put("key", "second-paper");
            ((com.fasterxml.jackson.databind.node.ArrayNode) item.get("materials")).add(again);
        });
        assertTrue(new ItemLinter()
                .lint(twice).stream()
                        .anyMatch(problem -> problem.path().equals("item.json#materials[second-paper].holder")
                                && problem.code().equals("STANDARD")));
    }

    @Test
    @DisplayName("附 2 的数据元都在")
    void theFirstElementsAreThere() {
        Set<String> codes = QuestionBank.elements().stream()
                .flatMap(element -> element.code().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> first = List.of(
                ("xm zjlx zjhm xb mz csrq hjdz jzdz sjh hyzk xl dwmc tyshxydm fddbr jbr khh zh xzqh xzjd cj xmdm bdcdyh"
                                + " clsbdh cphm zzbh zzbs bjbh slrq cnrq jdrq bjrq")
                        .split(" "));
        assertEquals(
                List.of(), first.stream().filter(code -> !codes.contains(code)).toList());
    }

    @Test
    @DisplayName("没有登记了却谁也不用的别名，别名不与代码重复")
    void codesAndAliasesAreDistinct() {
        Set<String> codes =
                QuestionBank.materials().stream().map(StandardMaterial::code).collect(Collectors.toSet());
        List<String> aliases = QuestionBank.materials().stream()
                .flatMap(material -> material.aliases().stream())
                .toList();
        assertEquals(aliases.size(), Set.copyOf(aliases).size());
        assertEquals(List.of(), aliases.stream().filter(codes::contains).toList());
    }

    @Test
    @DisplayName("同一种材料在所有事项里一个代码")
    void oneMaterialHasOneNameEverywhere() {
        for (ServicePackage one : ServicePackage.shipped()) {
            for (MaterialRequirement material : one.item().materials()) {
                assertTrue(
                        QuestionBank.material(material.standard()).isPresent(), one.code() + " " + material.standard());
            }
        }
    }

    @Test
    @DisplayName("数据元的名称、题型与所用题目一致")
    void everyElementInUseIsDefined() {
        Set<String> keys =
                QuestionBank.elements().stream().map(DataElement::key).collect(Collectors.toSet());
        for (ServicePackage one : ServicePackage.shipped()) {
            JsonNode form = one.item().form().json();
            for (JsonNode element : form.findValues("dataElement")) {
                assertTrue(keys.contains(element.asText()), one.code() + " " + element);
            }
        }
    }
}
