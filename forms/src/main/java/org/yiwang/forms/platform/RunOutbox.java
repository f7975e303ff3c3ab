package org.yiwang.forms.platform;

/** 投递: delivers what the outbox holds. A worker on every node does it by itself; tests and the clock page ask for it. */
public interface RunOutbox {

    /**
     * Delivers everything due now, what it orders in turn included, and waits for messages that other workers hold at
     * this moment. Messages in back-off are not due. Call it outside any transaction.
     */
    Delivery drain();

    /** Wakes the worker of this node; returns at once. Ordering does it by itself after the commit. */
    void nudge();

    /**
     * 投递结果.
     *
     * @param delivered done
     * @param failed threw and will be tried again, or are given up
     * @param waiting said "not yet"
     */
    record Delivery(int delivered, int failed, int waiting) {

        public Delivery plus(Delivery other) {
            return new Delivery(delivered + other.delivered, failed + other.failed, waiting + other.waiting);
        }
    }
}
