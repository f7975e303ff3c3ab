package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.Rule;
import org.yiwang.forms.catalogue.form.Section;

/** 题间规则读取: each is said at a question, and looks at no page that comes after that question's. */
final class RuleReader {

    private final List<Section> sections;
    private final Set<String> keys = new HashSet<>();

    private RuleReader(List<Section> sections) {
        this.sections = sections;
    }

    static List<Rule> rules(DefinitionNode root, List<Section> sections) {
        RuleReader reader = new RuleReader(sections);
        List<Rule> rules = new ArrayList<>();
        root.list("rules").forEach(node -> rules.add(reader.rule(node)));
        return List.copyOf(rules);
    }

    private Rule rule(DefinitionNode node) {
        node.only("key", "when", "holds", "message", "each", "at");
        if (!keys.add(node.text("key"))) {
            throw node.get("key").error("重复出现：" + node.text("key"));
        }
        Rule rule = new Rule(
                node.text("key"),
                node.optional("when", Condition::parse),
                Condition.parse(node.must("holds")),
                node.label("message"),
                node.optional("each", DefinitionNode::text),
                node.text("at"));
        Field owner = field(rule.owner()).orElseThrow(() -> node.get("at").error("没有这个问题：" + rule.owner()));
        Set<String> columns = new HashSet<>();
        if (rule.each().isPresent()) {
            owner.fields().forEach(column -> columns.add(column.key()));
            if (!columns.contains(rule.at())) {
                throw node.get("at").error(rule.owner() + " 没有这一栏：" + rule.at());
            }
        }
        for (String path : rule.fields()) {
            if (!columns.contains(path.split("\\.")[0]) && !upTo(rule.owner()).contains(path.split("\\.")[0])) {
                throw node.error("引用的问题不存在，或者在“" + rule.owner() + "”所在页之后：" + path);
            }
        }
        return rule;
    }

    private Optional<Field> field(String key) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /** The questions of the pages up to and with that question's. */
    private Set<String> upTo(String key) {
        Set<String> before = new HashSet<>();
        for (Section section : sections) {
            section.fields().forEach(field -> before.add(field.key()));
            if (section.fields().stream().anyMatch(field -> field.key().equals(key))) {
                break;
            }
        }
        return before;
    }
}
