package org.yiwang.workflow.interest;

import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.workflow.casefile.CaseRecord;

/**
 * 陈述情况: whether a decision has to wait for one interested party. Nothing is decided before the notice was served on him
 * and he has stated, waived, or let the five workdays go by (行政许可法 §36).
 *
 * @param outcome TOLD while he has not said; STATED, WAIVED or HEARING
 * @param until the last day to state; empty before the notice was served
 */
record InterestState(String outcome, Optional<LocalDate> until) {

    /** What a decision waits for. */
    enum Waits {
        NOTHING,
        SERVICE,
        TIME
    }

    static InterestState of(CaseRecord entry) {
        return new InterestState(entry.outcome(), Optional.ofNullable(entry.dueOn()));
    }

    /** Why nothing can be decided today. */
    Waits waits(LocalDate today) {
        if (!outcome.equals("TOLD")) {
            return Waits.NOTHING;
        }
        if (until.isEmpty()) {
            return Waits.SERVICE;
        }
        return over(today) ? Waits.NOTHING : Waits.TIME;
    }

    /** 逾期: he may state no more. */
    boolean over(LocalDate today) {
        return until.isPresent() && today.isAfter(until.get());
    }
}
