package org.yiwang.forms.material;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.material.internal.UploadRows;
import org.yiwang.forms.material.spi.FileOwner;
import org.yiwang.forms.material.spi.FileStore;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.StartStep;

/** 清理孤儿文件: a file is written before the commit; what no row points to a day later belongs to nobody. */
@ApplicationScoped
public class SweepFiles implements StartStep {

    private static final Logger LOG = LoggerFactory.getLogger(SweepFiles.class);
    private static final Duration ORPHAN_AFTER = Duration.ofDays(1);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    FileStore store;

    @Inject
    UploadRows rows;

    @Inject
    @Any
    Instance<FileOwner> owners;

    @Inject
    @MachineTime
    Clock clock;

    private Future<?> running;

    /** Removes them and says how many there were. */
    @Transactional
    public int sweep() {
        return store.sweep(clock.instant().minus(ORPHAN_AFTER), this::unknown);
    }

    private Set<String> unknown(Set<String> addresses) {
        Set<String> unknown = new HashSet<>(rows.unknown(addresses));
        for (FileOwner owner : owners) {
            unknown.removeAll(owner.known(unknown));
        }
        return unknown;
    }

    @Override
    public int order() {
        return WORKERS;
    }

    @Override
    public String name() {
        return "sweep of files";
    }

    @Override
    public void run() {
        running = scheduler.scheduleWithFixedDelay(this::quietly, 1, 6 * 60, TimeUnit.MINUTES);
    }

    private void quietly() {
        try {
            int swept = sweep();
            if (swept > 0) {
                LOG.info("{} files that belonged to nobody are removed", swept);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Sweep of files failed and goes on next time", failure);
        }
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(false);
        }
    }
}
