package org.yiwang.workflow.clock.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.RecountClocks;

/**
 * 日历巡查: learns of calendars that another node brought in, and counts again what was counted by an older one. What a node
 * begins in the seconds before it has learnt of a new calendar is marked with the old one and comes up again.
 */
@ApplicationScoped
class RecountWatch implements RecountClocks, StartStep {

    private static final Logger LOG = Logger.getLogger(RecountWatch.class.getName());
    private static final int SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    CalendarTable table;

    @Inject
    Calendars calendars;

    @Inject
    OutdatedClocks clocks;

    @Inject
    RecountOne one;

    @Inject
    @ConfigProperty(name = "yiwang.region", defaultValue = "999900")
    String region;

    private volatile long revision = -1;
    private Future<?> watching;

    @Override
    public int order() {
        return WORKERS;
    }

    @Override
    public String name() {
        return "watch over calendars";
    }

    @Override
    public void run() {
        watching = scheduler.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A scheduled task that throws is never run again. */
    private void round() {
        try {
            recount(false);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Calendars could not be looked at; the next round tries again", failure);
        }
    }

    @Override
    public int recountAll() {
        return recount(true);
    }

    @Override
    public long waiting() {
        learn();
        return clocks.count(version());
    }

    private int version() {
        return calendars.of(region).version();
    }

    private void learn() {
        long now = table.revision();
        if (now != revision) {
            calendars.replace(table.all());
            revision = now;
        }
    }

    private int recount(boolean wait) {
        learn();
        int done = 0;
        OptionalInt older = clocks.below(version());
        while (older.isPresent()) {
            done += recount(older.getAsInt(), wait);
            older = clocks.below(older.getAsInt());
        }
        if (done > 0) {
            LOG.log(Level.INFO, "Clocks of {0} cases counted again by calendar version {1}", new Object[] {
                done, version()
            });
        }
        return done;
    }

    /** Goes through the cases of one version once by id, so that one that fails does not keep the others from their turn. */
    private int recount(int older, boolean wait) {
        AtomicLong last = new AtomicLong();
        int done = 0;
        for (boolean more = true; more; ) {
            try {
                more = one.next(older, last, wait);
                done += more ? 1 : 0;
            } catch (RuntimeException failure) {
                LOG.log(Level.SEVERE, "Case " + last.get() + " could not be counted again; tried again", failure);
            }
        }
        return done;
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(false);
        }
    }
}
