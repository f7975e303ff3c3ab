package org.yiwang.forms.material.internal;

import java.text.Normalizer;

/** 文件名: as a sender calls his file, made harmless: no folders, no control or direction marks, not too long. */
public final class FileName {

    private static final int LONGEST = 80;

    private FileName() {}

    /** Always ends as its content type says, so that nobody's computer runs it as something else. */
    static String clean(String given, FileKind kind) {
        String name = bare(given);
        int dot = name.lastIndexOf('.');
        boolean right =
                dot > 0 && kind.endings().contains(name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
        String stem = right ? name.substring(0, dot) : name;
        String ending = right ? name.substring(dot) : "." + kind.endings().get(0);
        return cut(stem.isBlank() ? "文件" : stem, LONGEST - ending.length()) + ending;
    }

    /** As it may stand in a message. */
    public static String bare(String given) {
        String text = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC);
        String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
        StringBuilder out = new StringBuilder();
        last.codePoints()
                .filter(c -> c != '"' && c != '<' && c != '>' && c != '|' && c != ':' && c != '*' && c != '?')
                .filter(FileName::visible)
                .forEach(out::appendCodePoint);
        String name = out.toString().strip().replaceFirst("^\\.+", "");
        return name.isEmpty() ? "文件" : cut(name, LONGEST);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
