package org.yiwang.workflow.clock.spi;

import java.time.Instant;

/**
 * 其他到期事项: due dates that are no clocks of a case, such as those of a bad rating or of a supervision order. Looked at
 * in every round and on every node; each implementation finds its rows by a partial index and locks them one by one.
 */
public interface DueElsewhere {

    /**
     * Does what is due by {@code now}, each row in a transaction of its own.
     *
     * @param wait whether to wait for rows somebody is working on, or to leave them for the next round
     * @return how much was done
     */
    int fire(Instant now, boolean wait);
}
