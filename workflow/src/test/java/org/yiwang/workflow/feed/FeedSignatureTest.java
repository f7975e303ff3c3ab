package org.yiwang.workflow.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.casefile.EventType;

/** 动态签名: what was sent is what was signed; anything else is not. */
class FeedSignatureTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair pair = pair();
    private final FeedSignature signature = new FeedSignature("feed-1", pair.getPrivate());

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(FeedSignature.CURVE).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode event() {
        ObjectNode event = JSON.createObjectNode().put("specversion", "1.0").put("id", "7");
        event.putObject("data").put("name", "受理").put("item", "food-business");
        return event;
    }

    @Test
    void aSignedEventVerifiesAlsoWhenItsMembersCameInAnotherOrder() throws Exception {
        ObjectNode sent = signature.sign(event());
        assertTrue(FeedSignature.verifies(sent, pair.getPublic()));
        ObjectNode turned = JSON.createObjectNode();
        turned.set("signature", sent.get("signature"));
        turned.putObject("data").put("item", "food-business").put("name", "受理");
        turned.put("id", "7").put("specversion", "1.0");
        assertTrue(FeedSignature.verifies(JSON.readTree(turned.toPrettyString()), pair.getPublic()));
    }

    @Test
    void anEventThatWasTamperedWithDoesNot() {
        ObjectNode changed = signature.sign(event());
        ((ObjectNode) changed.get("data")).put("item", "road-dig");
        assertFalse(FeedSignature.verifies(changed, pair.getPublic()));
        ObjectNode more = signature.sign(event()).put("more", 1);
        assertFalse(FeedSignature.verifies(more, pair.getPublic()));
        ObjectNode less = signature.sign(event());
        less.remove("id");
        assertFalse(FeedSignature.verifies(less, pair.getPublic()));
        assertFalse(FeedSignature.verifies(event(), pair.getPublic()), "without a signature");
        assertFalse(FeedSignature.verifies(event().put("signature", "a..b"), pair.getPublic()));
        assertFalse(FeedSignature.verifies(signature.sign(event()), pair().getPublic()), "another key");
    }

    @Test
    void theHeaderNamesTheKey() {
        String header = signature.sign(event()).get("signature").asText().split("\\.")[0];
        assertEquals(
                "{\"alg\":\"EdDSA\",\"kid\":\"feed-1\"}",
                new String(Base64.getUrlDecoder().decode(header)));
    }

    @Test
    void whatOfficersDoAmongThemselvesIsNotTold() {
        for (EventType inside : new EventType[] {
            EventType.NUMBER_REVEALED,
            EventType.AVOIDANCE_DECLARED,
            EventType.STEP_REVIEWED,
            EventType.SUPERVISION_ORDERED,
            EventType.CASE_RATED,
            EventType.CREDIT_LISTED
        }) {
            assertFalse(ToldEvents.names().contains(inside.name()), inside.name());
        }
        assertEquals("org.yiwang.case.decided", ToldEvents.type(EventType.CASE_DECIDED));
        assertEquals("org.yiwang.case.correction-requested", ToldEvents.type(EventType.CORRECTION_REQUESTED));
    }
}
