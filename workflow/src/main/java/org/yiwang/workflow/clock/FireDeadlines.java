package org.yiwang.workflow.clock;

import java.time.Duration;

/**
 * 时限到点: tells whoever listens ({@link ClockPassed}) what has come due by platform time. Every node looks by itself every
 * few seconds; two nodes never tell the same thing twice.
 */
public interface FireDeadlines {

    /**
     * Looks at no more than {@code max} clocks that are due and passes by cases somebody is working on at this moment:
     * they come with the next round. One transaction per case; what fails is logged, left as it was and tried again.
     *
     * @return how many events were told
     */
    int fireDue(int max);

    /** Everything that is due now, waiting for cases somebody is working on. For platform time put forward. */
    int fireAll();

    /** How long the oldest thing that is due has been due, in platform time; zero when nothing waits. For monitoring. */
    Duration lag();
}
