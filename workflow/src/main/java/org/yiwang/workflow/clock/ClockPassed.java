package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * 时限已到: fired as a CDI event inside the transaction that has locked the case, once for each threshold of each row.
 *
 * @param ref the step or special procedure; empty for clocks of the case
 * @param at the threshold itself; the platform may notice later
 * @param dueOn the last good day
 */
public record ClockPassed(long caseId, ClockKind kind, String ref, What what, Instant at, LocalDate dueOn) {

    /** Observers that draw a consequence come after those that only write down that the time has come. */
    public static final int CONSEQUENCE = 3000;

    /** Is the last good day of this clock over? */
    public boolean over(ClockKind which) {
        return what == What.DUE && kind == which;
    }

    /** 到了什么. */
    public enum What {
        /** The light turns yellow. */
        YELLOW,
        /** The last good day is over: the light is red, and the law draws its consequence. */
        DUE
    }
}
