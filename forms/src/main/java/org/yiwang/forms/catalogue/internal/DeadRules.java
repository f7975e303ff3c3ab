package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Routing;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Section;

/** 走不到的分支: rules behind one that always fits, and conditions that want two answers to one question. */
public final class DeadRules {

    private final ItemVersion item;
    private final Findings findings;

    public DeadRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        routing();
        item.conditions()
                .forEach(it -> it.rule().ifPresent(rule -> holds("conditions[" + it.key() + "].rule", rule, false)));
        item.materials()
                .forEach(it -> it.when().ifPresent(when -> holds("materials[" + it.key() + "].when", when, false)));
        item.fees().forEach(it -> it.applies().ifPresent(when -> holds("fees[" + it.key() + "].applies", when, false)));
        item.routing()
                .forEach(it -> it.when().ifPresent(when -> holds("routing[" + it.after() + "].when", when, false)));
        List<Section> sections = item.form().sections();
        for (int s = 0; s < sections.size(); s++) {
            List<Field> fields = sections.get(s).fields();
            for (int f = 0; f < fields.size(); f++) {
                String path = "sections[" + s + "].fields[" + f + "].showWhen";
                fields.get(f).showWhen().ifPresent(when -> holds(path, when, true));
            }
        }
    }

    /** The first rule that fits counts: what stands behind one without a condition is never looked at. */
    private void routing() {
        Map<String, Integer> always = new HashMap<>();
        for (int i = 0; i < item.routing().size(); i++) {
            Routing rule = item.routing().get(i);
            if (always.containsKey(rule.after())) {
                findings.add("routing[" + i + "]", "DEAD", "环节 " + rule.after() + " 前面已有没有条件的规则，这一条永远用不上");
            } else if (rule.when().isEmpty()) {
                always.put(rule.after(), i);
            }
        }
    }

    private void holds(String path, Condition condition, boolean form) {
        if (condition instanceof Condition.All all) {
            Map<String, JsonNode> wanted = new HashMap<>();
            for (Condition part : all.parts()) {
                if (part instanceof Condition.Is is && single(is.field())) {
                    JsonNode other = wanted.putIfAbsent(is.field(), is.value());
                    if (other != null && !other.equals(is.value())) {
                        String text = "条件永远不成立：问题“" + is.field() + "”不能既是 " + other.asText() + " 又是 "
                                + is.value().asText();
                        findings.somewhere(form, path, "DEAD", text);
                    }
                }
            }
            all.parts().forEach(part -> holds(path, part, form));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> holds(path, part, form));
        }
    }

    private boolean single(String name) {
        Optional<Field> field = item.form().field(name.split("\\.")[0]);
        return field.map(it -> it.type() != FieldType.MULTI_CHOICE && it.type() != FieldType.ROWS)
                .orElse(false);
    }
}
