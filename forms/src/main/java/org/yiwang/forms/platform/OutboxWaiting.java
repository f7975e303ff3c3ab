package org.yiwang.forms.platform;

import java.time.Duration;

/** 等待中: thrown by an {@link OutboxHandler} when what it needs is not there yet; waiting is not failing. */
public class OutboxWaiting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public OutboxWaiting(String reason, Duration retryAfter) {
        super(reason, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** When to look again, in machine time. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
