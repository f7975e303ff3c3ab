package org.yiwang.forms.platform;

import java.time.Instant;

/**
 * 未送达消息: a message in trouble as the admin page shows it.
 *
 * @param state WAITING, FAILED (will be tried again by itself) or DEAD (given up)
 * @param reason why, without personal data
 * @param platformTime when it was ordered
 * @param changedAt when it came to this state, machine time
 */
public record OutboxRow(
        long id,
        String kind,
        String key,
        String orderKey,
        String state,
        int attempts,
        String reason,
        Instant platformTime,
        Instant changedAt,
        String traceId) {}
