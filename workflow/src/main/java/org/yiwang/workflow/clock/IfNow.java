package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yiwang.forms.catalogue.CaseMoment;

/**
 * 假如今天: by when the applicant would have his answer if what is waited for happened at this moment. Played through on a
 * copy of the ledger by the very steps that will be taken, so that what is said beforehand is what comes true.
 */
public final class IfNow {

    private final ClockLedger ledger;
    private final Instant now;

    IfNow(ClockLedger ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** If the papers were complete and the case accepted; empty once that is decided. */
    public Optional<LocalDate> accepted() {
        if (ledger.acceptanceDecided()) {
            return Optional.empty();
        }
        ClockLedger played = ledger.rehearsal();
        played.on(CaseMoment.ACCEPTED, now);
        return answer(played);
    }

    /** If the applicant supplied everything that was demanded; empty when nothing is demanded. */
    public Optional<LocalDate> answered() {
        if (ledger.running(ClockKind.CORRECTION).isEmpty()) {
            return Optional.empty();
        }
        ClockLedger played = ledger.rehearsal();
        played.on(CaseMoment.CORRECTION_SUPPLIED, now);
        if (ledger.acceptanceDecided()) {
            played.resume(SuspendKind.CORRECTION, now);
        } else {
            played.on(CaseMoment.ACCEPTED, now);
        }
        return answer(played);
    }

    /** If every special procedure and halt ended; empty when the time for the answer does not rest. */
    public Optional<LocalDate> ended() {
        boolean rests = ledger.answer()
                .map(CaseClock::state)
                .filter(ClockState.PAUSED::equals)
                .isPresent();
        if (!rests) {
            return Optional.empty();
        }
        ClockLedger played = ledger.rehearsal();
        played.resume(now);
        return answer(played);
    }

    private static Optional<LocalDate> answer(ClockLedger played) {
        return played.answer().map(CaseClock::dueOn);
    }
}
