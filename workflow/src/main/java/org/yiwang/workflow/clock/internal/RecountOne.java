package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.atomic.AtomicLong;
import org.yiwang.workflow.clock.CalendarReplaced;

/** 单件重算: one case, one transaction; what it now says and that it was counted again commit together. */
@ApplicationScoped
class RecountOne {

    @Inject
    OutdatedClocks clocks;

    @Inject
    Event<CalendarReplaced> replaced;

    /**
     * Takes the next case behind {@code last} and leaves its id there, even when counting it fails: the others must have
     * their turn.
     *
     * @return whether there was one
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean next(int version, AtomicLong last, boolean wait) {
        var found = clocks.lockNext(version, last.get(), wait);
        found.ifPresent(caseId -> {
            last.set(caseId);
            replaced.fire(new CalendarReplaced(caseId));
        });
        return found.isPresent();
    }
}
