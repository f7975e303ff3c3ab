package org.yiwang.forms.document.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.yiwang.forms.catalogue.form.Condition;

/** 打印条件: the one condition language of the platform, asked about a document's data. */
final class When {

    private When() {}

    static boolean holds(JsonNode condition, JsonNode data) {
        return absent(condition) || Condition.parse(condition).holds(data);
    }

    /** Throws if it is not a condition. */
    static void check(JsonNode condition) {
        if (!absent(condition)) {
            Condition.parse(condition);
        }
    }

    private static boolean absent(JsonNode condition) {
        return condition == null || condition.isMissingNode() || condition.isNull();
    }
}
