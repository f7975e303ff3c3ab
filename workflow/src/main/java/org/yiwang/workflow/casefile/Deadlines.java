package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockLedger;
import org.yiwang.workflow.clock.Lights;

/** 期限: the dates that lists compare, taken from the clocks when something changes and never computed at reading time. */
@ApplicationScoped
class Deadlines {

    /** Writes the worst dates of the running clocks on the case. */
    void mark(OpenCase open) {
        open.file().light(open.clocks().lights());
    }

    /** A step is due when its own limit ends, but never after the case itself; while it rests, with the case. */
    Lights due(OpenCase open, Step step) {
        ClockLedger clocks = afterPublicity(open);
        Lights whole = due(open, clocks, ClockKind.PROMISE, ClockKind.LEGAL);
        return clocks.running(ClockKind.STEP, step.key())
                .map(Lights::of)
                .filter(own -> !own.paused() && own.dueOn().isBefore(whole.dueOn()))
                .orElse(whole);
    }

    /** What rests for a publicity is not suspended, so that it can be seen to: it is dated as from the end of it. */
    private static ClockLedger afterPublicity(OpenCase open) {
        return open.clocks()
                .running(ClockKind.PUBLICITY)
                .map(shown -> open.clocks().expected(shown.dueAt()))
                .orElse(open.clocks());
    }

    /** The dates of the first of these clocks to end; today where none runs. */
    Lights due(OpenCase open, ClockKind... kinds) {
        return due(open, open.clocks(), kinds);
    }

    private static Lights due(OpenCase open, ClockLedger clocks, ClockKind... kinds) {
        // What was ordered to be done first is due before everything else, so it stands first in every queue.
        return Stream.concat(Stream.of(ClockKind.URGENT), Stream.of(kinds))
                .map(kind -> clocks.running(kind).map(Lights::of))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Lights::dueOn))
                .orElseGet(() -> {
                    LocalDate today = open.today();
                    return new Lights(today, today, today.plusDays(1), false);
                });
    }
}
