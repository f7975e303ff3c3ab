package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.yiwang.forms.catalogue.Span;

/**
 * 亮灯日期: the days from which a light is yellow and red. Lists keep these two dates and compare them when read, so that
 * no job has to repaint a hundred thousand rows at midnight.
 *
 * @param dueOn the last good day; null when nothing runs
 * @param yellowOn the first day it is yellow; null when nothing runs
 * @param redOn the first day it is red; null when nothing runs
 * @param paused whether time rests
 */
public record Lights(LocalDate dueOn, LocalDate yellowOn, LocalDate redOn, boolean paused) {

    /** Nothing runs and nothing rests. */
    public static final Lights NONE = new Lights(null, null, null, false);

    /** Of a limit that begins now and belongs to no case's ledger. */
    public static Lights of(WorkCalendar calendar, Span limit, Instant from) {
        Counting counting = new Counting(calendar);
        int total = counting.whole(limit.unit(), limit.value(), from);
        Instant due = counting.due(limit.unit(), total, from);
        return between(counting.yellow(limit.unit(), total, due, Warnings.USUAL.office()), due, false);
    }

    /** Of a clock of the case. */
    public static Lights of(CaseClock clock) {
        return between(clock.yellowAt(), clock.dueAt(), clock.state() == ClockState.PAUSED);
    }

    private static Lights between(Instant yellow, Instant due, boolean paused) {
        return new Lights(Counting.dueOn(due), WorkCalendar.legalDate(yellow), WorkCalendar.legalDate(due), paused);
    }

    /** The earliest dates of several that run; when all rest, it rests. */
    public static Lights worst(List<Lights> all) {
        List<Lights> running =
                all.stream().filter(l -> !l.paused() && l.dueOn() != null).toList();
        if (running.isEmpty()) {
            boolean rests = all.stream().anyMatch(Lights::paused);
            return rests ? new Lights(null, null, null, true) : NONE;
        }
        return new Lights(
                earliest(running.stream().map(Lights::dueOn).toList()),
                earliest(running.stream().map(Lights::yellowOn).toList()),
                earliest(running.stream().map(Lights::redOn).toList()),
                false);
    }

    private static LocalDate earliest(List<LocalDate> days) {
        return days.stream()
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public TrafficLight on(LocalDate today) {
        if (paused) {
            return TrafficLight.BLUE;
        }
        if (dueOn == null) {
            return TrafficLight.GREY;
        }
        if (!today.isBefore(redOn)) {
            return TrafficLight.RED;
        }
        return today.isBefore(yellowOn) ? TrafficLight.GREEN : TrafficLight.YELLOW;
    }
}
