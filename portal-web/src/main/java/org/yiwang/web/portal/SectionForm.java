package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.FormDefinition;
import org.yiwang.forms.catalogue.form.Section;
import org.yiwang.forms.platform.Problem;

/** 分节表单: one section of a form between the definition and the inputs of a page, both ways. */
public final class SectionForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final int MOST_ROWS = 200;
    private static final String TODAY = "@today";

    private final Section section;
    private final JsonNode source;

    public SectionForm(FormDefinition form, Section section) {
        this.section = section;
        this.source = sourceOf(form, section.key());
    }

    /** 单问: the section in which the question with that key stands. */
    public static SectionForm asking(FormDefinition form, String key) {
        Section section = form.sections().stream()
                .filter(one ->
                        one.fields().stream().anyMatch(field -> field.key().equals(key)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no question " + key));
        return new SectionForm(form, section);
    }

    /** What was typed for these targets of a notice ({@code answers.KEY}; others are passed over), by question. */
    public static ObjectNode readAsked(FormDefinition form, Stream<String> targets, Map<String, String[]> inputs) {
        ObjectNode typed = JSON.objectNode();
        targets.filter(target -> target.startsWith("answers.")).forEach(target -> {
            String key = target.substring(8);
            typed.set(key, asking(form, key).read(inputs).get(key));
        });
        return typed;
    }

    private static JsonNode sourceOf(FormDefinition form, String key) {
        for (JsonNode one : form.json().path("sections")) {
            if (one.path("key").asText().equals(key)) {
                return one;
            }
        }
        return MissingNode.getInstance();
    }

    /** The questions with these answers in them. Questions not due yet come too, for the script to bring up. */
    public List<FieldView> fields(JsonNode answers, List<Problem> problems) {
        return fields(answers, problems, RowsShown.NONE);
    }

    /** The same, with as many rows of a repeating question as the page had, empty ones among them. */
    public List<FieldView> fields(JsonNode answers, List<Problem> problems, RowsShown shown) {
        return fields(answers, problems, shown, List.of());
    }

    /**
     * The same, with what a newer form asks differently pointed out.
     *
     * @param changed keys of such questions
     */
    public List<FieldView> fields(
            JsonNode answers, List<Problem> problems, RowsShown shown, Collection<String> changed) {
        Map<String, String> errors = new HashMap<>();
        problems.forEach(problem -> errors.putIfAbsent(inputName(problem.path()), problem.message()));
        Sheet sheet = new Sheet(errors, shown, Set.copyOf(changed));
        List<FieldView> views = new ArrayList<>();
        for (Field field : section.fields()) {
            views.add(view(field, field.key(), answers.path(field.key()), answers, source.path("fields"), sheet));
        }
        return views;
    }

    /** What all questions of a page are shown with. */
    private record Sheet(Map<String, String> errors, RowsShown shown, Set<String> changed) {}

    private static JsonNode withEmptyRows(JsonNode rows, int count) {
        ArrayNode more = rows.isArray() ? rows.deepCopy() : JSON.arrayNode();
        while (more.size() < count) {
            more.addObject();
        }
        return more;
    }

    private FieldView view(Field field, String name, JsonNode answer, JsonNode context, JsonNode sources, Sheet sheet) {
        JsonNode own = ofKey(sources, field.key());
        List<List<FieldView>> rows = new ArrayList<>();
        if (field.type() == FieldType.ROWS) {
            JsonNode given = withEmptyRows(answer, sheet.shown().of(name, answer.size(), field.maxRows()));
            int count = Math.max(Math.max(1, field.minRows()), given.size());
            for (int i = 0; i < count; i++) {
                rows.add(row(field, name + "." + i, given.path(i), context, own.path("fields"), sheet));
            }
        }
        FieldView.When when = new FieldView.When(
                field.shown(context),
                written(own.path("showWhen")),
                field.needed(context),
                written(own.path("requireWhen")),
                sheet.changed().contains(name));
        return new FieldView(field, name, answer, when, options(field, answer, context, own), sheet.errors(), rows);
    }

    private static String written(JsonNode condition) {
        return condition.isMissingNode() ? null : condition.toString();
    }

    /** What is not offered now is left out, unless it is chosen or an answer on this very page may bring it up. */
    private List<FieldView.OptionView> options(Field field, JsonNode answer, JsonNode context, JsonNode own) {
        List<FieldView.OptionView> options = new ArrayList<>();
        for (Field.Option option : field.options()) {
            boolean here = option.when()
                    .map(condition -> condition.fields().stream().anyMatch(this::onThisPage))
                    .orElse(true);
            boolean chosen = answer.asText().equals(option.value());
            if (here || chosen || option.offered(context)) {
                options.add(new FieldView.OptionView(
                        option,
                        written(ofValue(own.path("options"), option.value()).path("when"))));
            }
        }
        return options;
    }

    private boolean onThisPage(String path) {
        String key = path.split("\\.")[0];
        return section.fields().stream()
                .anyMatch(field -> field.key().equals(key)
                        || field.fields().stream()
                                .anyMatch(column -> column.key().equals(key)));
    }

    private List<FieldView> row(
            Field field, String name, JsonNode row, JsonNode context, JsonNode sources, Sheet sheet) {
        ObjectNode seen = context.isObject() ? context.deepCopy() : JSON.objectNode();
        field.fields().forEach(column -> seen.remove(column.key()));
        row.properties().forEach(answer -> seen.set(answer.getKey(), answer.getValue()));
        List<FieldView> columns = new ArrayList<>();
        for (Field column : field.fields()) {
            columns.add(view(column, name + "." + column.key(), row.path(column.key()), seen, sources, sheet));
        }
        return columns;
    }

    private static JsonNode ofValue(JsonNode options, String value) {
        for (JsonNode option : options) {
            if (option.path("value").asText().equals(value)) {
                return option;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode ofKey(JsonNode fields, String key) {
        for (JsonNode field : fields) {
            if (field.path("key").asText().equals(key)) {
                return field;
            }
        }
        return MissingNode.getInstance();
    }

    /** {@code answers.members[0].phone} is the input {@code members.0.phone}. */
    public static String inputName(String path) {
        Matcher index = INDEX.matcher(path.startsWith("answers.") ? path.substring(8) : path);
        return index.replaceAll(".$1");
    }

    /** Id of the input that a problem's path speaks of: a question's or a material's. */
    public static String placeOf(String path) {
        if (path.startsWith("materials.")) {
            return "m-" + path.substring(10);
        }
        return path.startsWith("answers.") ? FieldView.idOf(inputName(path)) : path;
    }

    /** Answers of earlier sections that conditions here look at, for the script; nothing else leaves the server. */
    public ObjectNode earlier(JsonNode answers) {
        ObjectNode out = JSON.objectNode();
        if (answers.has(TODAY)) {
            out.set(TODAY, answers.get(TODAY));
        }
        lookedAt(section.fields()).forEach(path -> {
            String key = path.split("\\.")[0];
            boolean here =
                    section.fields().stream().anyMatch(other -> other.key().equals(key));
            if (!here && answers.has(key)) {
                out.set(key, answers.get(key));
            }
        });
        return out;
    }

    private static Set<String> lookedAt(List<Field> fields) {
        Set<String> paths = new TreeSet<>();
        for (Field field : fields) {
            if (field.compute().isEmpty()) {
                paths.addAll(field.lookedAt());
            }
            paths.addAll(lookedAt(field.fields()));
        }
        return paths;
    }

    /** What was typed, by question; a question that was not on the page or left empty is null. */
    public ObjectNode read(Map<String, String[]> inputs) {
        ObjectNode typed = JSON.objectNode();
        for (Field field : section.fields()) {
            typed.set(field.key(), value(field, field.key(), inputs));
        }
        return typed;
    }

    private static JsonNode value(Field field, String name, Map<String, String[]> inputs) {
        return switch (field.type()) {
            case MULTI_CHOICE -> many(inputs.get(name));
            case ADDRESS -> parts(name, List.of("division", "detail"), inputs);
            case DATE_RANGE -> parts(name, List.of("from", "to"), inputs);
            case SIGNATURE -> parts(name, List.of("name", "confirmed"), inputs);
            case COMPUTED, FILE -> JSON.nullNode();
            case ROWS -> rows(field, name, inputs);
            default -> one(inputs.get(name));
        };
    }

    private static JsonNode one(String[] values) {
        return values == null || values[0].isBlank() ? JSON.nullNode() : JSON.textNode(values[0]);
    }

    private static JsonNode many(String[] values) {
        if (values == null) {
            return JSON.nullNode();
        }
        var list = JSON.arrayNode();
        for (String value : values) {
            list.add(value);
        }
        return list;
    }

    private static JsonNode parts(String name, List<String> parts, Map<String, String[]> inputs) {
        ObjectNode given = JSON.objectNode();
        for (String part : parts) {
            JsonNode value = one(inputs.get(name + "." + part));
            if (!value.isNull()) {
                given.set(part, value);
            }
        }
        return given.isEmpty() ? JSON.nullNode() : given;
    }

    private static JsonNode rows(Field field, String name, Map<String, String[]> inputs) {
        var list = JSON.arrayNode();
        for (int at : rowNumbers(name, inputs.keySet())) {
            ObjectNode row = JSON.objectNode();
            for (Field column : field.fields()) {
                JsonNode value = value(column, name + "." + at + "." + column.key(), inputs);
                if (!value.isNull()) {
                    row.set(column.key(), value);
                }
            }
            list.add(row);
        }
        return list;
    }

    private static Set<Integer> rowNumbers(String name, Set<String> inputs) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\.(\\d{1,3})\\..+");
        Set<Integer> numbers = new TreeSet<>();
        for (String input : inputs) {
            Matcher matcher = row.matcher(input);
            if (matcher.matches() && numbers.size() < MOST_ROWS) {
                numbers.add(Integer.valueOf(matcher.group(1)));
            }
        }
        return numbers;
    }
}
