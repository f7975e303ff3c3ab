package org.yiwang.forms.platform.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, HMAC-SHA-256 and HKDF (RFC 5869) in the forms needed here. */
final class Aes {

    static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static byte[] newKey() {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Nonce, then ciphertext with tag. */
    static byte[] seal(byte[] key, String associated, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] body = crypt(Cipher.ENCRYPT_MODE, key, nonce, associated, plain, 0, plain.length);
        return ByteBuffer.allocate(NONCE + body.length).put(nonce).put(body).array();
    }

    static byte[] open(byte[] key, String associated, byte[] sealed, int from) {
        if (sealed.length < from + NONCE) {
            throw new IllegalStateException("sealed value is too short");
        }
        byte[] nonce = java.util.Arrays.copyOfRange(sealed, from, from + NONCE);
        int start = from + NONCE;
        return crypt(Cipher.DECRYPT_MODE, key, nonce, associated, sealed, start, sealed.length - start);
    }

    private static byte[] crypt(
            int mode, byte[] key, byte[] nonce, String associated, byte[] in, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in, from, length);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("sealed value does not open: key, place or bytes do not fit", failure);
        }
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A key of its own for one purpose: HKDF-SHA-256 without salt, one block. */
    static byte[] derive(byte[] key, String purpose) {
        byte[] extracted = hmac(new byte[KEY], key);
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        return hmac(
                extracted,
                ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
    }
}
