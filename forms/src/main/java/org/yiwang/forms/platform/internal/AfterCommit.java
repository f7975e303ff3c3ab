package org.yiwang.forms.platform.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** 提交后: hangs work on the end of the caller's transaction. */
@ApplicationScoped
class AfterCommit {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    /** Runs it once the transaction has committed, and never if it has not. */
    void run(Runnable work) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing may be written here: the container would do it on another connection.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }

    /** What was kept for this transaction under a key, or null. */
    Object kept(Object key) {
        return registry.getResource(key);
    }

    void keep(Object key, Object value) {
        registry.putResource(key, value);
    }
}
