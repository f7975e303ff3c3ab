package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.forms.catalogue.LimitUnit;

/**
 * 时钟视图: one clock as shown to everybody alike.
 *
 * @param ref the step or special procedure it belongs to; empty for clocks of the case
 * @param limit its length in units, extensions included
 * @param dueOn the last good day; while it rests, what it was before
 * @param dueAt the first instant that is too late
 * @param stoppedOn null until it stops
 * @param usedDays units used so far: workdays, natural days (months too) or hours
 * @param extendedBy units added by an approved extension
 * @param late whether the last good day had passed when it stopped, or has passed now
 * @param dueBefore the dates it had before, in the order they were told; empty when it never moved
 * @param provisional whether the date rests on a calendar that is not official yet
 */
public record ClockView(
        ClockKind kind,
        String ref,
        LimitUnit unit,
        int limit,
        LocalDate startedOn,
        LocalDate dueOn,
        Instant dueAt,
        LocalDate stoppedOn,
        ClockState state,
        TrafficLight light,
        int usedDays,
        int extendedBy,
        boolean late,
        boolean provisional,
        String basis,
        List<ClockPause> pauses,
        List<LocalDate> dueBefore) {

    static ClockView of(CaseClock clock, List<LocalDate> dueBefore, Instant now, WorkCalendar calendar) {
        return new ClockView(
                clock.kind(),
                clock.ref(),
                clock.unit(),
                clock.limit(),
                WorkCalendar.legalDate(clock.startedAt()),
                clock.dueOn(),
                clock.dueAt(),
                clock.stoppedAt() == null ? null : WorkCalendar.legalDate(clock.stoppedAt()),
                clock.state(),
                clock.light(now),
                clock.used(now, calendar),
                clock.extendedBy(),
                clock.late(now),
                clock.provisional(),
                clock.basis(),
                clock.pauses(),
                dueBefore);
    }
}
