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
        List<ClockPause> pauses) {}
