package org.yiwang.forms.identity;

/** 脱敏: personal values as lists and logs of people may show them. */
public final class Masked {

    private Masked() {}

    /** 留首尾: 欧阳娜娜 becomes 欧**娜, 陈静 becomes 陈*. */
    public static String name(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= 1) {
            return name.isEmpty() ? "" : "*";
        }
        String first = Character.toString(name.codePointAt(0));
        return length == 2
                ? first + "*"
                : first + "*".repeat(length - 2) + Character.toString(name.codePointBefore(name.length()));
    }
}
