package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 时钟读数: what the rows of a case tell whoever looks: the same dates and lights for everybody. Changes nothing. */
final class ClockReading {

    private final List<CaseClock> rows;

    ClockReading(List<CaseClock> rows) {
        this.rows = rows;
    }

    /** Every clock as it stands, worst light first. */
    List<ClockView> view(Instant now, WorkCalendar calendar) {
        return rows.stream()
                .filter(c -> c.state() != ClockState.SUPERSEDED)
                .map(c -> ClockView.of(c, dueBefore(c), now, calendar))
                .sorted(Comparator.comparing(ClockView::light).thenComparing(ClockView::dueAt))
                .toList();
    }

    private List<LocalDate> dueBefore(CaseClock clock) {
        return rows.stream()
                .filter(c -> c.state() == ClockState.SUPERSEDED
                        && c.kind() == clock.kind()
                        && c.ref().equals(clock.ref())
                        && c.run() == clock.run())
                .map(CaseClock::dueOn)
                .toList();
    }

    /** The worst of the clocks the office is judged by; blue while only the applicant's run. */
    TrafficLight light(Instant now) {
        List<TrafficLight> judged = judged().stream().map(c -> c.light(now)).toList();
        return onlyOthersRun() ? TrafficLight.BLUE : TrafficLight.worst(judged);
    }

    /** The dates lists keep for the case. */
    Lights lights() {
        return onlyOthersRun()
                ? new Lights(null, null, null, true)
                : Lights.worst(judged().stream().map(Lights::of).toList());
    }

    private List<CaseClock> judged() {
        return rows.stream().filter(c -> c.active() && c.kind().judged()).toList();
    }

    private boolean onlyOthersRun() {
        return judged().isEmpty() && rows.stream().anyMatch(CaseClock::active);
    }

    /**
     * The clock that says by when the applicant has his answer: the earlier of promise and law. One that rests has no date
     * as long as another runs.
     */
    Optional<CaseClock> answer() {
        Comparator<CaseClock> restingLast = Comparator.comparing(c -> c.state() == ClockState.PAUSED);
        Comparator<CaseClock> promiseFirst = Comparator.comparing(c -> c.kind() != ClockKind.PROMISE);
        return rows.stream()
                .filter(c -> c.active() && c.kind().answers())
                .min(restingLast.thenComparing(CaseClock::dueAt).thenComparing(promiseFirst));
    }
}
