package org.yiwang.forms.document.internal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;

/** 验证码: 128 random bits in base32, 26 letters and digits. */
final class VerificationCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int LENGTH = 26;

    private VerificationCode() {}

    static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        BigInteger value = new BigInteger(1, bytes);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(ALPHABET.charAt(value.shiftRight(i * 5).intValue() & 31));
        }
        return code.toString();
    }

    /** What somebody typed, brought to the printed form: 0, 1 and 8 do not occur, so they were O, I and B. */
    static String normalise(String typed) {
        return typed == null
                ? ""
                : typed.toUpperCase(Locale.ROOT)
                        .replace('0', 'O')
                        .replace('1', 'I')
                        .replace('8', 'B')
                        .replaceAll("[^A-Z2-7]", "");
    }
}
