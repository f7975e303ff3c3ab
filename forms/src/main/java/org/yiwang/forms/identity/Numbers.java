package org.yiwang.forms.identity;

import org.yiwang.forms.platform.Refusal;

/** Numbers as given by somebody outside: wrong ones become a refusal that names the field. */
final class Numbers {

    private Numbers() {}

    static String normalise(String path, IdType type, String typed) {
        try {
            return type.normalise(typed);
        } catch (InvalidValue wrong) {
            throw Refusal.invalid(path, wrong.code(), wrong.getMessage());
        }
    }

    /** Empty stays empty. */
    static String phone(String path, String typed) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        try {
            return Phone.parse(typed).value();
        } catch (InvalidValue wrong) {
            throw Refusal.invalid(path, wrong.code(), wrong.getMessage());
        }
    }
}
