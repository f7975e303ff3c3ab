package org.yiwang.web.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
        Map<String, String> errors = new HashMap<>();
        problems.forEach(problem -> errors.putIfAbsent(inputName(problem.path()), problem.message()));
        List<FieldView> views = new ArrayList<>();
        for (Field field : section.fields()) {
            JsonNode answer = answers.path(field.key());
            if (field.type() == FieldType.ROWS) {
                answer = withEmptyRows(answer, shown.of(field.key(), answer.size(), field.maxRows()));
            }
            views.add(view(field, field.key(), answer, answers, source.path("fields"), errors));
        }
        return views;
    }

    private static JsonNode withEmptyRows(JsonNode rows, int count) {
        ArrayNode more = rows.isArray() ? rows.deepCopy() : JSON.arrayNode();
        while (more.size() < count) {
            more.addObject();
        }
        return more;
    }

    private FieldView view(
            Field field, String name, JsonNode answer, JsonNode context, JsonNode sources, Map<String, String> errors) {
        JsonNode own = ofKey(sources, field.key());
        JsonNode showWhen = own.path("showWhen");
        List<List<FieldView>> rows = new ArrayList<>();
        if (field.type() == FieldType.ROWS) {
            int count = Math.max(Math.max(1, field.minRows()), answer.size());
            for (int i = 0; i < count; i++) {
                rows.add(row(field, name + "." + i, answer.path(i), own.path("fields"), errors));
            }
        }
        return new FieldView(
                field,
                name,
                answer,
                field.shown(context),
                showWhen.isMissingNode() ? null : showWhen.toString(),
                errors,
                rows);
    }

    private List<FieldView> row(Field field, String name, JsonNode row, JsonNode sources, Map<String, String> errors) {
        List<FieldView> columns = new ArrayList<>();
        for (Field column : field.fields()) {
            columns.add(view(column, name + "." + column.key(), row.path(column.key()), row, sources, errors));
        }
        return columns;
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
        for (Field field : section.fields()) {
            field.showWhen().ifPresent(condition -> condition.fields().forEach(path -> {
                String key = path.split("\\.")[0];
                boolean here =
                        section.fields().stream().anyMatch(other -> other.key().equals(key));
                if (!here && answers.has(key)) {
                    out.set(key, answers.get(key));
                }
            }));
        }
        return out;
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
            case ADDRESS -> address(name, inputs);
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

    private static JsonNode address(String name, Map<String, String[]> inputs) {
        ObjectNode address = JSON.objectNode();
        for (String part : List.of("division", "detail")) {
            JsonNode value = one(inputs.get(name + "." + part));
            if (!value.isNull()) {
                address.set(part, value);
            }
        }
        return address.isEmpty() ? JSON.nullNode() : address;
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
