package org.yiwang.forms.platform;

/** 发件处理: does one kind of outbox work. Called outside any transaction; opens its own. */
public interface OutboxHandler {

    /** The kind of work it takes. */
    String kind();

    /**
     * Does the work. Returning means done. A thrown exception means failed: tried again with back-off, then left on the
     * admin page with its reason. {@link OutboxWaiting} means "not yet" and does not count as a failure.
     */
    void handle(OutboxMessage message) throws Exception;
}
