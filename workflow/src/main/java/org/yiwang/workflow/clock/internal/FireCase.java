package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import org.yiwang.workflow.clock.ClockPassed;

/** 单件到点: one case, one transaction. What listeners do and the mark that they were told commit together or not at all. */
@ApplicationScoped
public class FireCase {

    /** What comes due may start clocks that are due as well; more than this in one go is a fault, not a late case. */
    private static final int MOST = 50;

    @Inject
    DueClocks clocks;

    @Inject
    Event<ClockPassed> passed;

    @Transactional(TxType.REQUIRES_NEW)
    public int fire(long caseId, Instant now, boolean wait) {
        if (!clocks.lock(caseId, wait)) {
            return 0;
        }
        return tell(caseId, now);
    }

    /** Tells all that is due in a locked case, oldest first. */
    @Transactional(TxType.MANDATORY)
    public int tell(long caseId, Instant now) {
        int told = 0;
        for (Optional<ClockPassed> next = clocks.take(caseId, now); next.isPresent(); next = clocks.take(caseId, now)) {
            if (++told > MOST) {
                throw new IllegalStateException("case " + caseId + " has more than " + MOST + " deadlines due at once");
            }
            passed.fire(next.get());
        }
        return told;
    }
}
