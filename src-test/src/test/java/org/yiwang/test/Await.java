package org.yiwang.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a state with a deadline; a test never sleeps for a while and hopes. */
public final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Await() {}

    public static void until(String what, BooleanSupplier state) {
        until(what, LIMIT, state);
    }

    /** For what takes longer than a page may, such as work that another has to take over. */
    public static void until(String what, Duration limit, BooleanSupplier state) {
        long end = System.nanoTime() + limit.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The first value that is there. */
    public static <T> T value(String what, Supplier<java.util.Optional<T>> source) {
        java.util.concurrent.atomic.AtomicReference<T> found = new java.util.concurrent.atomic.AtomicReference<>();
        until(what, () -> source.get()
                .map(value -> {
                    found.set(value);
                    return true;
                })
                .orElse(false));
        return found.get();
    }
}
