package org.yiwang.forms.platform;

import java.time.Instant;
import java.util.List;

/** 未送达消息: what waits, failed or was given up. Who may look and act is for the caller to check. */
public interface OutboxTroubles {

    /** Those with a greater id, oldest first. */
    List<OutboxRow> after(long id, int limit);

    /**
     * Makes one due at once with a fresh count, in the caller's transaction, and records who wanted it.
     *
     * @return false if it is not in trouble or is being delivered at this moment
     */
    boolean retry(long id, String actorKey, Instant platformTime);
}
