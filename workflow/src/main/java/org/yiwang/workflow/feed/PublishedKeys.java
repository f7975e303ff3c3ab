package org.yiwang.workflow.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import org.yiwang.workflow.feed.internal.FeedKeys;

/** 公布的公钥: what signatures of the feed are checked with, as a JSON Web Key set (RFC 7517, RFC 8037). */
@ApplicationScoped
public class PublishedKeys {

    /** An Ed25519 key in X.509 is a fixed prefix and these bytes. */
    private static final int LENGTH = 32;

    @Inject
    FeedKeys keys;

    /** All keys that have ever signed, the newest first. */
    public ObjectNode set() {
        keys.signing();
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode list = set.putArray("keys");
        keys.published().forEach(one -> list.addObject()
                .put("kty", "OKP")
                .put("crv", FeedSignature.CURVE)
                .put("use", "sig")
                .put("alg", "EdDSA")
                .put("kid", one.kid())
                .put("x", x(one.key().getEncoded())));
        return set;
    }

    private static String x(byte[] encoded) {
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }
}
