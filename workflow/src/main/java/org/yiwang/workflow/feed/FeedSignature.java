package org.yiwang.workflow.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.TreeMap;

/**
 * 动态签名: a detached JWS (RFC 7515 appendix F, EdDSA of RFC 8037) over an event as it is sent without its member {@code
 * signature}, members sorted by name and without white space (RFC 8785; events hold texts, whole numbers and nothing else
 * that could be written in two ways).
 *
 * @param kid name of the key, as the published key set has it
 */
public record FeedSignature(String kid, PrivateKey key) {

    public static final String CURVE = "Ed25519";

    /** The member of an event that holds it. */
    public static final String MEMBER = "signature";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Adds the signature to an event. */
    public ObjectNode sign(ObjectNode event) {
        String header =
                BASE64.encodeToString(("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}").getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initSign(key);
            signature.update(content(header, event));
            return event.put(MEMBER, header + ".." + BASE64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whether an event stands as it was signed; for whoever receives one. */
    public static boolean verifies(JsonNode event, PublicKey key) {
        String[] parts = event.path(MEMBER).asText().split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            return false;
        }
        ObjectNode unsigned = ((ObjectNode) event).deepCopy().without(MEMBER);
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initVerify(key);
            signature.update(content(parts[0], unsigned));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static byte[] content(String header, JsonNode event) {
        String payload = BASE64.encodeToString(sorted(event).toString().getBytes(StandardCharsets.UTF_8));
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> array.add(sorted(one)));
            return array;
        }
        return node;
    }

    /** Without the key: this may end up in a log. */
    @Override
    public String toString() {
        return "key " + kid;
    }
}
