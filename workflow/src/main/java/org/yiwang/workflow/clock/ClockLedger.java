package org.yiwang.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.platform.Refusal;

/**
 * 时限账: all clocks of one case, kept while the case row is locked. The moments of the case start and stop them as the
 * item's limits say; nothing is deleted and no due date is overwritten.
 *
 * <ul>
 *   <li>A correction before acceptance stops what had begun with the submission and starts the applicant's clock; what
 *       he supplies starts it again from the day he did.
 *   <li>A special procedure rests the legal clock, the promise and the steps, and starts its own.
 * </ul>
 */
public final class ClockLedger {

    private final long caseId;
    private final List<CaseClock> rows;
    private final List<TimeLimit> limits;
    private final WorkCalendar calendar;
    private final Set<CaseClock> changed = new LinkedHashSet<>();

    private ClockLedger(long caseId, List<CaseClock> rows, List<TimeLimit> limits, WorkCalendar calendar) {
        this.caseId = caseId;
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparingInt(CaseClock::seq));
        this.limits = List.copyOf(limits);
        this.calendar = calendar;
    }

    /** Takes all rows of the case, in any order; none for a new case. */
    public static ClockLedger of(long caseId, List<CaseClock> rows, List<TimeLimit> limits, WorkCalendar calendar) {
        return new ClockLedger(caseId, rows, limits, calendar);
    }

    // ---- moments

    /** A moment of the case comes: stops the clocks that end with it, then starts those that begin with it. */
    public void on(CaseMoment moment, Instant at) {
        on(moment, at, at);
    }

    /**
     * The same when what it starts counts from an earlier day: acceptance after a correction counts from the day the
     * last material came, deemed acceptance from the day of receipt.
     */
    public void on(CaseMoment moment, Instant at, Instant countsFrom) {
        if (moment == CaseMoment.CORRECTION_ISSUED && !acceptanceDecided()) {
            stopWhere(c -> beganWithSubmission(c.startRule()), at, moment);
        }
        if (moment == CaseMoment.ACCEPTED) {
            stopWhere(c -> c.kind() == ClockKind.ACCEPT, at, moment);
        }
        for (TimeLimit limit : limits) {
            if (limit.endEvent() == moment) {
                ClockKind kind = ClockKind.of(limit.kind());
                stopWhere(c -> c.kind() == kind, at, moment);
            }
        }
        for (TimeLimit limit : limits) {
            boolean again = moment == CaseMoment.CORRECTION_SUPPLIED
                    && beganWithSubmission(limit.startEvent())
                    && !acceptanceDecided();
            if (limit.startEvent() == moment || again) {
                begin(limit, moment, countsFrom);
            }
        }
    }

    private static boolean beganWithSubmission(CaseMoment moment) {
        return moment == CaseMoment.SUBMITTED
                || moment == CaseMoment.RECEIVED
                || moment == CaseMoment.CORRECTION_SUPPLIED;
    }

    /** After acceptance the clocks that began with the submission are no longer the applicant's to restart. */
    private boolean acceptanceDecided() {
        return rows.stream().anyMatch(c -> c.startRule() == CaseMoment.ACCEPTED || c.stopRule() == CaseMoment.ACCEPTED);
    }

    private void begin(TimeLimit limit, CaseMoment moment, Instant from) {
        ClockKind kind = ClockKind.of(limit.kind());
        if (running(kind, "").isEmpty()) {
            begin(kind, "", moment, limit.span(), limit.basis(), from);
        }
    }

    private void begin(ClockKind kind, String ref, CaseMoment rule, Span limit, String basis, Instant from) {
        int run = 1
                + (int) rows.stream()
                        .filter(c -> c.kind() == kind && c.ref().equals(ref))
                        .mapToInt(CaseClock::run)
                        .distinct()
                        .count();
        add(CaseClock.begin(caseId, nextSeq(), kind, ref, run, rule, limit, basis, from, calendar));
    }

    /** Stops a kind whatever the limits say, such as the legal clock that runs until issuing when nothing is issued. */
    public void stop(ClockKind kind, Instant at) {
        stopWhere(c -> c.kind() == kind, at, null);
    }

    /** The case is over. */
    public void stopAll(Instant at) {
        stopWhere(c -> true, at, null);
    }

    private void stopWhere(Predicate<CaseClock> which, Instant at, CaseMoment moment) {
        for (CaseClock clock : rows) {
            if (clock.active() && which.test(clock)) {
                clock.stop(at, moment);
                changed.add(clock);
            }
        }
    }

    // ---- steps and special procedures

    /** A step of the process begins. */
    public void startStep(String step, Span limit, Instant at) {
        if (running(ClockKind.STEP, step).isEmpty()) {
            begin(ClockKind.STEP, step, null, limit, "", at);
        }
    }

    public void stopStep(String step, Instant at) {
        stopWhere(c -> c.kind() == ClockKind.STEP && c.ref().equals(step), at, null);
    }

    /** 启动特别程序: the time told to the applicant runs, the office's rests. */
    public void startSpecial(String ref, Span told, String basis, Instant at) {
        pause(SuspendKind.SPECIAL, ref, basis, at);
        if (running(ClockKind.SPECIAL, ref).isEmpty()) {
            begin(ClockKind.SPECIAL, ref, null, told, basis, at);
        }
    }

    public void startSpecial(String ref, LimitUnit unit, int value, String basis, Instant at) {
        startSpecial(ref, new Span(value, unit), basis, at);
    }

    /** 特别程序结束: time goes on if no other reason to rest is left. */
    public void endSpecial(String ref, Instant at) {
        stopWhere(c -> c.kind() == ClockKind.SPECIAL && c.ref().equals(ref), at, null);
        resume(ref, at);
    }

    // ---- pauses

    /** Time rests for a reason that occurs once at a time. */
    public void pause(SuspendKind reason, String basis, Instant at) {
        pause(reason, reason.name(), basis, at);
    }

    /** Time rests; reasons may overlap and are told apart by {@code ref}. */
    public void pause(SuspendKind reason, String ref, String basis, Instant at) {
        for (CaseClock clock : rows) {
            boolean there =
                    clock.pauses().stream().anyMatch(p -> p.open() && p.ref().equals(ref));
            if (clock.active() && clock.kind().restsFor(reason) && !there) {
                clock.pause(new ClockPause(reason, ref, basis, at, null));
                changed.add(clock);
            }
        }
    }

    /** Ends every pause. */
    public void resume(Instant at) {
        resume(null, at);
    }

    /** Ends one reason to rest. */
    public void resume(String ref, Instant at) {
        for (CaseClock clock : List.copyOf(rows)) {
            if (clock.state() == ClockState.PAUSED) {
                replace(clock, clock.resume(ref, at, nextSeq(), calendar));
            }
        }
    }

    // ---- other changes of a due date

    /**
     * 延期: once, within the limit itself, by what the item allows.
     *
     * @throws Refusal CONFLICT when the item allows none, it was used already, nothing runs or the limit is over
     */
    public void extend(LimitKind kind, Instant at) {
        Extension by = limits.stream()
                .filter(l -> l.kind() == kind)
                .findFirst()
                .flatMap(TimeLimit::extension)
                .orElseThrow(() -> Refusal.conflict("NO_EXTENSION", "该事项的这项时限不允许延长。"));
        CaseClock clock = running(ClockKind.of(kind), "")
                .orElseThrow(() -> Refusal.conflict("CLOCK_NOT_RUNNING", "这项时限没有在计时，不能延长。"));
        if (clock.extendedBy() > 0) {
            throw Refusal.conflict("EXTENDED_ALREADY", "这项时限已经延长过一次，不能再次延长。");
        }
        if (clock.late(at)) {
            throw Refusal.conflict("EXTENSION_TOO_LATE", "延期须在原期限内批准，原期限已过。");
        }
        if (by.unit() != clock.unit()) {
            throw new IllegalStateException("extension of " + kind + " must be in " + clock.unit());
        }
        replace(clock, clock.extend(by.value(), nextSeq(), calendar));
    }

    /** 重算: counts what still runs again, after an official calendar came in. */
    public void recount() {
        for (CaseClock clock : List.copyOf(rows)) {
            if (clock.state() == ClockState.RUNNING && clock.calendarVersion() != calendar.version()) {
                replace(clock, clock.recount(nextSeq(), calendar));
            }
        }
    }

    // ---- what is there

    /** All rows, the newest last. */
    public List<CaseClock> rows() {
        return List.copyOf(rows);
    }

    /** Rows that are new or changed and must be written. */
    public List<CaseClock> changes() {
        return List.copyOf(changed);
    }

    /** The clock of a kind that runs or rests now. */
    public Optional<CaseClock> running(ClockKind kind) {
        return rows.stream().filter(c -> c.active() && c.kind() == kind).findFirst();
    }

    private Optional<CaseClock> running(ClockKind kind, String ref) {
        return rows.stream()
                .filter(c -> c.active() && c.kind() == kind && c.ref().equals(ref))
                .findFirst();
    }

    /** Every clock as it stands, worst light first; earlier dates of the same clock are left out. */
    public List<ClockView> view(Instant now) {
        return rows.stream()
                .filter(c -> c.state() != ClockState.SUPERSEDED)
                .map(c -> c.view(now, calendar))
                .sorted(Comparator.comparing(ClockView::light).thenComparing(ClockView::dueAt))
                .toList();
    }

    /** The same at the beginning of a day. */
    public List<ClockView> view(LocalDate today) {
        return view(today.atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    /** The light of the case: the worst of the clocks the office is judged by; blue while only the applicant's run. */
    public TrafficLight light(Instant now) {
        List<TrafficLight> judged = rows.stream()
                .filter(c -> c.active() && c.kind().judged())
                .map(c -> c.light(now))
                .toList();
        boolean waits = judged.isEmpty() && rows.stream().anyMatch(CaseClock::active);
        return waits ? TrafficLight.BLUE : TrafficLight.worst(judged);
    }

    /** The dates lists keep for the case. */
    public Lights lights() {
        List<Lights> judged = rows.stream()
                .filter(c -> c.active() && c.kind().judged())
                .map(Lights::of)
                .toList();
        boolean waits = judged.isEmpty() && rows.stream().anyMatch(CaseClock::active);
        return waits ? new Lights(null, null, null, true) : Lights.worst(judged);
    }

    /** Whether the office's time rests. */
    public boolean paused() {
        return lights().paused();
    }

    private int nextSeq() {
        return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).seq() + 1;
    }

    private void add(CaseClock clock) {
        rows.add(clock);
        changed.add(clock);
    }

    private void replace(CaseClock before, CaseClock after) {
        changed.add(before);
        if (after != before) {
            add(after);
        }
    }
}
