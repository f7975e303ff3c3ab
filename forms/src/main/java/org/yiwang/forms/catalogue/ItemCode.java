package org.yiwang.forms.catalogue;

import java.util.regex.Pattern;

/**
 * 事项标识: readable code of a service item, such as {@code elder-allowance}; part of its address, never changed.
 *
 * @param value lower-case words joined by hyphens, 2 to 60 characters
 */
public record ItemCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ItemCode {
        if (value == null
                || value.length() < 2
                || value.length() > 60
                || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("item code must be lower-case words joined by hyphens: " + value);
        }
    }

    public static ItemCode of(String value) {
        return new ItemCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
