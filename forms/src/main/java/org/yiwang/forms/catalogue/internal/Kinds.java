package org.yiwang.forms.catalogue.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;

/** 题型规则: what a kind of question needs besides, and what means something with some kinds only. */
final class Kinds {

    /** Written with another kind these would be silently without effect. */
    private static final Map<String, Set<FieldType>> ONLY_WITH = Map.of(
            "compute", Set.of(FieldType.COMPUTED),
            "openEnd", Set.of(FieldType.DATE_RANGE),
            "shortest", Set.of(FieldType.DATE_RANGE),
            "longest", Set.of(FieldType.DATE_RANGE),
            "text", Set.of(FieldType.DECLARATION),
            "material", Set.of(FieldType.FILE),
            "table", Set.of(FieldType.ROWS));

    /** Whoever signs or declares does it once, for the whole form. */
    private static final Set<FieldType> NOT_IN_ROWS =
            Set.of(FieldType.DECLARATION, FieldType.SIGNATURE, FieldType.FILE);

    private Kinds() {}

    static void check(DefinitionNode node, FieldType type, boolean column) {
        ONLY_WITH.forEach((name, types) -> {
            if (node.has(name) && !types.contains(type)) {
                throw node.get(name).error("只用于 " + types.iterator().next().key() + " 类型的问题");
            }
        });
        if (column && NOT_IN_ROWS.contains(type)) {
            throw node.get("type").error("rows 里面不能有 " + type.key());
        }
        switch (type) {
            case COMPUTED -> node.must("compute");
            case DECLARATION -> node.must("text");
            case FILE -> node.must("material");
            default -> {
                return;
            }
        }
        if (type.silent() && (node.has("required") || node.has("requireWhen"))) {
            throw node.error(type == FieldType.FILE ? "材料是否必交写在 item.json 的 materials 里" : "计算的内容由系统填写，不能写 required");
        }
    }

    static Field.Span span(DefinitionNode node) {
        Optional<String> shortest = node.optional("shortest", Kinds::period);
        Optional<String> longest = node.optional("longest", Kinds::period);
        return new Field.Span(node.flag("openEnd", false), shortest, longest);
    }

    private static String period(DefinitionNode node) {
        if (Bound.period(node.text()).isEmpty()) {
            throw node.error("时长写作 30d、2w、6m 或者 1y");
        }
        return node.text();
    }
}
