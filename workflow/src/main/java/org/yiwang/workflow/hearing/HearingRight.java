package org.yiwang.workflow.hearing;

import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 听证权利: what became of it, and whether a decision has to wait for it (行政许可法 §47). Nothing is decided before the
 * notice was served and the person asked, waived, or let the five workdays go by.
 *
 * @param asked ASKED, WAIVED, or TOLD while he has not said
 * @param until the last day to ask; empty before the notice was served
 */
record HearingRight(String asked, Optional<LocalDate> until) {

    /** What a decision waits for. */
    enum Waits {
        NOTHING,
        NOTICE,
        SERVICE,
        TIME,
        HEARING
    }

    static Optional<CaseRecord> entry(OpenCase open) {
        return open.records(RecordKind.HEARING_RIGHT).stream().reduce((first, second) -> second);
    }

    static Optional<HearingRight> of(OpenCase open) {
        return entry(open).map(right -> new HearingRight(right.outcome(), Optional.ofNullable(right.dueOn())));
    }

    /**
     * Why nothing can be decided today.
     *
     * @param lawSays does the item's own law give the right?
     * @param running is a hearing asked for and not yet held?
     */
    static Waits waits(boolean lawSays, Optional<HearingRight> right, boolean running, LocalDate today) {
        if (running) {
            return Waits.HEARING;
        }
        if (right.isEmpty()) {
            return lawSays ? Waits.NOTICE : Waits.NOTHING;
        }
        if (!right.get().asked().equals("TOLD")) {
            return Waits.NOTHING;
        }
        Optional<LocalDate> until = right.get().until();
        if (until.isEmpty()) {
            return Waits.SERVICE;
        }
        return today.isAfter(until.get()) ? Waits.NOTHING : Waits.TIME;
    }
}
