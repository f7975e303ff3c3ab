package org.yiwang.forms.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.form.Field;

/** 声明: whoever ticks one ticks its words; the answer is their digest, so that other words are another declaration. */
public final class Declarations {

    private static final int LENGTH = 16;

    private Declarations() {}

    /** The first 16 hexadecimal digits of the SHA-256 of the Chinese text, which alone is binding. */
    public static String digest(Field field) {
        return sha256(field.text().map(LocalText::zh).orElse("")).substring(0, LENGTH);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
