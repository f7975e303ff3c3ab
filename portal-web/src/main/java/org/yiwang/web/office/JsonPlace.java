package org.yiwang.web.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** 取值和改值: a value within an object by names joined with dots; what becomes empty goes. */
final class JsonPlace {

    private JsonPlace() {}

    static JsonNode get(JsonNode within, String name) {
        if (name.isEmpty()) {
            return within;
        }
        JsonNode at = within;
        for (String part : name.split("\\.")) {
            at = at.path(part);
        }
        return at;
    }

    /** Puts a value in, or takes it out for null; objects on the way are made, and taken out when nothing is left. */
    static void set(ObjectNode within, String name, JsonNode value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            if (value == null) {
                within.remove(name);
            } else {
                within.set(name, value);
            }
            return;
        }
        String first = name.substring(0, dot);
        boolean there = within.path(first).isObject();
        if (!there && value == null) {
            return;
        }
        ObjectNode inner = there ? (ObjectNode) within.get(first) : within.putObject(first);
        set(inner, name.substring(dot + 1), value);
        if (inner.isEmpty()) {
            within.remove(first);
        }
    }
}
