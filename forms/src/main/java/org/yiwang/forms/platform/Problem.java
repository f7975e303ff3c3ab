package org.yiwang.forms.platform;

import java.util.List;

/**
 * 问题: one thing that is wrong with what somebody gave us, said so that he can put it right.
 *
 * @param path what it is about: a JSON path of the input such as {@code answers.birthDate}, or empty for the whole
 * @param code stable upper-case name for programs, such as {@code REQUIRED}
 * @param message for people, in the language of the page; names the field and the way out
 */
public record Problem(String path, String code, String message) {

    /** Joins several problems to one sentence for a log or a title; personal values never stand in messages. */
    public static String summary(List<Problem> problems) {
        return String.join("；", problems.stream().map(Problem::message).toList());
    }
}
