package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.yiwang.forms.document.spi.SealUnavailable;
import org.yiwang.forms.document.spi.TimestampService;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.workflow.casefile.DigestEvents;
import org.yiwang.workflow.casefile.EventDigest;

/** 摘要加盖时间戳: asks the time-stamp authority; asked again, the first stamp stays. */
@ApplicationScoped
public class StampDigest implements OutboxHandler {

    @Inject
    Digests digests;

    @Inject
    TimestampService stamps;

    @Inject
    KeepStamp keep;

    @Override
    public String kind() {
        return DigestEvents.STAMP;
    }

    @Override
    public void handle(OutboxMessage message) {
        long number = Long.parseLong(message.body());
        EventDigest digest = digests.find(number).orElseThrow(() -> new IllegalStateException("no digest " + number));
        if (!digests.stamped(number)) {
            keep.keep(number, token(digest));
        }
    }

    private byte[] token(EventDigest digest) {
        try {
            return stamps.stamp(digest.imprint());
        } catch (SealUnavailable notNow) {
            throw new OutboxWaiting(notNow.getMessage(), Duration.ofMinutes(1));
        }
    }

    /** The short transaction after the call to the outside. */
    @ApplicationScoped
    public static class KeepStamp {

        @Inject
        Digests digests;

        @Inject
        Clock clock;

        @Transactional
        public void keep(long number, byte[] token) {
            digests.stamp(number, token, clock.instant());
        }
    }
}
