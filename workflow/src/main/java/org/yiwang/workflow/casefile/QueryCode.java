package org.yiwang.workflow.casefile;

import java.security.SecureRandom;
import java.util.Locale;

/** 查询码: six characters without look-alikes; with the case number it opens the public progress page. */
public final class QueryCode {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryCode() {}

    public static String fresh() {
        StringBuilder code = new StringBuilder(6);
        for (int i = 0; i < 6; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What a person typed, as it was given out. */
    static String normalise(String typed) {
        return typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
