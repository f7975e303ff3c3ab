package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.yiwang.forms.catalogue.ItemVersion;

/** 答案: new ones over old ones. */
final class Answers {

    private Answers() {}

    static ObjectNode merge(ItemVersion item, ObjectNode before, JsonNode patch) {
        ObjectNode merged = before.deepCopy();
        for (Map.Entry<String, JsonNode> answer : patch.properties()) {
            if (answer.getValue().isNull()) {
                merged.remove(answer.getKey());
            } else {
                merged.set(answer.getKey(), answer.getValue());
            }
        }
        return item.form().normalise(merged);
    }
}
