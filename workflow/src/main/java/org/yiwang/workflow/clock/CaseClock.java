package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;

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

    CaseClock() {}

    /** A clock that begins. */
    static CaseClock begin(
            long caseId,
            int seq,
            ClockKind kind,
            String ref,
            int run,
            CaseMoment startRule,
            Span limit,
            String basis,
            Instant from,
            WorkCalendar calendar) {
        CaseClock c = new CaseClock();
        c.id = UUID.randomUUID();
        c.caseId = caseId;
        c.seq = seq;
        c.kind = kind;
        c.ref = ref;
        c.run = run;
        c.startRule = startRule;
        c.unit = limit.unit();
        c.limitValue = limit.value();
        c.basis = basis == null ? "" : basis;
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
        CaseClock c = new CaseClock();
        c.id = UUID.randomUUID();
        c.caseId = caseId;
        c.seq = newSeq;
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
        c.state = state;
        c.pausedAt = pausedAt;
        c.pauses = pauses;
        state = ClockState.SUPERSEDED;
        nextFireAt = null;
        return c;
    }

    private void count(WorkCalendar calendar) {
        Counting counting = new Counting(calendar);
        dueAt = counting.due(unit, rest, countFrom);
        dueOn = Counting.dueOn(dueAt);
        yellowAt = counting.yellow(unit, total, dueAt);
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
    CaseClock resume(String endedRef, Instant at, int newSeq, WorkCalendar calendar) {
        pauses = ClockPause.write(pauses().stream()
                .map(p -> p.open() && (endedRef == null || p.ref().equals(endedRef)) ? p.ended(at) : p)
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
        Instant now = new Counting(calendar).due(unit, rest, countFrom);
        if (now.equals(dueAt)) {
            calendarVersion = calendar.version();
            provisional = calendar.provisional(WorkCalendar.legalDate(countFrom), dueOn);
            return this;
        }
        CaseClock c = next(newSeq);
        c.count(calendar);
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
        Instant end = stoppedAt != null ? stoppedAt : pausedAt != null ? pausedAt : now;
        return !end.isBefore(dueAt);
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

    ClockView view(Instant now, WorkCalendar calendar) {
        Instant until = stoppedAt != null ? stoppedAt : pausedAt != null ? pausedAt : now;
        int used = total - rest + new Counting(calendar).used(unit, countFrom, until);
        return new ClockView(
                kind,
                ref,
                unit,
                limit(),
                WorkCalendar.legalDate(startedAt),
                dueOn,
                dueAt,
                stoppedAt == null ? null : WorkCalendar.legalDate(stoppedAt),
                state,
                light(now),
                unit == LimitUnit.HOUR ? used / 60 : used,
                extendedBy,
                late(now),
                provisional,
                basis,
                pauses());
    }
}
