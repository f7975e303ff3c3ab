package org.yiwang.forms.platform;

import java.security.SecureRandom;

/** 追踪号: one number per request, the same on the page, in the log, in a problem and on the outbox rows it ordered. */
public final class TraceId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private TraceId() {}

    /** Begins a new one on this thread and returns it. */
    public static String begin() {
        StringBuilder id = new StringBuilder(12);
        for (int i = 0; i < 12; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        CURRENT.set(id.toString());
        return id.toString();
    }

    /** Goes on with one that was begun elsewhere, such as on an outbox row. */
    public static void resume(String id) {
        CURRENT.set(id);
    }

    /** The one of this thread; begins one if there is none. */
    public static String current() {
        String id = CURRENT.get();
        return id == null ? begin() : id;
    }

    public static void end() {
        CURRENT.remove();
    }
}
