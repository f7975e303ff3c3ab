package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.Warning;

/**
 * 时钟: one row of one clock of a case. The row says from when ({@code countFrom}) how much ({@code rest}) is to be counted
 * and what due date that gives. A due date never changes within a row: when it has to, the row is SUPERSEDED and a new
 * one goes on in the same {@code run}, so the case shows every date that was ever told. Fields are the columns of {@code
 * case_clock}.
 */
public final class CaseClock {

    private UUID id;
    private long caseId;
    private int seq;
    private ClockKind kind;
    private String ref;
    private int run;
    private CaseMoment startRule;
    private LimitUnit unit;
    private int limitValue;
    private int extendedBy;
    private String basis;
    private Instant startedAt;
    private Instant countFrom;
    private int total;
    private int rest;
    private Instant dueAt;
    private LocalDate dueOn;
    private Instant yellowAt;
    private ClockState state;
    private Instant pausedAt;
    private Instant stoppedAt;
    private CaseMoment stopRule;
    private String pauses;
    private int calendarVersion;
    private boolean provisional;
    private Instant nextFireAt;
    private int warnWorkdays;
    private int warnPercent;

    CaseClock() {}

    /**
     * 起表: what a clock that begins is told.
     *
     * @param ref the step or procedure; empty for clocks of the case
     * @param rule the moment that starts it; null when it is started by name
     */
    record Begin(
            ClockKind kind, String ref, CaseMoment rule, Span limit, String basis, Warning warning, Instant from) {}

    /** A clock that begins. */
    static CaseClock begin(long caseId, int seq, int run, Begin begin, WorkCalendar calendar) {
        Span limit = begin.limit();
        Instant from = begin.from();
        CaseClock c = new CaseClock();
        c.id = UUID.randomUUID();
        c.caseId = caseId;
        c.seq = seq;
        c.kind = begin.kind();
        c.ref = begin.ref();
        c.run = run;
        c.startRule = begin.rule();
        c.unit = limit.unit();
        c.limitValue = limit.value();
        c.warnWorkdays = begin.warning().workdays();
        c.warnPercent = begin.warning().percent();
        c.basis = begin.basis() == null ? "" : begin.basis();
        c.startedAt = from;
        c.countFrom = from;
        c.total = new Counting(calendar).whole(limit.unit(), limit.value(), from);
        c.rest = c.total;
        c.state = ClockState.RUNNING;
        c.pauses = ClockPause.write(List.of());
        c.count(calendar);
        return c;
    }

    /** The row that goes on from here; this one is superseded. */
    private CaseClock next(int newSeq) {
        CaseClock c = copy();
        c.id = UUID.randomUUID();
        c.seq = newSeq;
        state = ClockState.SUPERSEDED;
        nextFireAt = null;
        return c;
    }

    /** The same row once more, to play something through that is not to be kept. */
    CaseClock copy() {
        CaseClock c = new CaseClock();
        c.id = id;
        c.caseId = caseId;
        c.seq = seq;
        c.kind = kind;
        c.ref = ref;
        c.run = run;
        c.startRule = startRule;
        c.unit = unit;
        c.limitValue = limitValue;
        c.extendedBy = extendedBy;
        c.basis = basis;
        c.startedAt = startedAt;
        c.countFrom = countFrom;
        c.total = total;
        c.rest = rest;
        c.dueAt = dueAt;
        c.dueOn = dueOn;
        c.yellowAt = yellowAt;
        c.state = state;
        c.pausedAt = pausedAt;
        c.stoppedAt = stoppedAt;
        c.stopRule = stopRule;
        c.pauses = pauses;
        c.calendarVersion = calendarVersion;
        c.provisional = provisional;
        c.nextFireAt = nextFireAt;
        c.warnWorkdays = warnWorkdays;
        c.warnPercent = warnPercent;
        return c;
    }

    private void count(WorkCalendar calendar) {
        Counting counting = new Counting(calendar);
        dueAt = counting.due(unit, rest, countFrom, kind.movesOn());
        dueOn = Counting.dueOn(dueAt);
        yellowAt = counting.yellow(unit, total, dueAt, new Warning(warnWorkdays, warnPercent));
        calendarVersion = calendar.version();
        provisional = calendar.provisional(WorkCalendar.legalDate(countFrom), dueOn);
        // A light that is yellow from the first hour tells nobody anything new.
        nextFireAt = state != ClockState.RUNNING ? null : yellowAt.isAfter(countFrom) ? yellowAt : dueAt;
    }

    void pause(ClockPause pause) {
        List<ClockPause> all = new ArrayList<>(pauses());
        all.add(pause);
        pauses = ClockPause.write(all);
        if (state == ClockState.RUNNING) {
            state = ClockState.PAUSED;
            pausedAt = pause.from();
            // Resting does not cure lateness: one that is late already still has that to tell.
            nextFireAt = pausedAt.isBefore(dueAt) ? null : nextFireAt;
        }
    }

    /** Ends pauses; when none is left, time goes on in the row returned (this one, when the due date stays). */
    CaseClock resume(Predicate<ClockPause> ending, Instant at, int newSeq, WorkCalendar calendar) {
        pauses = ClockPause.write(pauses().stream()
                .map(p -> p.open() && ending.test(p) ? p.ended(at) : p)
                .toList());
        if (state != ClockState.PAUSED || pauses().stream().anyMatch(ClockPause::open)) {
            return this;
        }
        if (!pausedAt.isBefore(dueAt)) {
            // It was late before it rested, and stays so.
            state = ClockState.RUNNING;
            pausedAt = null;
            return this;
        }
        int used = new Counting(calendar).used(unit, countFrom, pausedAt);
        CaseClock c = next(newSeq);
        c.rest = Math.max(0, rest - used);
        c.countFrom = at;
        c.state = ClockState.RUNNING;
        c.pausedAt = null;
        c.count(calendar);
        return c;
    }

    CaseClock extend(int by, int newSeq, WorkCalendar calendar) {
        int more = new Counting(calendar).extension(unit, by, countFrom, rest);
        CaseClock c = next(newSeq);
        c.extendedBy = extendedBy + by;
        c.total = total + more;
        c.rest = rest + more;
        c.count(calendar);
        return c;
    }

    /** Counts again when the calendar has changed; the row returned is this one when the date stays. */
    CaseClock recount(int newSeq, WorkCalendar calendar) {
        Instant now = new Counting(calendar).due(unit, rest, countFrom, kind.movesOn());
        if (now.equals(dueAt)) {
            calendarVersion = calendar.version();
            provisional = calendar.provisional(WorkCalendar.legalDate(countFrom), dueOn);
            return this;
        }
        CaseClock c = next(newSeq);
        c.count(calendar);
        return c;
    }

    /**
     * 纠偏: time that should not have counted is given back in a row of its own, also when the clock has stopped; this row
     * is returned when the time took nothing of it. What was told already is not told again.
     */
    CaseClock correct(ClockPause missed, Instant at, int newSeq, WorkCalendar calendar) {
        Instant end = until(at);
        Instant from = missed.from().isBefore(startedAt) ? startedAt : missed.from();
        int back = new Counting(calendar).used(unit, from, missed.until().isBefore(end) ? missed.until() : end);
        if (back <= 0) {
            return this;
        }
        List<ClockPause> all = new ArrayList<>(pauses());
        all.add(missed);
        CaseClock c = next(newSeq);
        c.rest = rest + back;
        c.pauses = ClockPause.write(all);
        c.count(calendar);
        if (c.nextFireAt != null && !c.nextFireAt.isAfter(at)) {
            c.nextFireAt = c.dueAt.isAfter(at) ? c.dueAt : null;
        }
        return c;
    }

    /** Stops for good; {@code moment} is what did it, null when nothing in particular. */
    void stop(Instant at, CaseMoment moment) {
        pauses = ClockPause.write(
                pauses().stream().map(p -> p.open() ? p.ended(at) : p).toList());
        state = ClockState.STOPPED;
        stoppedAt = at;
        stopRule = moment;
        nextFireAt = null;
    }

    public UUID id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    int seq() {
        return seq;
    }

    public ClockKind kind() {
        return kind;
    }

    /** The step or special procedure it belongs to; empty for clocks of the case. */
    public String ref() {
        return ref;
    }

    /** Which time this kind was started: a second acceptance clock after a correction has 2. */
    public int run() {
        return run;
    }

    CaseMoment startRule() {
        return startRule;
    }

    CaseMoment stopRule() {
        return stopRule;
    }

    public LimitUnit unit() {
        return unit;
    }

    /** Length in units, extensions included. */
    public int limit() {
        return limitValue + extendedBy;
    }

    public int extendedBy() {
        return extendedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The first instant that is too late. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The last good day. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant yellowAt() {
        return yellowAt;
    }

    public ClockState state() {
        return state;
    }

    public Instant stoppedAt() {
        return stoppedAt;
    }

    public List<ClockPause> pauses() {
        return ClockPause.read(pauses);
    }

    public int calendarVersion() {
        return calendarVersion;
    }

    public boolean provisional() {
        return provisional;
    }

    /** When the platform has to look at it next; null when there is nothing to wait for. */
    public Instant nextFireAt() {
        return nextFireAt;
    }

    public boolean active() {
        return state == ClockState.RUNNING || state == ClockState.PAUSED;
    }

    public boolean late(Instant now) {
        return !until(now).isBefore(dueAt);
    }

    /** The instant up to which it has counted: the beginning of a rest it has not come back from, its end, or now. */
    private Instant until(Instant now) {
        if (pausedAt != null) {
            return pausedAt;
        }
        return stoppedAt != null ? stoppedAt : now;
    }

    /** Units used so far: workdays, natural days (months and years too) or hours begun and ended. */
    int used(Instant now, WorkCalendar calendar) {
        int used = total - rest + new Counting(calendar).used(unit, countFrom, until(now));
        boolean minutes = unit == LimitUnit.HOUR || unit == LimitUnit.WORKING_HOUR;
        return minutes ? used / 60 : used;
    }

    String basis() {
        return basis;
    }

    public TrafficLight light(Instant now) {
        if (!active()) {
            return TrafficLight.GREY;
        }
        if (late(now)) {
            return TrafficLight.RED;
        }
        if (state == ClockState.PAUSED) {
            return TrafficLight.BLUE;
        }
        return now.isBefore(yellowAt) ? TrafficLight.GREEN : TrafficLight.YELLOW;
    }
}
