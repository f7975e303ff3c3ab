package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.forms.platform.RunOutbox.Delivery;
import org.yiwang.forms.platform.TraceId;

/** 投递一条: gives one message to its handler and writes down how that ended. */
@ApplicationScoped
class OutboxDelivery {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class.getName());
    private static final Delivery DELIVERED = new Delivery(1, 0, 0);
    private static final Delivery FAILED = new Delivery(0, 1, 0);
    private static final Delivery WAITING = new Delivery(0, 0, 1);
    private static final Delivery NOT_OURS = new Delivery(0, 0, 0);

    @Inject
    OutboxTable table;

    @Inject
    @Any
    Instance<OutboxHandler> handlers;

    private final Map<String, OutboxHandler> byKind = new ConcurrentHashMap<>();

    Delivery deliver(OutboxMessage message, String lease) {
        String before = TraceId.current();
        TraceId.resume(message.traceId());
        try {
            return table.hold(message.id(), lease) ? handle(message, lease) : NOT_OURS;
        } finally {
            TraceId.resume(before);
        }
    }

    private Delivery handle(OutboxMessage message, String lease) {
        try {
            handler(message.kind()).handle(message);
            table.done(message.id(), lease);
            return DELIVERED;
        } catch (OutboxWaiting notYet) {
            table.waiting(message.id(), lease, notYet.getMessage(), atLeast(notYet.retryAfter()));
            return WAITING;
        } catch (Exception | LinkageError failure) {
            fail(message, lease, failure);
            return FAILED;
        }
    }

    private void fail(OutboxMessage message, String lease, Throwable failure) {
        Optional<Duration> again = BackOff.after(message.attempts() + 1);
        String reason = FailureReason.of(failure);
        table.failed(message.id(), lease, reason, again);
        LOG.log(again.isPresent() ? Level.WARNING : Level.SEVERE, "{0} {1} of {2} {3}: {4} [{5}]", new Object[] {
            message.kind(),
            Long.toString(message.id()),
            message.orderKey(),
            again.isPresent() ? "failed and will be tried again" : "is given up",
            reason,
            message.traceId()
        });
        LOG.log(Level.FINE, "Details", failure);
    }

    /** A handler that says "now" would keep a worker spinning. */
    private static Duration atLeast(Duration wish) {
        Duration shortest = Duration.ofSeconds(1);
        return wish.compareTo(shortest) < 0 ? shortest : wish;
    }

    private OutboxHandler handler(String kind) {
        return byKind.computeIfAbsent(kind, wanted -> handlers.stream()
                .filter(handler -> handler.kind().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler takes messages of kind " + wanted)));
    }
}
