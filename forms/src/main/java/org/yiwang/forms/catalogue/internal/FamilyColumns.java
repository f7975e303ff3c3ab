package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 家庭成员: a list of people of a household, whose usual columns are the same in every service. {@code columns} chooses
 * among them; {@code fields} adds what the service asks besides.
 */
final class FamilyColumns {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> USUAL = List.of("name", "relation", "idNumber");
    private static final Map<String, ObjectNode> KNOWN = known();

    private FamilyColumns() {}

    /** The same definition with all its columns written out. */
    static JsonNode writtenOut(DefinitionNode node) {
        List<String> chosen = node.has("columns") ? node.list("columns", DefinitionNode::text) : USUAL;
        ObjectNode out = node.json().deepCopy();
        ArrayNode fields = JSON.arrayNode();
        for (String name : chosen) {
            if (!KNOWN.containsKey(name)) {
                throw node.get("columns").error("家庭成员没有这一栏：" + name + "，可用的有 " + KNOWN.keySet());
            }
            fields.add(KNOWN.get(name).deepCopy());
        }
        node.get("fields").json().forEach(fields::add);
        out.remove("columns");
        out.put("type", "rows");
        out.set("fields", fields);
        return out;
    }

    private static Map<String, ObjectNode> known() {
        Map<String, ObjectNode> known = new LinkedHashMap<>();
        known.put("name", column("name", "text", "姓名", "Name", true).put("maxLength", 50));
        known.put("relation", relation());
        known.put("idNumber", column("idNumber", "idNumber", "身份证号码", "ID number", true));
        known.put(
                "birthDate",
                column("birthDate", "date", "出生日期", "Date of birth", true).put("max", "today"));
        known.put("phone", column("phone", "phone", "联系电话", "Phone", false));
        known.put("work", column("work", "text", "工作单位或者就读学校", "Employer or school", false));
        known.put("income", column("income", "money", "月均收入", "Average monthly income", true));
        return known;
    }

    private static ObjectNode column(String key, String type, String zh, String en, boolean required) {
        ObjectNode column = JSON.objectNode().put("key", key).put("type", type);
        column.set("label", label(zh, en));
        return column.put("required", required).put("dataElement", "member." + key);
    }

    private static ObjectNode label(String zh, String en) {
        return JSON.objectNode().put("zh-CN", zh).put("en", en);
    }

    private static ObjectNode relation() {
        ObjectNode relation = column("relation", "choice", "与申请人的关系", "Relation to the applicant", true);
        ArrayNode options = relation.putArray("options");
        option(options, "self", "本人", "Applicant");
        option(options, "spouse", "配偶", "Spouse");
        option(options, "child", "子女", "Child");
        option(options, "parent", "父母", "Parent");
        option(options, "other", "其他", "Other");
        return relation;
    }

    private static void option(ArrayNode options, String value, String zh, String en) {
        options.addObject().put("value", value).set("label", label(zh, en));
    }
}
