package org.yiwang.forms.platform;

import java.time.Instant;

/**
 * 待发消息: what a handler gets.
 *
 * @param platformTime when it was ordered, in platform time
 * @param attempts how often it was tried before
 * @param traceId of the request that ordered it
 */
public record OutboxMessage(
        long id,
        String kind,
        String key,
        String orderKey,
        String body,
        Instant platformTime,
        int attempts,
        String traceId) {}
