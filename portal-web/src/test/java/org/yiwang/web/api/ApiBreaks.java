package org.yiwang.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * 接口不兼容变更: what a program written for an earlier OpenAPI document would stumble over in a later one. Additions are no
 * breaks: programs send what they know and ignore what they do not know.
 */
final class ApiBreaks {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head");

    /** What a program sends must still be taken; what it reads must still come. */
    private enum Way {
        SENT,
        READ
    }

    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> breaks = new TreeSet<>();
    private final Set<String> compared = new HashSet<>();

    private ApiBreaks(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** One sentence for each break, sorted; each names operation or schema, and the field. */
    static List<String> between(JsonNode before, JsonNode after) {
        ApiBreaks found = new ApiBreaks(before, after);
        before.path("paths").properties().forEach(path -> found.path(path.getKey(), path.getValue()));
        return List.copyOf(found.breaks);
    }

    private void path(String path, JsonNode old) {
        JsonNode now = after.path("paths").path(path);
        if (now.isMissingNode()) {
            breaks.add(path + ": the path is gone");
            return;
        }
        old.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> {
                    String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
                    if (now.has(method.getKey())) {
                        operation(name, method.getValue(), now.get(method.getKey()));
                    } else {
                        breaks.add(name + ": the method is gone");
                    }
                });
    }

    private void operation(String name, JsonNode old, JsonNode now) {
        parameters(name, old.path("parameters"), now.path("parameters"));
        if (open(before, old) && !open(after, now)) {
            breaks.add(name + ": needs a token now");
        }
        JsonNode oldBody = resolve(before, old.path("requestBody"));
        JsonNode body = resolve(after, now.path("requestBody"));
        if (body.path("required").asBoolean() && !oldBody.path("required").asBoolean()) {
            breaks.add(name + ": a request body is required now");
        }
        content(name + " request", oldBody.path("content"), body.path("content"), Way.SENT);
        old.path("responses").properties().forEach(reply -> {
            JsonNode response = resolve(after, now.path("responses").path(reply.getKey()));
            if (response.isMissingNode()) {
                if (reply.getKey().startsWith("2")) {
                    breaks.add(name + ": the answer " + reply.getKey() + " is gone");
                }
                return;
            }
            content(
                    name + " " + reply.getKey(),
                    resolve(before, reply.getValue()).path("content"),
                    response.path("content"),
                    Way.READ);
        });
    }

    private static boolean open(JsonNode document, JsonNode operation) {
        JsonNode security = operation.has("security") ? operation.get("security") : document.path("security");
        return security.isEmpty();
    }

    private void parameters(String name, JsonNode oldOnes, JsonNode newOnes) {
        for (JsonNode one : oldOnes) {
            JsonNode old = resolve(before, one);
            JsonNode now = find(newOnes, old);
            String what = name + ": parameter " + old.path("name").asText();
            if (now.isMissingNode()) {
                breaks.add(what + " is gone");
                continue;
            }
            if (now.path("required").asBoolean() && !old.path("required").asBoolean()) {
                breaks.add(what + " is required now");
            }
            schema(what, old.path("schema"), now.path("schema"), Way.SENT);
        }
        for (JsonNode one : newOnes) {
            JsonNode now = resolve(after, one);
            boolean known = false;
            for (JsonNode old : oldOnes) {
                known |= same(resolve(before, old), now);
            }
            if (!known && now.path("required").asBoolean()) {
                breaks.add(name + ": parameter " + now.path("name").asText() + " is new and required");
            }
        }
    }

    private JsonNode find(JsonNode among, JsonNode old) {
        for (JsonNode one : among) {
            JsonNode now = resolve(after, one);
            if (same(old, now)) {
                return now;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.path("name").equals(other.path("name")) && one.path("in").equals(other.path("in"));
    }

    private void content(String what, JsonNode old, JsonNode now, Way way) {
        old.properties().forEach(type -> {
            if (now.has(type.getKey())) {
                schema(
                        what,
                        type.getValue().path("schema"),
                        now.path(type.getKey()).path("schema"),
                        way);
            } else {
                breaks.add(what + ": " + type.getKey() + " is gone");
            }
        });
    }

    private void schema(String what, JsonNode oldAsked, JsonNode nowAsked, Way way) {
        String name = oldAsked.has("$ref") ? oldAsked.get("$ref").asText().replaceAll(".*/", "") : what;
        if (oldAsked.has("$ref") && !compared.add(way + " " + oldAsked + " " + nowAsked)) {
            return;
        }
        JsonNode old = resolve(before, oldAsked);
        JsonNode now = resolve(after, nowAsked);
        if (old.isMissingNode() || now.isMissingNode()) {
            return;
        }
        if (!sameType(name, old, now)) {
            return;
        }
        values(name, old, now, way);
        boolean nullable = old.path("nullable").asBoolean();
        if (way == Way.READ && now.path("nullable").asBoolean() && !nullable) {
            breaks.add(name + ": may be null now");
        }
        if (way == Way.SENT && nullable && !now.path("nullable").asBoolean()) {
            breaks.add(name + ": may not be null any more");
        }
        properties(name, old, now, way);
        if (old.has("items")) {
            schema(name + "[]", old.get("items"), now.path("items"), way);
        }
        if (old.path("additionalProperties").isObject()) {
            schema(name + ".*", old.get("additionalProperties"), now.path("additionalProperties"), way);
        }
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            several(name, old.path(several), now.path(several), way);
        }
    }

    private boolean sameType(String name, JsonNode old, JsonNode now) {
        boolean same = true;
        for (String kind : List.of("type", "format")) {
            String was = old.path(kind).asText();
            String is = now.path(kind).asText();
            // A format that was not promised before narrows nothing for who reads, and nobody sent another.
            if (!was.isEmpty() && !was.equals(is)) {
                breaks.add(name + ": was of " + kind + " " + was + ", is " + (is.isEmpty() ? "of none" : is));
                same = false;
            }
        }
        return same;
    }

    private void values(String name, JsonNode old, JsonNode now, Way way) {
        if (now.has("enum") && !old.has("enum") && way == Way.SENT) {
            breaks.add(name + ": takes only some values now");
        }
        if (!now.has("enum")) {
            return;
        }
        for (JsonNode value : old.path("enum")) {
            boolean kept = false;
            for (JsonNode one : now.get("enum")) {
                kept |= one.equals(value);
            }
            if (!kept) {
                breaks.add(name + ": the value " + value.asText() + " is gone");
            }
        }
    }

    private void properties(String name, JsonNode old, JsonNode now, Way way) {
        for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
            String field = name + "." + property.getKey();
            JsonNode its = now.path("properties").path(property.getKey());
            if (its.isMissingNode()) {
                breaks.add(field + ": is gone");
                continue;
            }
            boolean was = lists(old, property.getKey());
            boolean is = lists(now, property.getKey());
            if (way == Way.READ && was && !is) {
                breaks.add(field + ": may be missing now");
            }
            if (way == Way.SENT && !was && is) {
                breaks.add(field + ": is required now");
            }
            schema(field, property.getValue(), its, way);
        }
        if (way == Way.SENT) {
            now.path("properties").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> !old.path("properties").has(key) && lists(now, key))
                    .forEach(key -> breaks.add(name + "." + key + ": is new and required"));
        }
    }

    private static boolean lists(JsonNode schema, String property) {
        for (JsonNode one : schema.path("required")) {
            if (one.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    /** Alternatives are known by the schema they refer to. */
    private void several(String name, JsonNode old, JsonNode now, Way way) {
        for (int i = 0; i < old.size(); i++) {
            JsonNode one = old.get(i);
            JsonNode match = one.has("$ref") ? null : now.get(i);
            for (JsonNode other : now) {
                if (one.has("$ref") && other.path("$ref").equals(one.get("$ref"))) {
                    match = other;
                }
            }
            if (match == null) {
                breaks.add(
                        name + ": " + one.path("$ref").asText("one of several").replaceAll(".*/", "") + " is gone");
            } else {
                schema(name, one, match, way);
            }
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        List<String> been = new ArrayList<>();
        JsonNode here = node;
        while (here.has("$ref") && !been.contains(here.get("$ref").asText())) {
            been.add(here.get("$ref").asText());
            here = document.at(here.get("$ref").asText().substring(1));
        }
        return here;
    }
}
