package org.yiwang.web.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.yiwang.forms.catalogue.LocalText;

/**
 * 由记录生成的说明: the schema of a Java record, put into what is described so far: fields, types, formats and constants are
 * the record's, words and limits stay the author's.
 */
final class RecordSchema {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<Class<?>, String> SCALARS = Map.of(
            String.class, "string",
            UUID.class, "string uuid",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "integer",
            Long.class, "integer");

    private final JsonNode document;
    private final Map<Class<?>, String> named;

    /** @param named records that have a schema of their own, by name */
    RecordSchema(JsonNode document, Map<Class<?>, String> named) {
        this.document = document;
        this.named = named;
    }

    /** The schema as it should be; {@code also} are described fields that are none of the record's. */
    ObjectNode of(JsonNode described, Class<?> type, List<String> also) {
        ObjectNode schema = object(described);
        JsonNode before = described.path("properties");
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        also.stream().filter(before::has).forEach(name -> properties.set(name, before.get(name)));
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                continue;
            }
            properties.set(component.getName(), value(before.path(component.getName()), component.getGenericType()));
        }
        schema.put("type", "object");
        if (!properties.equals(before)) {
            schema.set("properties", properties);
        }
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        described.path("required").forEach(name -> {
            if (properties.has(name.asText())) {
                required.add(name);
            }
        });
        if (described.has("required")) {
            schema.set("required", required);
        }
        return schema;
    }

    private JsonNode value(JsonNode described, Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        if (raw == Optional.class) {
            return value(described, argument(type));
        }
        if (named.containsKey(raw)) {
            return described.has("$ref") && resolved(described) == resolved(reference(named.get(raw)))
                    ? described
                    : reference(named.get(raw));
        }
        JsonNode known = resolved(described);
        if (raw == LocalText.class) {
            return described.has("$ref") ? described : reference("Text");
        }
        if (raw.isRecord()) {
            return of(known, raw, List.of());
        }
        ObjectNode schema = object(known);
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array");
            schema.set("items", value(known.path("items"), argument(type)));
        } else if (raw.isEnum()) {
            constants(schema, raw);
        } else {
            scalar(schema, SCALARS.getOrDefault(raw, "object"));
        }
        return schema;
    }

    private static void scalar(ObjectNode schema, String name) {
        String[] parts = name.split(" ");
        schema.put("type", parts[0]);
        if (parts.length > 1) {
            schema.put("format", parts[1]);
        } else {
            schema.remove("format");
        }
    }

    private static void constants(ObjectNode schema, Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        TreeSet<String> before = new TreeSet<>();
        schema.path("enum").forEach(constant -> before.add(constant.asText()));
        schema.put("type", "string");
        if (!before.equals(new TreeSet<>(names))) {
            ArrayNode constants = schema.putArray("enum");
            names.forEach(constants::add);
        }
    }

    private JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? resolved(document.at(described.path("$ref").asText().substring(1)))
                : described;
    }

    private static JsonNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", SCHEMAS + name);
    }

    private static ObjectNode object(JsonNode described) {
        return described instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
