package org.yiwang.workflow.clock.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.clock.FireDeadlines;
import org.yiwang.workflow.clock.spi.DueElsewhere;

/** 时限巡查: the same on every node; who locks the case first tells, the other finds nothing left to tell. */
@ApplicationScoped
class DeadlineWatch implements FireDeadlines, StartStep {

    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class.getName());
    private static final int BATCH = 100;
    private static final int SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Clock clock;

    @Inject
    DueClocks clocks;

    @Inject
    FireCase cases;

    @Inject
    @Any
    Instance<DueElsewhere> elsewhere;

    private Future<?> watching;

    @Override
    public int order() {
        return WORKERS;
    }

    @Override
    public String name() {
        return "watch over deadlines";
    }

    @Override
    public void run() {
        watching = scheduler.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A scheduled task that throws is never run again. */
    private void round() {
        try {
            fire(Integer.MAX_VALUE, false);
            fireElsewhere(false);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Deadlines could not be looked at; the next round tries again", failure);
        }
    }

    @Override
    public int fireDue(int max) {
        return fire(max, false);
    }

    @Override
    public int fireAll() {
        return fire(Integer.MAX_VALUE, true) + fireElsewhere(true);
    }

    private int fireElsewhere(boolean wait) {
        Instant now = clock.instant();
        int done = 0;
        for (DueElsewhere other : elsewhere) {
            done += other.fire(now, wait);
        }
        return done;
    }

    @Override
    public Duration lag() {
        Instant now = clock.instant();
        return clocks.due(now, null, 1).stream()
                .findFirst()
                .map(oldest -> Duration.between(oldest.fireAt(), now))
                .orElse(Duration.ZERO);
    }

    /** Goes through the due rows once by key, so that a case that fails does not keep the others from their turn. */
    private int fire(int max, boolean wait) {
        Instant now = clock.instant();
        int told = 0;
        int seen = 0;
        DueClocks.Due last = null;
        List<DueClocks.Due> batch;
        do {
            batch = clocks.due(now, last, Math.min(BATCH, max - seen));
            for (DueClocks.Due due : batch) {
                told += fire(due, now, wait);
                last = due;
            }
            seen += batch.size();
        } while (!batch.isEmpty() && seen < max);
        return told;
    }

    private int fire(DueClocks.Due due, Instant now, boolean wait) {
        try {
            return cases.fire(due.caseId(), now, wait);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "Deadline of case " + due.caseId() + " could not be told; tried again", failure);
            return 0;
        }
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(false);
        }
    }
}
