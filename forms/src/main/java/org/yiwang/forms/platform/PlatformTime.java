package org.yiwang.forms.platform;

import java.time.Instant;

/**
 * 平台时间: the time that law, letters and events go by. In production it is the machine's time; in the demo and in tests
 * it may be put forward, never back, so that a deadline of twenty working days can be seen to pass.
 */
public interface PlatformTime {

    /** Now, cut to milliseconds. */
    Instant now();

    /**
     * Lets a new demo or test installation begin at {@code start}, which may lie in the past: as long as nothing has
     * happened in it, no order of events can be upset.
     *
     * @throws Refusal FORBIDDEN in production; CONFLICT / CLOCK_IN_USE once something has happened
     */
    void beginAt(Instant start);

    /**
     * Puts platform time forward to {@code target} for all nodes, in the caller's transaction; it runs on from there.
     *
     * @throws Refusal FORBIDDEN in production; INVALID / CLOCK_BACKWARD when the target lies before now
     */
    void advanceTo(Instant target);
}
