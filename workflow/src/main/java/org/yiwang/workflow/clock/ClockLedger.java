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
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.Warning;
import org.yiwang.forms.platform.Refusal;

/**
 * 时限账: all clocks of one case, kept while the case row is locked. The moments of the case start and stop them as the
 * item's limits say; nothing is deleted and no due date is overwritten.
 *
 * <ul>
 *   <li>A correction before acceptance stops what had begun with the submission and starts the applicant's clock; what
 *       he supplies starts it again from the day he did.
 *   <li>A special procedure rests the legal clock, the promise and the steps, and starts its own.
 *   <li>A correction in review rests only what the item says; a step rests with the clocks of its case.
 * </ul>
 */
public final class ClockLedger {

    private final long caseId;
    private final List<CaseClock> rows;
    private final List<TimeLimit> limits;
    private final WorkCalendar calendar;
    private final Warnings warnings;
    private final Set<CaseClock> changed = new LinkedHashSet<>();

    private ClockLedger(
            long caseId, List<CaseClock> rows, List<TimeLimit> limits, WorkCalendar calendar, Warnings warnings) {
        this.caseId = caseId;
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparingInt(CaseClock::seq));
        this.limits = List.copyOf(limits);
        this.calendar = calendar;
        this.warnings = warnings;
    }

    /** Takes all rows of the case, in any order; none for a new case. */
    public static ClockLedger of(long caseId, List<CaseClock> rows, List<TimeLimit> limits, WorkCalendar calendar) {
        return of(caseId, rows, limits, calendar, Warnings.USUAL);
    }

    /** The same in a city that warns earlier or later than usual. */
    public static ClockLedger of(
            long caseId, List<CaseClock> rows, List<TimeLimit> limits, WorkCalendar calendar, Warnings warnings) {
        return new ClockLedger(caseId, rows, limits, calendar, warnings);
    }

    /** The same ledger once more: what happens in it is played through and kept by nobody. */
    ClockLedger rehearsal() {
        return new ClockLedger(caseId, rows.stream().map(CaseClock::copy).toList(), limits, calendar, warnings);
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
            boolean begins =
                    limit.startEvent() == moment && !ClockKind.of(limit.kind()).onPromise();
            if (begins || again) {
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
    boolean acceptanceDecided() {
        return rows.stream().anyMatch(c -> c.startRule() == CaseMoment.ACCEPTED || c.stopRule() == CaseMoment.ACCEPTED);
    }

    private void begin(TimeLimit limit, CaseMoment moment, Instant from) {
        ClockKind kind = ClockKind.of(limit.kind());
        if (running(kind, "").isEmpty()) {
            begin(new CaseClock.Begin(
                    kind, "", moment, limit.span(), limit.basis(), warnings.of(kind, Optional.of(limit)), from));
        }
    }

    private CaseClock begin(CaseClock.Begin begin) {
        int run = 1
                + (int) rows.stream()
                        .filter(c -> c.kind() == begin.kind() && c.ref().equals(begin.ref()))
                        .mapToInt(CaseClock::run)
                        .distinct()
                        .count();
        CaseClock clock = CaseClock.begin(caseId, nextSeq(), run, begin, calendar);
        add(clock);
        return clock;
    }

    /** Stops a kind whatever the limits say, such as the legal clock that runs until issuing when nothing is issued. */
    public void stop(ClockKind kind, Instant at) {
        stopWhere(c -> c.kind() == kind, at, null);
    }

    /** Stops one of several clocks of a kind. */
    public void stop(ClockKind kind, String ref, Instant at) {
        stopWhere(c -> c.kind() == kind && c.ref().equals(ref), at, null);
    }

    /** The case is over: what was promised may still be checked, and a licence still expires. */
    public void close(Instant at) {
        stopWhere(c -> !c.kind().outlivesTheCase(), at, null);
    }

    /** The case is over and nothing is left of it. */
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

    // ---- clocks started by name

    /** Starts a clock of any kind by name, unless it runs; {@code ref} tells several of a kind apart. */
    public void start(ClockKind kind, String ref, Span limit, String basis, Instant at) {
        start(kind, ref, limit, basis, warnings.of(kind, limitOf(kind)), at);
    }

    /** The same with a warning of its own, such as that of a licence a month before it expires. */
    public void start(ClockKind kind, String ref, Span limit, String basis, Warning warning, Instant at) {
        if (running(kind, ref).isEmpty()) {
            begin(new CaseClock.Begin(kind, ref, null, limit, basis, warning, at));
        }
    }

    /** A step of the process begins; it rests at once when the case does. */
    public void startStep(String step, Span limit, Instant at) {
        if (running(ClockKind.STEP, step).isPresent()) {
            return;
        }
        CaseClock clock = begin(new CaseClock.Begin(
                ClockKind.STEP, step, null, limit, "", warnings.of(ClockKind.STEP, Optional.empty()), at));
        parents().filter(c -> c.state() == ClockState.PAUSED).findFirst().ifPresent(parent -> parent.pauses().stream()
                .filter(ClockPause::open)
                .map(p -> ClockPause.begin(p.reason(), p.ref(), p.basis(), at).approved(p.approvedBy(), p.document()))
                .forEach(clock::pause));
    }

    public void stopStep(String step, Instant at) {
        stop(ClockKind.STEP, step, at);
    }

    /** 启动特别程序: the time told to the applicant runs, the office's rests. */
    public void startSpecial(String ref, Span told, String basis, Instant at) {
        startSpecial(ClockPause.begin(SuspendKind.SPECIAL, ref, basis, at), told);
    }

    /** The same with who started it and the letter that tells of it. */
    public void startSpecial(ClockPause pause, Span told) {
        pause(pause);
        start(ClockKind.SPECIAL, pause.ref(), told, pause.basis(), pause.from());
    }

    /** 补充告知: a special procedure takes longer than was told; the day told before stays on record. */
    public void prolongSpecial(String ref, int by) {
        CaseClock clock = running(ClockKind.SPECIAL, ref)
                .orElseThrow(() -> new IllegalStateException("no special procedure " + ref + " runs"));
        replace(clock, clock.extend(by, nextSeq(), calendar));
    }

    /** 特别程序结束: time goes on if no other reason to rest is left. */
    public void endSpecial(String ref, Instant at) {
        stop(ClockKind.SPECIAL, ref, at);
        resume(ref, at);
    }

    // ---- pauses

    /** Time rests for a reason that occurs once at a time. */
    public void pause(SuspendKind reason, String basis, Instant at) {
        pause(reason, reason.name(), basis, at);
    }

    /** Time rests; reasons may overlap and are told apart by {@code ref}. */
    public void pause(SuspendKind reason, String ref, String basis, Instant at) {
        pause(ClockPause.begin(reason, ref, basis, at));
    }

    /** The same with who approved it and the letter that tells of it. */
    public void pause(ClockPause pause) {
        rows.forEach(clock -> pause(clock, pause));
    }

    /** One step alone rests, such as the one that may not decide before a publicity is over; the case goes on. */
    public void pauseStep(String step, ClockPause pause) {
        running(ClockKind.STEP, step).ifPresent(clock -> pause(clock, pause));
    }

    private void pause(CaseClock clock, ClockPause pause) {
        boolean there =
                clock.pauses().stream().anyMatch(p -> p.open() && p.ref().equals(pause.ref()));
        if (clock.active() && rests(clock, pause.reason()) && !there) {
            clock.pause(pause);
            changed.add(clock);
        }
    }

    /** 预计: the ledger as it will stand if nothing rests any more from then on; kept by nobody. */
    public ClockLedger expected(Instant then) {
        ClockLedger played = rehearsal();
        played.resume(then);
        return played;
    }

    private boolean rests(CaseClock clock, SuspendKind reason) {
        if (reason != SuspendKind.CORRECTION) {
            return clock.kind().restsFor(reason);
        }
        return clock.kind() == ClockKind.STEP
                ? parents().anyMatch(parent -> rests(parent, reason))
                : limitOf(clock.kind()).map(TimeLimit::restsForCorrection).orElse(false);
    }

    /** The clocks of the case with which its steps rest. */
    private Stream<CaseClock> parents() {
        return rows.stream().filter(c -> c.active() && c.kind().answers());
    }

    /** The limit by which the clock of a kind runs; of two stages with a limit each, that of the stage it began with. */
    private Optional<TimeLimit> limitOf(ClockKind kind) {
        Optional<CaseMoment> began = running(kind).map(CaseClock::startRule);
        List<TimeLimit> ofKind =
                limits.stream().filter(l -> ClockKind.of(l.kind()) == kind).toList();
        return ofKind.stream()
                .filter(l -> began.filter(moment -> moment == l.startEvent()).isPresent())
                .findFirst()
                .or(() -> ofKind.stream().findFirst());
    }

    /** Ends every pause. */
    public void resume(Instant at) {
        resume(pause -> true, at);
    }

    /** Ends one reason to rest. */
    public void resume(String ref, Instant at) {
        resume(pause -> pause.ref().equals(ref), at);
    }

    /** Ends every pause of a kind. */
    public void resume(SuspendKind reason, Instant at) {
        resume(pause -> pause.reason() == reason, at);
    }

    private void resume(Predicate<ClockPause> ending, Instant at) {
        for (CaseClock clock : List.copyOf(rows)) {
            if (clock.state() == ClockState.PAUSED) {
                replace(clock, clock.resume(ending, at, nextSeq(), calendar));
            }
        }
    }

    // ---- other changes of a due date

    /** Whether {@link #extend} would be lawful now. */
    public boolean mayExtend(LimitKind kind, Instant at) {
        return whyNotExtend(kind, at).isEmpty();
    }

    /**
     * 可否延期: what the item allows for this limit now.
     *
     * @throws Refusal CONFLICT when the item allows none, it was used already, nothing runs or the limit is over
     */
    public Extension extensible(LimitKind kind, Instant at) {
        whyNotExtend(kind, at).ifPresent(refusal -> {
            throw refusal;
        });
        return extensionOf(kind).orElseThrow();
    }

    /** 延期: once, within the limit itself, by what the item allows; refuses like {@link #extensible}. */
    public void extend(LimitKind kind, Instant at) {
        Extension by = extensible(kind, at);
        CaseClock clock = running(ClockKind.of(kind), "").orElseThrow();
        if (by.unit() != clock.unit()) {
            throw new IllegalStateException("extension of " + kind + " must be in " + clock.unit());
        }
        replace(clock, clock.extend(by.value(), nextSeq(), calendar));
    }

    /**
     * 顺延: one of several clocks of a kind, once, before it is over.
     *
     * @param by in the unit of the clock
     * @throws Refusal CONFLICT when it does not run, was extended already or is over
     */
    public void extend(ClockKind kind, String ref, int by, Instant at) {
        CaseClock clock =
                running(kind, ref).orElseThrow(() -> Refusal.conflict("CLOCK_NOT_RUNNING", "这项时限没有在计时，不能延长。"));
        if (clock.extendedBy() > 0) {
            throw Refusal.conflict("EXTENDED_ALREADY", "这项时限已经延长过一次，不能再次延长。");
        }
        if (clock.late(at)) {
            throw Refusal.conflict("EXTENSION_TOO_LATE", "延期须在原期限内批准，原期限已过。");
        }
        replace(clock, clock.extend(by, nextSeq(), calendar));
    }

    private Optional<Refusal> whyNotExtend(LimitKind kind, Instant at) {
        Optional<CaseClock> clock = running(ClockKind.of(kind), "");
        if (extensionOf(kind).isEmpty()) {
            return Optional.of(Refusal.conflict("NO_EXTENSION", "该事项的这项时限不允许延长。"));
        }
        if (clock.isEmpty()) {
            return Optional.of(Refusal.conflict("CLOCK_NOT_RUNNING", "这项时限没有在计时，不能延长。"));
        }
        if (clock.get().extendedBy() > 0) {
            return Optional.of(Refusal.conflict("EXTENDED_ALREADY", "这项时限已经延长过一次，不能再次延长。"));
        }
        return clock.get().late(at)
                ? Optional.of(Refusal.conflict("EXTENSION_TOO_LATE", "延期须在原期限内批准，原期限已过。"))
                : Optional.empty();
    }

    private Optional<Extension> extensionOf(LimitKind kind) {
        return limitOf(ClockKind.of(kind)).flatMap(TimeLimit::extension);
    }

    /**
     * 纠偏: an interval that should have rested is given back to every clock of the office that rests for that reason; a
     * failure of the platform to all of them. Approved by a supervisor, never by whoever has the work.
     *
     * @throws Refusal CONFLICT when the interval rested already, or took nothing of any clock
     */
    public void correct(ClockPause missed, Instant at) {
        boolean changes = false;
        for (CaseClock clock : List.copyOf(rows)) {
            boolean rests = clock.kind().judged()
                    && (missed.reason() == SuspendKind.GENERAL || clock.kind().restsFor(missed.reason()));
            if (clock.state() == ClockState.SUPERSEDED || !rests) {
                continue;
            }
            if (clock.pauses().stream().anyMatch(pause -> pause.overlaps(missed))) {
                throw Refusal.conflict("RESTED_ALREADY", "这段时间已经暂停计时，不能再次扣除。");
            }
            CaseClock corrected = clock.correct(missed, at, nextSeq(), calendar);
            if (corrected != clock) {
                replace(clock, corrected);
                changes = true;
            }
        }
        if (!changes) {
            throw Refusal.conflict("NOTHING_TO_CORRECT", "这段时间没有计入任何办理时限，无需纠偏。");
        }
    }

    /** 重算: counts what still runs or rests again, after another calendar came in; again by the same changes nothing. */
    public void recount() {
        for (CaseClock clock : List.copyOf(rows)) {
            if (clock.active() && clock.calendarVersion() != calendar.version()) {
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

    /** The same where there may be several, such as those of steps. */
    public Optional<CaseClock> running(ClockKind kind, String ref) {
        return rows.stream()
                .filter(c -> c.active() && c.kind() == kind && c.ref().equals(ref))
                .findFirst();
    }

    /** Every clock as it stands, worst light first; earlier dates of the same clock are told with it. */
    public List<ClockView> view(Instant now) {
        return reading().view(now, calendar);
    }

    /** The same at the beginning of a day. */
    public List<ClockView> view(LocalDate today) {
        return view(today.atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    /** The clock by which the applicant has his answer: the earlier of promise and law. */
    public Optional<CaseClock> answer() {
        return reading().answer();
    }

    /** What would be if it happened now. */
    public IfNow ifNow(Instant now) {
        return new IfNow(this, now);
    }

    /** The light of the case: the worst of the clocks the office is judged by; blue while only the applicant's run. */
    public TrafficLight light(Instant now) {
        return reading().light(now);
    }

    /** The dates lists keep for the case. */
    public Lights lights() {
        return reading().lights();
    }

    /** Whether the office's time rests. */
    public boolean paused() {
        return lights().paused();
    }

    private ClockReading reading() {
        return new ClockReading(rows);
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
