package org.yiwang.forms.platform.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.RunOutbox;

/** 投递员: claims messages in small batches and hands them to {@link OutboxDelivery} until nothing is due. */
@ApplicationScoped
class OutboxRunner implements RunOutbox {

    private static final Logger LOG = Logger.getLogger(OutboxRunner.class.getName());
    private static final int BATCH = 8;
    private static final int WORKERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    OutboxTable table;

    @Inject
    OutboxDelivery delivery;

    @Inject
    OutboxLease leases;

    @Resource
    ManagedExecutorService executor;

    /** How many of this node work at a time; a nudge beyond that is not needed, they look again before they stop. */
    private final Semaphore workers = new Semaphore(WORKERS);

    private volatile boolean open;

    /** Nothing is delivered before the start has come to its end. */
    void open() {
        open = true;
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public Delivery drain() {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Delivery all = deliverDue();
        while (table.busy() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            all = all.plus(deliverDue());
        }
        return all.plus(deliverDue());
    }

    @Transactional(TxType.NOT_SUPPORTED)
    Delivery deliverDue() {
        Delivery all = new Delivery(0, 0, 0);
        List<OutboxMessage> batch;
        do {
            String lease = leases.fresh();
            batch = table.claim(lease, BATCH);
            for (OutboxMessage message : batch) {
                all = all.plus(delivery.deliver(message, lease));
            }
        } while (!batch.isEmpty());
        return all;
    }

    @Override
    public void nudge() {
        if (!open || !workers.tryAcquire()) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    deliverDue();
                } catch (RuntimeException failure) {
                    LOG.log(Level.WARNING, "The outbox could not be read; the next round tries again", failure);
                } finally {
                    workers.release();
                }
            });
        } catch (RejectedExecutionException shuttingDown) {
            workers.release();
        }
    }
}
