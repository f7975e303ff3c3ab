package org.yiwang.workflow.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Warning;

/**
 * 期限计算: from an instant and a length to the instant that is too late. The day it begins on does not count (民法典
 * §201); a last day on which offices rest moves to the next workday (§203); a day ends at 24:00. Hours run from the
 * instant itself. A length is kept as a "rest": workdays, natural days (months and years too, once begun) or minutes (of office hours, where the limit says so).
 */
final class Counting {

    private final WorkCalendar calendar;

    Counting(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** The whole of a limit as a rest. */
    int whole(LimitUnit unit, int value, Instant from) {
        LocalDate day = WorkCalendar.legalDate(from);
        return switch (unit) {
            case WORKDAY, CALENDAR_DAY -> value;
            case MONTH -> (int) ChronoUnit.DAYS.between(day, day.plusMonths(value));
            case YEAR -> (int) ChronoUnit.DAYS.between(day, day.plusYears(value));
            case HOUR, WORKING_HOUR -> Math.multiplyExact(value, 60);
            case IMMEDIATE -> 0;
        };
    }

    /** How much longer the rest becomes when the limit is extended. */
    int extension(LimitUnit unit, int value, Instant from, int rest) {
        boolean uneven = unit == LimitUnit.MONTH || unit == LimitUnit.YEAR;
        return whole(unit, value, uneven ? from.plus(Duration.ofDays(rest)) : from);
    }

    /** The first instant that is too late. */
    Instant due(LimitUnit unit, int rest, Instant from) {
        return due(unit, rest, from, true);
    }

    /** The same; {@code movesOn} is false for what ends on its day whether offices work or not. */
    Instant due(LimitUnit unit, int rest, Instant from, boolean movesOn) {
        LocalDate day = WorkCalendar.legalDate(from);
        return switch (unit) {
            case WORKDAY -> WorkCalendar.endOf(calendar.rollForward(calendar.addWorkdays(day, rest)));
            case CALENDAR_DAY, MONTH, YEAR -> {
                LocalDate last = day.plusDays(rest);
                yield WorkCalendar.endOf(movesOn ? calendar.rollForward(last) : last);
            }
            case HOUR -> from.plus(Duration.ofMinutes(rest));
            case WORKING_HOUR -> calendar.addOfficeMinutes(from, rest);
            case IMMEDIATE -> WorkCalendar.endOf(day);
        };
    }

    /** How much of a rest is used between two instants. */
    int used(LimitUnit unit, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        LocalDate first = WorkCalendar.legalDate(from);
        LocalDate last = WorkCalendar.legalDate(to);
        return switch (unit) {
            case WORKDAY -> calendar.workdaysBetween(first, last);
            case CALENDAR_DAY, MONTH, YEAR -> (int) ChronoUnit.DAYS.between(first, last);
            case HOUR -> (int) Duration.between(from, to).toMinutes();
            case WORKING_HOUR -> calendar.officeMinutesBetween(from, to);
            case IMMEDIATE -> 0;
        };
    }

    /**
     * When the light turns yellow: when no more is left than so many workdays or such a part of the limit, whichever is
     * longer; for hours and for the same day, two hours.
     *
     * @param total the whole limit as a rest, extensions included
     */
    Instant yellow(LimitUnit unit, int total, Instant due, Warning warning) {
        LocalDate last = dueOn(due);
        int part = total * warning.percent() / 100;
        LocalDate yellow =
                switch (unit) {
                    case HOUR, WORKING_HOUR, IMMEDIATE -> null;
                    case WORKDAY -> calendar.minusWorkdays(last, Math.max(warning.workdays(), part));
                    case CALENDAR_DAY, MONTH, YEAR ->
                        earlier(calendar.minusWorkdays(last, warning.workdays()), last.minusDays(part));
                };
        return yellow == null
                ? due.minus(Duration.ofHours(2))
                : yellow.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** The last day on which it is not too late. */
    static LocalDate dueOn(Instant due) {
        return WorkCalendar.legalDate(due.minusMillis(1));
    }
}
