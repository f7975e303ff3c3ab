package org.yiwang.forms.catalogue.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yiwang.forms.catalogue.form.Computation;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Rule;
import org.yiwang.forms.catalogue.form.Section;

/** 表单读取: form.json made into sections and fields, refusing what does not fit together. */
public final class FormReader {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_ROWS = 50;

    private static final String[] KNOWN = {
        "key",
        "type",
        "label",
        "hint",
        "why",
        "required",
        "min",
        "max",
        "rangeMessage",
        "maxLength",
        "pattern",
        "patternMessage",
        "unit",
        "sensitive",
        "options",
        "showWhen",
        "requireWhen",
        "compute",
        "openEnd",
        "shortest",
        "longest",
        "text",
        "material",
        "table",
        "dataElement",
        "neededFor",
        "fields",
        "minRows",
        "maxRows"
    };

    private final Set<String> keys = new HashSet<>();

    private FormReader() {}

    /** What form.json says: its sections and its rules. */
    public record Read(List<Section> sections, List<Rule> rules) {}

    public static Read read(DefinitionNode root) {
        root.only("format", "sections", "rules");
        FormReader reader = new FormReader();
        List<Section> sections = DefinitionNode.each(root.must("sections").elements(), reader::section);
        if (sections.isEmpty()) {
            throw root.get("sections").error("表单至少有一个部分");
        }
        Set<String> sectionKeys = new HashSet<>();
        for (DefinitionNode section : root.list("sections")) {
            if (!sectionKeys.add(section.text("key"))) {
                throw section.get("key").error("重复出现：" + section.text("key"));
            }
        }
        return new Read(sections, RuleReader.rules(root, sections));
    }

    private Section section(DefinitionNode node) {
        node.only("key", "title", "intro", "fields");
        List<Field> fields =
                DefinitionNode.each(node.must("fields").elements(), field -> field(field, keys, Set.of(), 0));
        if (fields.isEmpty()) {
            throw node.get("fields").error("一个部分至少有一个问题");
        }
        return new Section(key(node), node.label("title"), node.optional("intro", DefinitionNode::label), fields);
    }

    private Field field(DefinitionNode node, Set<String> siblings, Set<String> outer, int depth) {
        try {
            return readField(node, siblings, outer, depth);
        } catch (DefinitionException wrong) {
            // Questions that look at it are not wrong for that.
            siblings.add(node.json().path("key").asText());
            throw wrong;
        }
    }

    private Field readField(DefinitionNode written, Set<String> siblings, Set<String> outer, int depth) {
        boolean family = FieldType.FAMILY.equals(written.json().path("type").asText());
        DefinitionNode node = family ? written.instead(FamilyColumns.writtenOut(written)) : written;
        node.only(KNOWN);
        String key = key(node);
        FieldType type = FieldType.parse(node.must("type"));
        Kinds.check(node, type, depth > 0);
        Optional<Condition> showWhen = node.optional("showWhen", Condition::parse);
        Optional<Condition> requireWhen = node.optional("requireWhen", Condition::parse);
        Optional<Computation> compute = node.optional("compute", Computation::parse);
        refuseLaterFields(node.get("showWhen"), conditionFields(showWhen), siblings, outer);
        refuseLaterFields(node.get("requireWhen"), conditionFields(requireWhen), siblings, outer);
        refuseLaterFields(node.get("compute"), compute.map(Computation::fields).orElse(Set.of()), siblings, outer);
        List<Field.Option> options = options(node, type, siblings, outer);
        if (!siblings.add(key)) {
            throw node.get("key").error("重复出现：" + key);
        }
        int minRows = node.number("minRows", 0);
        int maxRows = node.number("maxRows", MOST_ROWS);
        if (minRows > maxRows) {
            throw node.get("minRows").error("大于 maxRows");
        }
        return new Field(
                key,
                type,
                node.label("label"),
                node.optional("hint", DefinitionNode::label),
                node.optional("why", DefinitionNode::label),
                node.flag("required", false),
                node.optional("min", bound -> bound(bound, type)),
                node.optional("max", bound -> bound(bound, type)),
                node.optional("rangeMessage", DefinitionNode::label),
                node.number("maxLength", type == FieldType.LONG_TEXT ? 1000 : 100),
                node.optional("pattern", FormReader::pattern),
                node.optional("patternMessage", DefinitionNode::label),
                node.optional("unit", DefinitionNode::label),
                node.flag("sensitive", false),
                options,
                showWhen,
                requireWhen,
                compute,
                Kinds.span(node),
                node.optional("text", DefinitionNode::label),
                node.optional("material", DefinitionNode::text),
                node.flag("table", false),
                node.optional("dataElement", DefinitionNode::text),
                columns(node, type, siblings, outer, depth),
                minRows,
                maxRows);
    }

    /** Rows may stand in rows, once; a column sees what stands before it, in its own row and in those around it. */
    private List<Field> columns(
            DefinitionNode node, FieldType type, Set<String> siblings, Set<String> outer, int depth) {
        if (type != FieldType.ROWS) {
            if (node.has("fields")) {
                throw node.get("fields").error("只有 rows 类型可以有 fields");
            }
            return List.of();
        }
        if (depth > 1) {
            throw node.error("rows 里面最多再有一层 rows");
        }
        Set<String> columns = new HashSet<>();
        Set<String> around = new HashSet<>(outer);
        around.addAll(siblings);
        List<Field> fields =
                DefinitionNode.each(node.must("fields").elements(), field -> field(field, columns, around, depth + 1));
        if (fields.isEmpty()) {
            throw node.get("fields").error("rows 至少有一个问题");
        }
        return fields;
    }

    private static Set<String> conditionFields(Optional<Condition> condition) {
        return condition.map(Condition::fields).orElse(Set.of());
    }

    /** Without a script a page shows a question only by answers given before: a condition may not look ahead. */
    private static void refuseLaterFields(
            DefinitionNode node, Set<String> paths, Set<String> siblings, Set<String> outer) {
        for (String path : paths) {
            String first = path.split("\\.")[0];
            if (!siblings.contains(first) && !outer.contains(first)) {
                throw node.error("引用的问题不在本问题之前：" + path);
            }
        }
    }

    private static List<Field.Option> options(
            DefinitionNode node, FieldType type, Set<String> siblings, Set<String> outer) {
        boolean choice = type.choice();
        if (!choice && type != FieldType.ADDRESS && node.has("options")) {
            throw node.get("options").error("这种类型的问题没有选项");
        }
        List<Field.Option> options = node.list("options", option -> {
            option.only("value", "label", "when");
            Optional<Condition> when = option.optional("when", Condition::parse);
            refuseLaterFields(option.get("when"), conditionFields(when), siblings, outer);
            return new Field.Option(option.text("value"), option.label("label"), when);
        });
        if (choice && options.size() < 2) {
            throw node.get("options").error("选择题至少有两个选项");
        }
        if (options.stream().map(Field.Option::value).distinct().count() != options.size()) {
            throw node.get("options").error("选项的值重复");
        }
        return type == FieldType.ADDRESS && options.isEmpty() ? Divisions.ofTheCity() : options;
    }

    private static String bound(DefinitionNode node, FieldType type) {
        String bound = node.json().isNumber() ? node.json().asText() : node.text();
        boolean fits =
                switch (type) {
                    case NUMBER, MONEY, COMPUTED -> Bound.number(bound);
                    case DATE, ID_NUMBER, DATE_RANGE -> Bound.date(bound);
                    default -> throw node.error("这种类型的问题没有上下限");
                };
        if (!fits) {
            throw node.error("不能作这种类型问题的上下限：" + bound);
        }
        return bound;
    }

    private static Pattern pattern(DefinitionNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException wrong) {
            throw node.error("不是正确的正则表达式：" + wrong.getDescription());
        }
    }

    private static String key(DefinitionNode node) {
        String key = node.text("key");
        if (!KEY.matcher(key).matches()) {
            throw node.get("key").error("应为小驼峰命名的单词：" + key);
        }
        return key;
    }
}
