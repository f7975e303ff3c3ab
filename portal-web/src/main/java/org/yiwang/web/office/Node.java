package org.yiwang.web.office;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** 编辑器里的一处: a heading, a list, a row or an input, with what stands there and what is wrong with it. */
public final class Node {

    private final Spec spec;
    private final JsonNode json;
    private final String path;
    private final String keyPath;
    private final boolean row;
    private final int at;
    private final int of;
    private final List<Node> children = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Node(Spec spec, JsonNode json, String path, String keyPath, boolean row, int at, int of) {
        this.spec = spec;
        this.json = json;
        this.path = path;
        this.keyPath = keyPath;
        this.row = row;
        this.at = at;
        this.of = of;
    }

    static List<Node> of(List<Spec> specs, JsonNode within, String path, String keyPath) {
        List<Node> nodes = new ArrayList<>();
        for (Spec spec : specs) {
            JsonNode json = JsonPlace.get(within, spec.name());
            Node node = new Node(spec, json, spec.at(path), spec.at(keyPath), false, 0, 0);
            switch (spec.kind()) {
                case GROUP -> node.children.addAll(of(spec.children(), within, path, keyPath));
                case LIST -> node.rows();
                default -> {
                    // An input has nothing below it.
                }
            }
            nodes.add(node);
        }
        return nodes;
    }

    private void rows() {
        for (int i = 0; i < json.size(); i++) {
            JsonNode element = json.get(i);
            String key = element.path("key").asText(element.path("kind").asText(Integer.toString(i)));
            Node row = new Node(spec, element, path + "[" + i + "]", keyPath + "[" + key + "]", true, i, json.size());
            row.children.addAll(of(spec.children(), element, row.path, row.keyPath));
            children.add(row);
        }
    }

    /**
     * Puts a problem where it belongs.
     *
     * @param place path within the file, by position or by key
     * @return the node, or null if it is not below this one
     */
    Node take(String place, String message) {
        Node best = find(place);
        if (best != null) {
            best.problems.add(message);
        }
        return best;
    }

    private Node find(String place) {
        for (Node child : children) {
            Node found = child.find(place);
            if (found != null) {
                return found;
            }
        }
        boolean group = spec.kind() == Spec.Kind.GROUP;
        return !group && (below(place, path) || below(place, keyPath)) ? this : null;
    }

    private static boolean below(String place, String path) {
        return place.equals(path) || place.startsWith(path + ".") || place.startsWith(path + "[");
    }

    /** GROUP, LIST, ROW or the kind of input. */
    public String getKind() {
        return row ? "ROW" : spec.kind().name();
    }

    public String getLabel() {
        return spec.label();
    }

    public String getHint() {
        return spec.hint();
    }

    public String getOne() {
        return spec.one();
    }

    /** What a row is called among its kind. */
    public String getTitle() {
        String name = json.has("kind") ? kind() : firstText("label", "name", "title", "text", "q", "law", "value");
        return spec.one() + " " + (at + 1) + (name.isEmpty() ? "" : "：" + name);
    }

    /** A limit is called by its kind, in the words of the choice. */
    private String kind() {
        String kind = json.path("kind").asText();
        return spec.children().stream()
                .filter(child -> child.name().equals("kind"))
                .flatMap(child -> child.options().stream())
                .filter(option -> option.value().equals(kind))
                .map(Spec.Option::label)
                .findFirst()
                .orElse(kind);
    }

    private String firstText(String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            String text = value.isObject() ? value.path("zh-CN").asText() : value.asText();
            if (!text.isBlank()) {
                return cut(text);
            }
        }
        return cut(json.path("zh-CN")
                .asText(json.path("kind").asText(json.path("key").asText())));
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Name of its input. */
    public String getName() {
        return path;
    }

    /** Id of its element on the page. */
    public String getId() {
        return idOf(path);
    }

    static String idOf(String path) {
        return "e-" + path.replaceAll("[^A-Za-z0-9]+", "-");
    }

    public String getValue() {
        return shown(json);
    }

    /** A value as its input shows it: texts of a list line by line, anything else but a text as JSON. */
    static String shown(JsonNode json) {
        if (json.isArray() && allTexts(json)) {
            return StreamSupport.stream(json.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("\n"));
        }
        if (json.isMissingNode() || json.isNull()) {
            return "";
        }
        return json.isTextual() ? json.asText() : json.toString();
    }

    private static boolean allTexts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    public String getZh() {
        return json.isTextual() ? json.asText() : json.path("zh-CN").asText();
    }

    public String getEn() {
        return json.path("en").asText();
    }

    public boolean isOn() {
        return json.asBoolean();
    }

    public List<Spec.Option> getOptions() {
        String value = getValue();
        boolean known = spec.kind() != Spec.Kind.CHOICE
                || value.isEmpty()
                || spec.options().stream().anyMatch(option -> option.value().equals(value));
        if (known) {
            return spec.options();
        }
        List<Spec.Option> all = new ArrayList<>(spec.options());
        all.add(new Spec.Option(value, value));
        return all;
    }

    public boolean chosen(String value) {
        return json.isArray()
                ? StreamSupport.stream(json.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(value))
                : json.asText().equals(value);
    }

    public List<Node> getChildren() {
        return children;
    }

    public List<String> getProblems() {
        return problems;
    }

    /** Is something wrong here or below? Then a row is shown open. */
    public boolean isWrong() {
        return !problems.isEmpty() || children.stream().anyMatch(Node::isWrong);
    }

    /** A row that was just added has nothing in it. */
    public boolean isFresh() {
        return row && json.isEmpty();
    }

    public boolean isFirst() {
        return at == 0;
    }

    public boolean isLast() {
        return at == of - 1;
    }

    /** Ids of what describes an input. */
    public String getDescribedBy() {
        String hint = spec.hint().isEmpty() ? "" : getId() + "-hint";
        String error = problems.isEmpty() ? "" : getId() + "-error";
        String both = (hint + " " + error).strip();
        return both.isEmpty() ? null : both;
    }
}
