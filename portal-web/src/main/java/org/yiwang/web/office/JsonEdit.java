package org.yiwang.web.office;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 填写的内容写回文件: takes what a form of the editors sends into the JSON it was made from. Nothing that was typed is lost: what
 * cannot be what it should be, such as a number with letters, is kept as text, and the checks say so at its place.
 */
final class JsonEdit {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern OPERATION = Pattern.compile("(add|del|up|down):(.+?)(?:\\[(\\d+)])?");

    private final Map<String, String[]> sent;

    JsonEdit(Map<String, String[]> sent) {
        this.sent = sent;
    }

    /** Everything that was sent for these elements. */
    void apply(List<Spec> specs, ObjectNode within, String path) {
        for (Spec spec : specs) {
            switch (spec.kind()) {
                case GROUP -> apply(spec.children(), within, path);
                case LIST -> rows(spec, JsonPlace.get(within, spec.name()), spec.at(path));
                default -> one(spec, within, spec.at(path));
            }
        }
    }

    private void rows(Spec list, JsonNode rows, String path) {
        for (int i = 0; rows.isArray() && i < rows.size(); i++) {
            if (rows.get(i) instanceof ObjectNode row) {
                row(list.children(), row, path + "[" + i + "]");
            }
        }
    }

    private void row(List<Spec> children, ObjectNode row, String path) {
        // A row that is one text itself, such as a line of the guide.
        if (children.size() == 1 && children.get(0).name().isEmpty()) {
            local(path, row);
        } else {
            apply(children, row, path);
        }
    }

    private void one(Spec spec, ObjectNode within, String path) {
        switch (spec.kind()) {
            case LOCAL, LOCAL_LONG -> {
                if (sent.containsKey(path + "#zh")) {
                    JsonNode before = JsonPlace.get(within, spec.name());
                    ObjectNode text = before instanceof ObjectNode known ? known.deepCopy() : NODES.objectNode();
                    local(path, text);
                    JsonPlace.set(within, spec.name(), text.isEmpty() ? null : text);
                }
            }
            case FLAG -> {
                if (sent.containsKey(path + "#there")) {
                    boolean on = sent.containsKey(path);
                    boolean said = JsonPlace.get(within, spec.name()).isBoolean();
                    if (on || said) {
                        JsonPlace.set(within, spec.name(), BooleanNode.valueOf(on));
                    }
                }
            }
            case CHOICES -> {
                if (sent.containsKey(path + "#there")) {
                    ArrayNode chosen = NODES.arrayNode();
                    List<String> ticked = List.of(sent.getOrDefault(path, new String[0]));
                    // In the order in which they stood, new ones behind.
                    JsonPlace.get(within, spec.name()).forEach(known -> {
                        if (ticked.contains(known.asText())) {
                            chosen.add(known);
                        }
                    });
                    ticked.stream()
                            .filter(value -> !texts(chosen).contains(value))
                            .forEach(chosen::add);
                    JsonPlace.set(within, spec.name(), chosen);
                }
            }
            default -> {
                // What was not changed stays as its author wrote it, an empty text too.
                if (sent.containsKey(path)
                        && !typed(path)
                                .equals(Node.shown(JsonPlace.get(within, spec.name()))
                                        .strip())) {
                    JsonPlace.set(within, spec.name(), value(spec.kind(), typed(path)));
                }
            }
        }
    }

    private static List<String> texts(ArrayNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private void local(String path, ObjectNode text) {
        language(text, "zh-CN", path + "#zh");
        language(text, "en", path + "#en");
    }

    private void language(ObjectNode text, String language, String name) {
        if (sent.containsKey(name)
                && !typed(name).equals(text.path(language).asText().strip())) {
            JsonPlace.set(text, language, typed(name).isEmpty() ? null : TextNode.valueOf(typed(name)));
        }
    }

    private String typed(String name) {
        return sent.get(name)[0].strip().replace("\r\n", "\n");
    }

    private static JsonNode value(Spec.Kind kind, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case NUMBER ->
                text.matches("-?\\d{1,15}") ? NODES.numberNode(Long.parseLong(text)) : TextNode.valueOf(text);
            case LINES -> {
                ArrayNode lines = NODES.arrayNode();
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
                yield lines;
            }
            case JSON -> json(text);
            default -> TextNode.valueOf(text);
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return TextNode.valueOf(text);
        }
    }

    /**
     * What the pressed button does to a list: {@code add:limits}, {@code del:limits[2]}, {@code up:…}, {@code down:…}.
     *
     * @return the path of the row to look at then; empty for none
     */
    static String operate(ObjectNode root, String operation) {
        Matcher asked = OPERATION.matcher(operation);
        if (!asked.matches()) {
            return "";
        }
        String path = asked.group(2);
        boolean adds = asked.group(1).equals("add");
        ArrayNode rows = rows(root, path, adds);
        if (rows == null) {
            return "";
        }
        if (adds) {
            rows.addObject();
            return path + "[" + (rows.size() - 1) + "]";
        }
        int at = asked.group(3) == null ? -1 : Integer.parseInt(asked.group(3));
        if (at < 0 || at >= rows.size()) {
            return "";
        }
        if (asked.group(1).equals("del")) {
            rows.remove(at);
            return path;
        }
        int to = asked.group(1).equals("up") ? at - 1 : at + 1;
        if (to >= 0 && to < rows.size()) {
            rows.insert(to, rows.remove(at));
            return path + "[" + to + "]";
        }
        return path + "[" + at + "]";
    }

    /** The list at a path such as {@code sections[0].fields}; made when it is asked for and not there. */
    private static ArrayNode rows(ObjectNode root, String path, boolean make) {
        JsonNode at = root;
        String[] parts = path.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            Matcher part = Pattern.compile("(\\w+)(?:\\[(\\d+)])?").matcher(parts[i]);
            if (!part.matches() || !(at instanceof ObjectNode within)) {
                return null;
            }
            JsonNode next = within.path(part.group(1));
            if (next.isMissingNode() && make) {
                next = i == parts.length - 1 ? within.putArray(part.group(1)) : within.putObject(part.group(1));
            }
            at = part.group(2) == null ? next : next.path(Integer.parseInt(part.group(2)));
        }
        return at instanceof ArrayNode rows ? rows : null;
    }
}
