package org.yiwang.forms.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * 拒绝: the platform refuses an action and nothing has changed. Every use case refuses by throwing this; the
 * transaction rolls back, pages show the message, the API answers {@code application/problem+json}.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in terms that decide the HTTP status and what the user can do. */
    public enum Kind {
        /** 401: who are you? */
        UNAUTHENTICATED(401),
        /** 403: you may see it, but not do this. */
        FORBIDDEN(403),
        /** 404: it is not there, or not there for you. */
        NOT_FOUND(404),
        /** 409: not in this state, or somebody was faster. */
        CONFLICT(409),
        /** 412: the thing changed since you read it (If-Match). */
        STALE(412),
        /** 413: too large. */
        TOO_LARGE(413),
        /** 415: a kind of content that is not taken here. */
        UNSUPPORTED(415),
        /** 422: understood, but wrong. */
        INVALID(422),
        /** 428: a precondition header is missing. */
        PRECONDITION_REQUIRED(428),
        /** 429: too often; try later. */
        TOO_MANY(429),
        /** 503: something outside is out of reach; nothing is lost. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Problem> problems;
    private final transient List<String> values;

    public Refusal(Kind kind, String code, String message, List<Problem> problems) {
        this(kind, code, message, problems, List.of());
    }

    private Refusal(Kind kind, String code, String message, List<Problem> problems, List<String> values) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.problems = List.copyOf(problems);
        this.values = List.copyOf(values);
    }

    public static Refusal of(Kind kind, String code, String message) {
        return new Refusal(kind, code, message, List.of());
    }

    public static Refusal notFound(String what) {
        return of(Kind.NOT_FOUND, "NOT_FOUND", "没有找到" + what + "，请核对后再试。");
    }

    public static Refusal forbidden(String message) {
        return of(Kind.FORBIDDEN, "FORBIDDEN", message);
    }

    public static Refusal conflict(String code, String message) {
        return of(Kind.CONFLICT, code, message);
    }

    public static Refusal invalid(List<Problem> problems) {
        return new Refusal(Kind.INVALID, "INVALID", Problem.summary(problems), problems);
    }

    public static Refusal invalid(String path, String code, String message) {
        return invalid(List.of(new Problem(path, code, message)));
    }

    /** The same, with what its message names, so that a page can say it in another language by the code. */
    public Refusal naming(Object... named) {
        return new Refusal(
                kind,
                code,
                getMessage(),
                problems(),
                Stream.of(named).map(String::valueOf).toList());
    }

    public Kind kind() {
        return kind;
    }

    /** Stable upper-case name for programs. */
    public String code() {
        return code;
    }

    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    /** What the message names beside what its code says: a number, the name of a file; empty if nothing. */
    public List<String> values() {
        return values == null ? List.of() : values;
    }
}
