package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.form.FieldType;
import org.yiwang.forms.catalogue.form.Signature;

/** 答案: new ones over old ones, not yet put right: which questions are asked may hang on the day. */
final class Answers {

    private Answers() {}

    /** What only the platform writes, such as who signed and what day it is, is not taken from the new ones. */
    static ObjectNode merge(ItemVersion item, ObjectNode before, JsonNode patch) {
        ObjectNode merged = before.deepCopy();
        for (Map.Entry<String, JsonNode> answer : patch.properties()) {
            if (answer.getKey().startsWith("@")) {
                continue;
            }
            if (answer.getValue().isNull()) {
                merged.remove(answer.getKey());
            } else {
                boolean signature = item.form()
                        .field(answer.getKey())
                        .filter(field -> field.type() == FieldType.SIGNATURE)
                        .isPresent();
                merged.set(answer.getKey(), signature ? Signature.typed(before, answer) : answer.getValue());
            }
        }
        return merged;
    }
}
