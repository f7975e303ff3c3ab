package org.yiwang.workflow.notification.internal;

import java.time.Duration;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.workflow.notification.spi.ChannelUnavailable;

/** 外发: what sending by mail and by SMS have in common. The order's body is the notice's id, its key names the person. */
public final class Deliveries {

    public static final String MAIL = "NOTIFY_MAIL";
    public static final String SMS = "NOTIFY_SMS";

    private static final Duration LATER = Duration.ofMinutes(1);

    private Deliveries() {}

    static long notice(OutboxMessage message) {
        return Long.parseLong(message.body());
    }

    static long person(OutboxMessage message) {
        return Long.parseLong(message.key().substring(message.key().indexOf(':') + 1));
    }

    /** A server that is away is waited for and does not count as a failure. */
    static void patiently(Runnable send) {
        try {
            send.run();
        } catch (ChannelUnavailable away) {
            throw new OutboxWaiting(away.getMessage(), LATER);
        }
    }
}
