package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.Computation;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Rule;
import org.yiwang.forms.catalogue.form.Section;

/** 引用检查: whatever a package names, such as a field, an option or a file, is there. */
public final class ReferenceRules {

    private static final Set<FieldType> NUMBERS = Set.of(FieldType.NUMBER, FieldType.MONEY, FieldType.COMPUTED);

    private static final Map<FieldType, Set<String>> PARTS = Map.of(
            FieldType.ADDRESS, Set.of("division", "detail"),
            FieldType.DATE_RANGE, Set.of("from", "to"));

    private final ItemVersion item;
    private final Findings findings;

    public ReferenceRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check(ServicePackage servicePackage) {
        item.conditions().forEach(it -> condition("conditions[" + it.key() + "].rule", it.rule()));
        item.guide().situation().forEach(this::situation);
        item.materials().forEach(it -> material(it, servicePackage));
        item.fees().forEach(this::fee);
        item.routing().forEach(it -> condition("routing[" + it.after() + "].when", it.when()));
        item.instantRule().ifPresent(rule -> condition("instantRule.approve", Optional.of(rule.approve())));
        for (Section section : item.form().sections()) {
            section.fields().forEach(field -> field(field, List.of()));
        }
        try {
            SituationForm.of(item);
        } catch (DefinitionException unfit) {
            findings.add("guide.situation", "ORDER", "情形引导的问题顺序不对，" + unfit.getMessage());
        }
        item.form().rules().forEach(this::rule);
    }

    private void rule(Rule rule) {
        List<Field> columns =
                rule.each().flatMap(item.form()::field).map(Field::fields).orElse(List.of());
        String path = "form.json rules[" + rule.key() + "]";
        tests(path + ".holds", rule.holds(), columns);
        rule.when().ifPresent(when -> tests(path + ".when", when, columns));
    }

    private void material(MaterialRequirement material, ServicePackage servicePackage) {
        String path = "materials[" + material.key() + "]";
        findings.must(ItemFacts.CODE.matcher(material.key()).matches(), path, "KEY", "应为小写单词，用连字符连接");
        condition(path + ".when", material.when());
        material.blank()
                .ifPresent(blank -> findings.must(
                        servicePackage.file(blank).isPresent(), path + ".blank", "FILE", "没有这个文件：" + blank));
        material.perPerson()
                .ifPresent(rows -> findings.must(
                        item.form()
                                .field(rows)
                                .filter(field -> field.type() == FieldType.ROWS)
                                .isPresent(),
                        path + ".perPerson",
                        "FIELD",
                        "没有这个列表问题：" + rows));
        material.sample()
                .ifPresent(sample -> findings.must(
                        servicePackage.file(sample).isPresent(), path + ".sample", "FILE", "没有这个文件：" + sample));
    }

    private void situation(String key) {
        findings.must(item.form().field(key).isPresent(), "guide.situation", "FIELD", "没有这个问题：" + key);
    }

    private void fee(Fee fee) {
        condition("fees[" + fee.key() + "].applies", fee.applies());
        fee.formula()
                .ifPresent(formula -> findings.must(
                        item.form()
                                .field(formula.field())
                                .map(field -> NUMBERS.contains(field.type()))
                                .orElse(false),
                        "fees[" + fee.key() + "].formula.field",
                        "FIELD",
                        "没有这个数字问题：" + formula.field()));
    }

    private void field(Field field, List<Field> columns) {
        String at = "form.json " + field.key();
        field.showWhen().ifPresent(condition -> tests(at + ".showWhen", condition, columns));
        field.requireWhen().ifPresent(condition -> tests(at + ".requireWhen", condition, columns));
        field.options().forEach(option -> option.when()
                .ifPresent(condition -> tests(at + ".options[" + option.value() + "].when", condition, columns)));
        field.compute().ifPresent(computation -> computation(at + ".compute", computation, columns));
        field.material()
                .ifPresent(key -> findings.must(
                        item.material(key).isPresent(), at + ".material", "MATERIAL", "item.json 没有这项材料：" + key));
        for (String bound : List.of(field.min().orElse(""), field.max().orElse(""))) {
            Bound.field(bound)
                    .ifPresent(name -> findings.must(
                            find(name, columns).isPresent(),
                            "form.json " + field.key(),
                            "FIELD",
                            "上下限引用的问题不存在：" + name));
        }
        field.fields().forEach(column -> field(column, seen(field, columns)));
    }

    /** What a column can name besides the questions of the form: those of its row and of the row around it. */
    private static List<Field> seen(Field rows, List<Field> around) {
        List<Field> seen = new ArrayList<>(rows.fields());
        seen.addAll(around);
        return seen;
    }

    /** A term is a question, or a column of a list. */
    private void computation(String path, Computation computation, List<Field> columns) {
        for (String name : computation.fields()) {
            String[] parts = name.split("\\.", 2);
            boolean column = parts.length == 2
                    && find(parts[0], columns)
                            .map(rows -> rows.fields().stream()
                                    .anyMatch(one -> one.key().equals(parts[1])))
                            .orElse(false);
            findings.must(column || find(name, columns).isPresent(), path, "FIELD", "没有这个问题：" + name);
        }
        computation
                .where()
                .ifPresent(where -> tests(
                        path + ".where",
                        where,
                        rowsOf(computation.terms().get(0).asText(), columns)));
    }

    private List<Field> rowsOf(String name, List<Field> columns) {
        return find(name, columns).map(rows -> seen(rows, columns)).orElse(columns);
    }

    private void condition(String path, Optional<Condition> condition) {
        condition.ifPresent(it -> tests(path, it, List.of()));
    }

    private void tests(String path, Condition condition, List<Field> columns) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> tests(path, part, columns));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> tests(path, part, columns));
        } else if (condition instanceof Condition.Not not) {
            tests(path, not.part(), columns);
        } else if (condition instanceof Condition.Rows rows) {
            rows(path, rows, columns);
        } else {
            condition.fields().forEach(name -> test(path, name, condition, columns));
        }
    }

    private void rows(String path, Condition.Rows rows, List<Field> columns) {
        List<Field> own = rowsOf(rows.field(), columns);
        findings.must(
                find(rows.field(), columns)
                        .map(field -> field.type() == FieldType.ROWS)
                        .orElse(false),
                path,
                "FIELD",
                "没有这个列表：" + rows.field());
        rows.test().outside().forEach(name -> test(path, name, rows, columns));
        tests(path, rows.test().within(), own);
        if (!rows.test().column().isEmpty()) {
            findings.must(
                    own.stream()
                            .anyMatch(column -> column.key().equals(rows.test().column())),
                    path,
                    "FIELD",
                    rows.field() + " 没有这一栏：" + rows.test().column());
        }
    }

    private void test(String path, String name, Condition condition, List<Field> columns) {
        Optional<Field> field = find(name, columns);
        if (field.isEmpty()) {
            findings.add(path, "FIELD", "没有这个问题：" + name);
        } else if (condition instanceof Condition.Is is) {
            value(path, field.get(), is.value());
        } else if (condition instanceof Condition.In in) {
            in.values().forEach(value -> value(path, field.get(), value));
        }
    }

    /** A condition on a choice that can never hold is a slip of the pen. */
    private void value(String path, Field field, JsonNode value) {
        if (Bound.field(value.asText("")).isPresent()) {
            return;
        }
        boolean choice = field.type().choice();
        findings.must(
                !choice || field.option(value.asText()).isPresent(),
                path,
                "OPTION",
                "问题“" + field.key() + "”没有选项 " + value.asText());
        findings.must(
                field.type() != FieldType.YES_NO || value.isBoolean(),
                path,
                "OPTION",
                "问题“" + field.key() + "”的值应为 true 或者 false");
    }

    private Optional<Field> find(String name, List<Field> columns) {
        String[] parts = name.split("\\.");
        Optional<Field> field = columns.stream()
                .filter(column -> column.key().equals(parts[0]))
                .findFirst()
                .or(() -> item.form().field(parts[0]));
        boolean part = parts.length == 2
                && field.map(it -> PARTS.getOrDefault(it.type(), Set.of()).contains(parts[1]))
                        .orElse(false);
        return parts.length == 1 || part ? field : Optional.empty();
    }
}
