package org.yiwang.forms.filling.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.DisplaySection;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.filling.KeptAnswer;

/**
 * 表单更新: a draft brought from an older form to a newer one without loss. An answer follows its question, or the data
 * element it stands for; what no question takes any more is kept in words, to be looked up and typed again.
 */
final class CarryOver {

    /** No more than anybody reads. */
    private static final int MOST_KEPT = 100;

    private final FormDefinition before;
    private final FormDefinition now;

    CarryOver(FormDefinition before, FormDefinition now) {
        this.before = before;
        this.now = now;
    }

    Content of(Content old, LocalDate today) {
        ObjectNode moved = moved(old.answers());
        ObjectNode answers = now.normalise(moved, today);
        Set<String> changed = new LinkedHashSet<>(old.changed());
        changed.addAll(ChangedQuestions.between(before, now, answers));
        List<KeptAnswer> kept = new ArrayList<>(old.kept());
        lost(old.answers(), moved, answers).stream()
                .filter(one -> !kept.contains(one))
                .limit(MOST_KEPT)
                .forEach(kept::add);
        return new Content(moved, old.service(), old.promises(), List.copyOf(changed), kept);
    }

    /** A question of another name that stands for the same data element takes the answer over. */
    private ObjectNode moved(ObjectNode old) {
        ObjectNode moved = old.deepCopy();
        for (Field gone : fields(before)) {
            if (now.field(gone.key()).isPresent()
                    || !old.has(gone.key())
                    || gone.dataElement().isEmpty()) {
                continue;
            }
            fields(now).stream()
                    .filter(field -> field.dataElement().equals(gone.dataElement()) && field.type() == gone.type())
                    .filter(field -> !moved.has(field.key()))
                    .findFirst()
                    .ifPresent(field -> moved.set(field.key(), old.get(gone.key())));
        }
        return moved;
    }

    private static List<Field> fields(FormDefinition form) {
        return form.sections().stream()
                .map(Section::fields)
                .flatMap(List::stream)
                .toList();
    }

    private List<KeptAnswer> lost(ObjectNode old, ObjectNode moved, ObjectNode answers) {
        List<DisplaySection.Row> zh = rows(old, Language.ZH);
        List<DisplaySection.Row> en = rows(old, Language.EN);
        List<KeptAnswer> lost = new ArrayList<>();
        for (int i = 0; i < zh.size(); i++) {
            String path = zh.get(i).path();
            Field field = field(before, path).orElseThrow();
            if (!field.type().silent() && !taken(path, field, old, moved, answers)) {
                lost.add(new KeptAnswer(
                        new LocalText(zh.get(i).label(), en.get(i).label()),
                        new LocalText(zh.get(i).value(), en.get(i).value())));
            }
        }
        return lost;
    }

    private List<DisplaySection.Row> rows(ObjectNode old, Language language) {
        return before.display(old, language, false).stream()
                .flatMap(section -> section.rows().stream())
                .toList();
    }

    /** Whether the newer form shows the answer as it was given. */
    private boolean taken(String path, Field field, ObjectNode old, ObjectNode moved, ObjectNode answers) {
        JsonNode answer = at(old, path);
        Optional<Field> target = field(now, path);
        if (target.isEmpty()) {
            return fields(now).stream()
                    .filter(other -> other.dataElement().isPresent()
                            && other.dataElement().equals(field.dataElement())
                            && other.type() == field.type())
                    .anyMatch(other -> answer.equals(moved.path(other.key())) && answers.has(other.key()));
        }
        FieldType type = target.get().type();
        boolean fits = type == field.type() || type == FieldType.TEXT || type == FieldType.LONG_TEXT;
        boolean offered = !type.choice() || offered(target.get(), answer);
        return fits
                && offered
                && at(answers, path).asText().equals(answer.asText())
                && (answer.isValueNode() || at(answers, path).equals(answer));
    }

    private static boolean offered(Field field, JsonNode answer) {
        if (!answer.isArray()) {
            return field.option(answer.asText()).isPresent();
        }
        for (JsonNode one : answer) {
            if (field.option(one.asText()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The question at {@code members[0].name}. */
    private static Optional<Field> field(FormDefinition form, String path) {
        Optional<Field> found = Optional.empty();
        List<Field> among = fields(form);
        for (String key : path.replaceAll("\\[\\d+]", "").split("\\.")) {
            found = among.stream().filter(field -> field.key().equals(key)).findFirst();
            among = found.map(Field::fields).orElse(List.of());
        }
        return found;
    }

    private static JsonNode at(JsonNode answers, String path) {
        JsonNode node = answers;
        for (String key : path.split("[.\\[]")) {
            node = key.endsWith("]") ? node.path(Integer.parseInt(key.replace("]", ""))) : node.path(key);
        }
        return node == null ? MissingNode.getInstance() : node;
    }
}
