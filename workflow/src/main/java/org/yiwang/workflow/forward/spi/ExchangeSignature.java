package org.yiwang.workflow.forward.spi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * 交换签名: how both sides of the exchange sign a message: HMAC-SHA256, in lower-case hex, over method, path, system, time
 * and number of the message and the SHA-256 of its body, each on a line of its own.
 *
 * @param time as the header says it, ISO 8601
 * @param id of the message; a message sent again keeps it
 */
public record ExchangeSignature(String method, String path, String system, String time, String id) {

    public static final String SYSTEM = "Exchange-System";
    public static final String TIME = "Exchange-Time";
    public static final String MESSAGE = "Exchange-Message";
    public static final String SIGNATURE = "Exchange-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /** The signature of this body. */
    public String over(byte[] body, byte[] secret) {
        String text =
                String.join("\n", method, path, system, time, id, HexFormat.of().formatHex(sha256(body)));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compares without telling by its time how much was right. */
    public boolean matches(String signature, byte[] body, byte[] secret) {
        return MessageDigest.isEqual(
                over(body, secret).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
