package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Section;

/** 引用检查: whatever a package names, such as a field, an option or a file, is there. */
public final class ReferenceRules {

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
    }

    private void material(MaterialRequirement material, ServicePackage servicePackage) {
        String path = "materials[" + material.key() + "]";
        findings.must(ItemFacts.CODE.matcher(material.key()).matches(), path, "KEY", "应为小写单词，用连字符连接");
        condition(path + ".when", material.when());
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
                                .map(field -> field.type() == FieldType.NUMBER)
                                .orElse(false),
                        "fees[" + fee.key() + "].formula.field",
                        "FIELD",
                        "没有这个数字问题：" + formula.field()));
    }

    private void field(Field field, List<Field> columns) {
        field.showWhen().ifPresent(condition -> tests("form.json " + field.key() + ".showWhen", condition, columns));
        for (String bound : List.of(field.min().orElse(""), field.max().orElse(""))) {
            Bound.field(bound)
                    .ifPresent(name -> findings.must(
                            find(name, columns).isPresent(),
                            "form.json " + field.key(),
                            "FIELD",
                            "上下限引用的问题不存在：" + name));
        }
        field.fields().forEach(column -> field(column, field.fields()));
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
        } else {
            condition.fields().forEach(name -> test(path, name, condition, columns));
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
        boolean choice = field.type() == FieldType.CHOICE || field.type() == FieldType.MULTI_CHOICE;
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
                && field.map(it -> it.type() == FieldType.ADDRESS).orElse(false)
                && (parts[1].equals("division") || parts[1].equals("detail"));
        return parts.length == 1 || part ? field : Optional.empty();
    }
}
