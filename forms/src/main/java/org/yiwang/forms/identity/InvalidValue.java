package org.yiwang.forms.identity;

/** 值不合规: a number somebody typed is not one; the message says what is wrong and how to put it right. */
public class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public InvalidValue(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable upper-case name for programs, such as {@code CHECK_DIGIT}. */
    public String code() {
        return code;
    }
}
