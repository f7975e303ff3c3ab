package org.yiwang.forms.platform;

/**
 * 发件箱: work that must happen after the commit, and only if it happens: letters, notices, calls to the outside.
 * Delivered at least once, so receivers are idempotent by {@code key}.
 */
public interface Outbox {

    /**
     * Orders work within the caller's transaction; if that rolls back, it was never ordered.
     *
     * @param kind which {@link OutboxHandler} takes it
     * @param key unique within the kind; a second order with the same key is dropped
     * @param orderKey at most one of an order key runs at a time, oldest first; usually the case number
     * @param body JSON for the handler; ids and codes only, never personal data
     */
    void order(String kind, String key, String orderKey, String body);
}
