package org.yiwang.forms.identity;

import java.util.Locale;

/** What people type where a number is asked: full-width digits, spaces, dashes, a small x. */
final class Typed {

    private Typed() {}

    /** Half width, upper case, without blanks and dashes of any kind. */
    static String clean(String text) {
        StringBuilder out = new StringBuilder();
        (text == null ? "" : text)
                .codePoints()
                .map(Typed::halfWidth)
                .filter(c -> !filler(c))
                .forEach(out::appendCodePoint);
        return out.toString().toUpperCase(Locale.ROOT);
    }

    private static int halfWidth(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    private static boolean filler(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT;
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
