package org.yiwang.forms.platform.internal;

import java.time.Duration;
import java.util.Optional;

/** 退避: how long to leave a failing message alone: 10 s, 30 s, 90 s … about three hours in all, then it is given up. */
final class BackOff {

    static final int ATTEMPTS = 8;

    private static final Duration FIRST = Duration.ofSeconds(10);

    private BackOff() {}

    /** After how many failures, this one included; empty when it was the last. */
    static Optional<Duration> after(int failures) {
        if (failures >= ATTEMPTS) {
            return Optional.empty();
        }
        return Optional.of(FIRST.multipliedBy((long) Math.pow(3, Math.max(0, failures - 1))));
    }
}
