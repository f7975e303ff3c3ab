package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.yiwang.forms.catalogue.bank.DataElement;
import org.yiwang.forms.catalogue.bank.StandardMaterial;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 题库补全: what a package takes from the bank is put into its own files when it is read, so that a version says all of it
 * itself and a later bank changes nothing that was published. A package may say something anew only where it narrows it.
 */
final class BankCompletion {

    private static final String FORM = "form.json";
    private static final String ITEM = "item.json";
    static final List<String> INHERITED = List.of(
            "type",
            "label",
            "hint",
            "why",
            "maxLength",
            "min",
            "max",
            "rangeMessage",
            "unit",
            "pattern",
            "patternMessage",
            "sensitive",
            "options");

    private BankCompletion() {}

    static void complete(SortedMap<String, byte[]> files) {
        if (files.containsKey(FORM)) {
            DefinitionNode form = DefinitionNode.of(FORM, PackageReader.json(files, FORM));
            lists(form, "sections").forEach(section -> lists(section, "fields").forEach(BankCompletion::field));
            files.put(FORM, bytes(form.json()));
        }
        if (files.containsKey(ITEM)) {
            DefinitionNode item = DefinitionNode.of(ITEM, PackageReader.json(files, ITEM));
            lists(item, "materials").forEach(BankCompletion::material);
            files.put(ITEM, bytes(item.json()));
        }
    }

    /** Objects of a list, where there is one: wrong shapes are named by those who read the file. */
    private static List<DefinitionNode> lists(DefinitionNode node, String name) {
        boolean list = node.json().path(name).isArray();
        return list
                ? node.list(name).stream().filter(it -> it.json().isObject()).toList()
                : List.of();
    }

    private static void field(DefinitionNode node) {
        lists(node, "fields").forEach(BankCompletion::field);
        String name = node.has("element") ? "element" : "dataElement";
        if (!node.has(name)) {
            return;
        }
        if (name.equals("element") && node.has("dataElement")) {
            throw node.get("dataElement").error("element 和 dataElement 是一回事，只写一个");
        }
        DataElement element = Bank.elements().get(node.get(name).text());
        if (element == null) {
            throw node.get(name).error("题库里没有这个数据元：" + node.text(name) + "，先加入 catalogue/elements.json 或者不写");
        }
        ObjectNode definition = element.definition();
        narrows(node, definition, element.key());
        ObjectNode field = (ObjectNode) node.json();
        field.remove("element");
        field.put("dataElement", element.key());
        for (String inherited : INHERITED) {
            if (!field.has(inherited) && definition.has(inherited)) {
                field.set(inherited, definition.get(inherited));
            }
        }
    }

    private static void narrows(DefinitionNode field, ObjectNode element, String key) {
        for (String same : List.of("type", "pattern")) {
            boolean differs = field.has(same)
                    && element.has(same)
                    && !field.get(same).json().equals(element.get(same));
            if (differs) {
                throw field.get(same)
                        .error("数据元 " + key + " 已经写明是 " + element.get(same).asText() + "，题目不能另写");
            }
        }
        if (element.path("sensitive").asBoolean() && !field.flag("sensitive", true)) {
            throw field.get("sensitive").error("数据元 " + key + " 要遮蔽，题目不能不遮蔽");
        }
        wider(field, element, "maxLength", 1, key);
        wider(field, element, "max", 1, key);
        wider(field, element, "min", -1, key);
        options(field, element, key);
    }

    /** Two numbers are compared; a bound that is a date or another question is taken as it is. */
    private static void wider(DefinitionNode field, ObjectNode element, String name, int direction, String key) {
        if (!field.has(name) || !element.has(name)) {
            return;
        }
        try {
            BigDecimal own = new BigDecimal(field.get(name).json().asText());
            BigDecimal most = new BigDecimal(element.get(name).asText());
            if (own.compareTo(most) * direction > 0) {
                throw field.get(name).error("数据元 " + key + " 的 " + name + " 是 " + most + "，题目只能更窄");
            }
        } catch (NumberFormatException notTwoNumbers) {
            // today, today-18y or @otherField: what it comes to is known only when it is answered
        }
    }

    private static void options(DefinitionNode field, ObjectNode element, String key) {
        Set<String> known = new HashSet<>(element.path("options").findValuesAsText("value"));
        if (!known.isEmpty() && field.has("options")) {
            for (String value : field.get("options").json().findValuesAsText("value")) {
                if (!known.contains(value)) {
                    throw field.get("options").error("数据元 " + key + " 没有这个选项：" + value);
                }
            }
        }
    }

    private static void material(DefinitionNode node) {
        String name = node.has("standard") ? "standard" : "key";
        if (!node.has(name)) {
            return;
        }
        String code = node.text(name);
        StandardMaterial standard = Bank.materials().get(code);
        if (standard == null) {
            throw node.get(name).error(unknown(code));
        }
        ObjectNode material = (ObjectNode) node.json();
        material.put("standard", code);
        if (!node.has("name")) {
            ObjectNode label =
                    material.putObject("name").put("zh-CN", standard.name().zh());
            if (!standard.name().en().isEmpty()) {
                label.put("en", standard.name().en());
            }
        }
        if (!node.has("source")) {
            material.put("source", standard.source().name());
        }
    }

    private static String unknown(String code) {
        return Bank.materials().values().stream()
                .filter(material -> material.aliases().contains(code))
                .findFirst()
                .map(material -> code + " 在标准材料库里叫 " + material.code() + "，请用这个代码")
                .orElse("标准材料库里没有 " + code + "，用 standard 写明是哪种标准材料，或者先加入 catalogue/materials.json");
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return PackageReader.JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
