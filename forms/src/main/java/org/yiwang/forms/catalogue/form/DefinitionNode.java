package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yiwang.forms.catalogue.LocalText;

/** 定义节点: a place in a definition file that knows where it stands, so that every complaint can say so. */
public final class DefinitionNode {

    private final String file;
    private final String path;
    private final JsonNode node;

    private DefinitionNode(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The root of a file; checks its {@code "format": 1}. */
    public static DefinitionNode file(String file, JsonNode root) {
        DefinitionNode node = new DefinitionNode(file, "", root);
        if (!root.isObject()) {
            throw node.error("应为 JSON 对象");
        }
        if (root.path("format").asInt() != 1) {
            throw node.error("应以 \"format\": 1 开头");
        }
        return node;
    }

    /** A root without a format line, such as a lone condition. */
    public static DefinitionNode of(String file, JsonNode root) {
        return new DefinitionNode(file, "", root);
    }

    /** The same place with something else written there. */
    public DefinitionNode instead(JsonNode json) {
        return new DefinitionNode(file, path, json);
    }

    public JsonNode json() {
        return node;
    }

    public String file() {
        return file;
    }

    public String path() {
        return path;
    }

    public DefinitionException error(String message) {
        return new DefinitionException(file, path, message);
    }

    /** Refuses names that nobody reads: a misspelt key must not be silently without effect. */
    public void only(String... names) {
        Set<String> known = Set.of(names);
        if (!node.isObject()) {
            throw error("应为对象");
        }
        for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
            String name = it.next();
            if (!known.contains(name)) {
                throw get(name).error("不认识这个名称，可用的有：" + String.join(", ", names));
            }
        }
    }

    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public DefinitionNode get(String name) {
        return new DefinitionNode(file, path.isEmpty() ? name : path + "." + name, node.path(name));
    }

    /** The node of that name, which must be there. */
    public DefinitionNode must(String name) {
        if (!has(name)) {
            throw get(name).error("缺少");
        }
        return get(name);
    }

    public <T> Optional<T> optional(String name, Function<DefinitionNode, T> read) {
        return has(name) ? Optional.of(read.apply(get(name))) : Optional.empty();
    }

    /** Elements of the list of that name; none where it is missing. */
    public List<DefinitionNode> list(String name) {
        return has(name) ? get(name).elements() : List.of();
    }

    /** Each element read; of several that are wrong all are said, see {@link DefinitionException#all}. */
    public <T> List<T> list(String name, Function<DefinitionNode, T> read) {
        return each(list(name), read);
    }

    /** The same for a list that is there already. */
    public static <T> List<T> each(List<DefinitionNode> elements, Function<DefinitionNode, T> read) {
        List<T> out = new ArrayList<>();
        DefinitionException wrong = null;
        for (DefinitionNode element : elements) {
            try {
                out.add(read.apply(element));
            } catch (DefinitionException one) {
                if (wrong == null) {
                    wrong = one;
                } else {
                    wrong.addSuppressed(one);
                }
            }
        }
        if (wrong != null) {
            throw wrong;
        }
        return List.copyOf(out);
    }

    public List<DefinitionNode> elements() {
        if (!node.isArray()) {
            throw error("应为列表");
        }
        List<DefinitionNode> out = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            out.add(new DefinitionNode(file, path + "[" + i + "]", node.get(i)));
        }
        return out;
    }

    public String text() {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw error("应为文本");
        }
        return node.textValue();
    }

    public String text(String name) {
        return must(name).text();
    }

    public String text(String name, String otherwise) {
        return has(name) ? get(name).text() : otherwise;
    }

    public int number() {
        if (!node.isInt()) {
            throw error("应为整数");
        }
        return node.intValue();
    }

    public int number(String name) {
        return must(name).number();
    }

    public int number(String name, int otherwise) {
        return has(name) ? get(name).number() : otherwise;
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            throw get(name).error("应为 true 或者 false");
        }
        return node.get(name).booleanValue();
    }

    /** A constant of an enum. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw error("应为 " + List.of(type.getEnumConstants()) + " 之一，而不是 " + name);
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return must(name).constant(type);
    }

    /** A label {@code {"zh-CN": …, "en": …}}; Chinese must be there. */
    public LocalText label() {
        only("zh-CN", "en");
        if (!node.path("zh-CN").isTextual() || node.path("zh-CN").textValue().isBlank()) {
            throw error("缺少中文（zh-CN）文字");
        }
        return new LocalText(node.path("zh-CN").textValue(), node.path("en").asText(""));
    }

    public LocalText label(String name) {
        return must(name).label();
    }
}
