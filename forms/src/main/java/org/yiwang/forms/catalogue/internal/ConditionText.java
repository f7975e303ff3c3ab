package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;

/** 条件说法: a condition in words, with the questions and answers as the form names them. */
final class ConditionText {

    private final List<Field> fields;

    /** @param form whose questions it looks at; null where there is none */
    ConditionText(FormDefinition form) {
        this.fields = form == null
                ? List.of()
                : form.sections().stream()
                        .flatMap(section -> section.fields().stream())
                        .flatMap(field -> Stream.concat(Stream.of(field), field.fields().stream()))
                        .toList();
    }

    LocalText of(Condition condition) {
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), "，并且", " and ", new LocalText("总是", "always"));
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), "，或者", " or ", new LocalText("从不", "never"));
        }
        if (condition instanceof Condition.Not not) {
            return not(not.part());
        }
        if (condition instanceof Condition.Present present) {
            LocalText name = name(present.field());
            return present.present()
                    ? new LocalText("填写了" + name.zh(), name.en() + " is filled in")
                    : new LocalText("没有填写" + name.zh(), name.en() + " is not filled in");
        }
        return test(condition, false);
    }

    private LocalText not(Condition part) {
        if (part instanceof Condition.Is || part instanceof Condition.In) {
            return test(part, true);
        }
        LocalText inner = of(part);
        return new LocalText("不满足（" + inner.zh() + "）", "not (" + inner.en() + ")");
    }

    private LocalText test(Condition condition, boolean not) {
        if (condition instanceof Condition.Is is) {
            return said(is.field(), not ? "不是" : "是", not ? "is not" : "is", List.of(is.value()));
        }
        if (condition instanceof Condition.In in) {
            return said(in.field(), not ? "不是" : "是", not ? "is none of" : "is one of", in.values());
        }
        if (condition instanceof Condition.AtLeast least) {
            boolean day = least.value().isTextual();
            return said(
                    least.field(), day ? "不早于" : "不少于", day ? "is not before" : "is at least", List.of(least.value()));
        }
        Condition.AtMost most = (Condition.AtMost) condition;
        boolean day = most.value().isTextual();
        return said(most.field(), day ? "不晚于" : "不多于", day ? "is not after" : "is at most", List.of(most.value()));
    }

    private LocalText said(String path, String zh, String en, List<JsonNode> values) {
        LocalText name = name(path);
        List<String> inChinese = new ArrayList<>();
        List<String> inEnglish = new ArrayList<>();
        for (JsonNode value : values) {
            LocalText text = value(path, value);
            inChinese.add(text.zh());
            inEnglish.add(text.en());
        }
        return new LocalText(
                name.zh() + zh + String.join("、", inChinese),
                name.en() + " " + en + " " + String.join(", ", inEnglish));
    }

    private LocalText joined(List<Condition> parts, String zh, String en, LocalText nothing) {
        if (parts.isEmpty()) {
            return nothing;
        }
        if (parts.size() == 1) {
            return of(parts.get(0));
        }
        List<LocalText> texts = parts.stream().map(this::bracketed).toList();
        return new LocalText(
                String.join(zh, texts.stream().map(LocalText::zh).toList()),
                String.join(en, texts.stream().map(LocalText::en).toList()));
    }

    private LocalText bracketed(Condition part) {
        LocalText text = of(part);
        boolean several = part instanceof Condition.All all && all.parts().size() > 1
                || part instanceof Condition.Any any && any.parts().size() > 1;
        return several ? new LocalText("（" + text.zh() + "）", "(" + text.en() + ")") : text;
    }

    /** The question's label; a part of an address by its name as well. */
    private LocalText name(String path) {
        String[] parts = path.split("\\.");
        LocalText label = field(parts[0]).map(Field::label).orElse(LocalText.of(parts[0]));
        String part = parts.length > 1 && parts[1].equals("division") ? "division" : "";
        return new LocalText(
                "“" + label.zh() + "”" + (part.isEmpty() ? "" : "所在的区划"),
                "“" + ChangeWords.english(label) + "”" + (part.isEmpty() ? "" : " (division)"));
    }

    private Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private LocalText value(String path, JsonNode value) {
        if (value.isBoolean()) {
            return ChangeWords.yesOrNo(value.booleanValue());
        }
        Optional<Field> field = field(path.split("\\.")[0]);
        Optional<LocalText> option =
                field.flatMap(one -> one.option(value.asText())).map(Field.Option::label);
        if (option.isPresent()) {
            return ChangeWords.quoted(option.get());
        }
        boolean listed = field.filter(one -> one.type() == FieldType.ROWS || one.type() == FieldType.MULTI_CHOICE)
                .isPresent();
        if (value.isNumber()) {
            LocalText unit = listed
                    ? new LocalText("项", "entries")
                    : field.flatMap(Field::unit).orElse(null);
            return unit == null
                    ? new LocalText(value.asText(), value.asText())
                    : new LocalText(value.asText() + unit.zh(), value.asText() + " " + ChangeWords.english(unit));
        }
        return ChangeWords.quoted(LocalText.of(value.asText()));
    }
}
