package org.yiwang.forms.catalogue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.yiwang.forms.catalogue.internal.Signing;

/** 签名: how an answer to a question for a signature comes in. */
public final class Signature {

    private Signature() {}

    /**
     * A signature sent from outside, without what only the platform writes: the name alone, until it is confirmed. The same
     * name sent back unconfirmed leaves the signature that stands there.
     */
    public static JsonNode typed(JsonNode before, Map.Entry<String, JsonNode> sent) {
        JsonNode typed = Signing.typed(sent.getValue());
        JsonNode stands = before.path(sent.getKey());
        boolean same =
                typed.path("name").asText("").strip().equals(stands.path("name").asText());
        boolean anew = typed instanceof ObjectNode object && object.has("confirmed");
        return same && !anew && stands.hasNonNull("of") ? stands : typed;
    }
}
