package org.yiwang.workflow.casefile.internal;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.StartStep;
import org.yiwang.workflow.casefile.DigestEvents;

/** 摘要巡查: looks now and then whether a new platform day has begun; the same on every node. */
@ApplicationScoped
public class DigestWatch implements StartStep {

    private static final Logger LOG = Logger.getLogger(DigestWatch.class.getName());
    private static final int SECONDS = 15;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    DigestEvents digestEvents;

    private Future<?> watching;

    @Override
    public int order() {
        return WORKERS;
    }

    @Override
    public String name() {
        return "daily digest of events";
    }

    @Override
    public void run() {
        watching = scheduler.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A scheduled task that throws is never run again. */
    private void round() {
        try {
            digestEvents
                    .digest()
                    .ifPresent(made -> LOG.info("digest " + made.number() + " over " + made.cases() + " cases"));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The digest of the day could not be made; the next round tries again", failure);
        }
    }

    @PreDestroy
    void stop() {
        if (watching != null) {
            watching.cancel(false);
        }
    }
}
