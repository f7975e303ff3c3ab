package org.yiwang.forms.platform.internal;

import java.util.regex.Pattern;

/** 失败原因: what the admin page shows of an exception: its kind and message, without anything that looks personal. */
final class FailureReason {

    private static final int LONGEST = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{7,}[\\dXx]?");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w.-]+");

    private FailureReason() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = root.getClass().getSimpleName() + ": " + (root.getMessage() == null ? "" : root.getMessage());
        text = MAIL.matcher(NUMBER.matcher(text).replaceAll("***")).replaceAll("***");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
