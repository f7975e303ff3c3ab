package org.yiwang.test.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** 随机字段: fills the fields of an action as the API describes them, so that an action added later is tried as well. */
final class RandomFields {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What every action has; the walk sets these itself. */
    private static final Set<String> ENVELOPE = Set.of("action", "seenVersion", "workItemId", "confirmation");

    private final JsonNode description;
    private final City city;
    private final Random chance;

    RandomFields(City city, Random chance) {
        this.description = city.nobody().get("/openapi.json").expect(200).json();
        this.city = city;
        this.chance = chance;
    }

    Set<String> actions() {
        Set<String> actions = new java.util.TreeSet<>();
        description.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (name.startsWith("Action_")) {
                actions.add(name.substring("Action_".length()));
            }
        });
        return actions;
    }

    ObjectNode of(String action) {
        ObjectNode fields = JSON.objectNode();
        JsonNode properties = description.at("/components/schemas/Action_" + action + "/properties");
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (!ENVELOPE.contains(property.getKey())) {
                JsonNode value = value(property.getValue());
                if (value != null) {
                    fields.set(property.getKey(), value);
                }
            }
        }
        return fields;
    }

    private JsonNode value(JsonNode schema) {
        JsonNode constants = schema.path("enum");
        if (constants.isArray()) {
            return constants.get(chance.nextInt(constants.size()));
        }
        return switch (schema.path("type").asText()) {
            case "string" -> text(schema.path("format").asText());
            case "boolean" -> JSON.booleanNode(chance.nextBoolean());
            case "integer", "number" -> JSON.numberNode(1 + chance.nextInt(5));
            default -> null;
        };
    }

    private JsonNode text(String format) {
        return switch (format) {
            case "date-time" -> JSON.textNode(city.now().toString());
            case "date" -> JSON.textNode(city.today().plusDays(20).toString());
            case "uuid" -> null;
            default -> JSON.textNode("随机走查样例");
        };
    }
}
