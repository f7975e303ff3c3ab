package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** 条件改写: conditions as they are written, put together and taken apart; what is certain is worked out at once. */
final class Conditions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Always holds. */
    static final JsonNode TRUE = JSON.objectNode().set("all", JSON.arrayNode());

    /** Never holds. */
    static final JsonNode FALSE = JSON.objectNode().set("any", JSON.arrayNode());

    private Conditions() {}

    /** The same condition with every test of a field put through {@code test}. */
    static JsonNode rewrite(JsonNode condition, Function<ObjectNode, JsonNode> test) {
        if (condition.has("all")) {
            return all(parts(condition.get("all"), test));
        }
        if (condition.has("any")) {
            return any(parts(condition.get("any"), test));
        }
        if (condition.has("not")) {
            return not(rewrite(condition.get("not"), test));
        }
        return test.apply((ObjectNode) condition);
    }

    private static List<JsonNode> parts(JsonNode list, Function<ObjectNode, JsonNode> test) {
        List<JsonNode> parts = new ArrayList<>();
        list.forEach(part -> parts.add(rewrite(part, test)));
        return parts;
    }

    static JsonNode all(List<JsonNode> parts) {
        return join("all", parts, TRUE, FALSE);
    }

    static JsonNode any(List<JsonNode> parts) {
        return join("any", parts, FALSE, TRUE);
    }

    static JsonNode not(JsonNode part) {
        if (part.equals(TRUE)) {
            return FALSE;
        }
        return part.equals(FALSE) ? TRUE : JSON.objectNode().set("not", part.deepCopy());
    }

    private static JsonNode join(String name, List<JsonNode> parts, JsonNode nothing, JsonNode decides) {
        if (parts.contains(decides)) {
            return decides;
        }
        List<JsonNode> left =
                parts.stream().filter(part -> !part.equals(nothing)).distinct().toList();
        if (left.isEmpty()) {
            return nothing;
        }
        if (left.size() == 1) {
            return left.get(0);
        }
        ArrayNode list = JSON.arrayNode();
        left.forEach(part -> list.add(part.deepCopy()));
        return JSON.objectNode().set(name, list);
    }
}
