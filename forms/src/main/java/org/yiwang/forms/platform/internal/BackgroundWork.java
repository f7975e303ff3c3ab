package org.yiwang.forms.platform.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.StartStep;

/** 后台工作: looks at the outbox every second and sweeps what has stood its time; the same on every node. */
@ApplicationScoped
class BackgroundWork implements StartStep {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class.getName());
    private static final Duration DELIVERED_KEPT = Duration.ofDays(90);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    OutboxRunner runner;

    @Inject
    OutboxTable outbox;

    @Inject
    OutboxLease lease;

    @Inject
    SqlIdempotency idempotency;

    private final List<Future<?>> running = new ArrayList<>();

    @Override
    public int order() {
        return WORKERS;
    }

    @Override
    public String name() {
        return "background work";
    }

    @Override
    public void run() {
        // A setting that is wrong is said now, not by every round of the workers.
        lease.span();
        runner.open();
        every(1, "outbox", runner::nudge);
        every(600, "sweep of idempotency keys", () -> idempotency.sweep());
        every(3600, "sweep of delivered messages", () -> outbox.sweep(DELIVERED_KEPT));
    }

    private void every(int seconds, String what, Runnable work) {
        running.add(scheduler.scheduleWithFixedDelay(() -> quietly(what, work), seconds, seconds, TimeUnit.SECONDS));
    }

    /** A scheduled task that throws is never run again; a database that is away for a minute must not end the work. */
    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Background work failed and goes on next time: " + what, failure);
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(task -> task.cancel(false));
    }
}
