package org.yiwang.workflow.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.platform.Refusal;

/** 时限账性质: whatever happens in whatever order, these stay true. The seeds are fixed: a failure can be seen again. */
class ClockSequencesTest {

    private static final int SEQUENCES = 3_000;
    private static final int STEPS = 25;
    private static final List<LimitUnit> UNITS =
            List.of(LimitUnit.WORKDAY, LimitUnit.CALENDAR_DAY, LimitUnit.MONTH, LimitUnit.HOUR, LimitUnit.WORKING_HOUR);
    private static final WorkCalendar CALENDAR = new Calendars().country();
    private static final WorkCalendar NEWER = newer();

    /** 一段经历: one case, what happens to it at random, and what was seen of it before. */
    private static final class Life {

        private final Random random;
        private final List<TimeLimit> limits;
        private final Map<UUID, String> told = new HashMap<>();
        private final List<UUID> order = new ArrayList<>();
        private ClockLedger ledger;
        private Instant now = Instant.parse("2025-11-03T01:30:00Z");

        Life(long seed) {
            random = new Random(seed);
            limits = List.of(
                    limit(LimitKind.ACCEPT, CaseMoment.SUBMITTED, CaseMoment.ACCEPTED),
                    limit(LimitKind.CORRECTION, CaseMoment.CORRECTION_ISSUED, CaseMoment.CORRECTION_SUPPLIED),
                    limit(LimitKind.LEGAL, CaseMoment.ACCEPTED, CaseMoment.DECIDED),
                    limit(LimitKind.PROMISE, CaseMoment.ACCEPTED, CaseMoment.DECIDED),
                    limit(LimitKind.DELIVER, CaseMoment.DECIDED, CaseMoment.DELIVERED));
            ledger = ClockLedger.of(7, List.of(), limits, CALENDAR);
        }

        private TimeLimit limit(LimitKind kind, CaseMoment start, CaseMoment end) {
            LimitUnit unit = UNITS.get(random.nextInt(UNITS.size()));
            int value = 1 + random.nextInt(unit == LimitUnit.MONTH ? 3 : 30);
            Optional<Extension> by = random.nextBoolean()
                    ? Optional.of(new Extension(1 + random.nextInt(10), unit, Extension.DEPARTMENT_HEAD))
                    : Optional.empty();
            return new TimeLimit(kind, value, unit, start, end, "", by, Optional.empty(), random.nextBoolean());
        }

        void step() {
            now = now.plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60)));
            String ref = "r" + random.nextInt(3);
            switch (random.nextInt(13)) {
                case 0 -> ledger.on(CaseMoment.SUBMITTED, now);
                case 1 -> ledger.on(CaseMoment.CORRECTION_ISSUED, now);
                case 2 -> ledger.on(CaseMoment.CORRECTION_SUPPLIED, now);
                case 3 -> ledger.on(CaseMoment.ACCEPTED, now);
                case 4 -> ledger.on(CaseMoment.DECIDED, now);
                case 5 -> ledger.startSpecial(ref, new Span(1 + random.nextInt(20), LimitUnit.WORKDAY), "", now);
                case 6 -> ledger.endSpecial(ref, now);
                case 7 -> ledger.pause(anyReason(), ref + "p", "", now);
                case 8 -> ledger.resume(ref + "p", now);
                case 9 -> ledger.startStep(ref, new Span(1 + random.nextInt(5), LimitUnit.WORKDAY), now);
                case 10 -> ledger.stopStep(ref, now);
                case 11 -> extend();
                default -> reload();
            }
        }

        private SuspendKind anyReason() {
            return SuspendKind.values()[random.nextInt(SuspendKind.values().length)];
        }

        private void extend() {
            try {
                ledger.extend(random.nextBoolean() ? LimitKind.LEGAL : LimitKind.PROMISE, now);
            } catch (Refusal refused) {
                assertTrue(refused.code().matches("[A-Z_]+"));
            }
        }

        /** From the database again, now and then under a newer calendar. */
        private void reload() {
            ledger = ClockLedger.of(7, ledger.rows(), limits, random.nextInt(3) == 0 ? NEWER : CALENDAR);
            if (random.nextBoolean()) {
                ledger.recount();
            }
        }

        void check() {
            List<CaseClock> rows = ledger.rows();
            for (int i = 0; i < rows.size(); i++) {
                CaseClock row = rows.get(i);
                assertEquals(i + 1, row.seq(), "rows are numbered as they came");
                assertFalse(row.dueAt().isBefore(row.startedAt()), "due before it began: " + row.kind());
                assertTrue(row.used(now, CALENDAR) >= 0, "used less than nothing: " + row.kind());
                assertFalse(row.nextFireAt() != null && !row.active(), "looked at after its end");
                String due = row.dueOn() + " " + row.dueAt();
                assertEquals(due, told.computeIfAbsent(row.id(), id -> due), "a due date was overwritten");
            }
            order.forEach(id -> assertTrue(rows.stream().anyMatch(r -> r.id().equals(id)), "a row was lost"));
            assertEquals(
                    order, rows.stream().limit(order.size()).map(CaseClock::id).toList());
            order.clear();
            rows.forEach(r -> order.add(r.id()));
            rows.stream()
                    .filter(r -> r.state() == ClockState.RUNNING)
                    .forEach(r -> assertTrue(r.pauses().stream().noneMatch(ClockPause::open), "runs while it rests"));
        }
    }

    private static WorkCalendar newer() {
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(new CalendarYear(
                "CN",
                2027,
                true,
                1,
                "通知",
                List.of(
                        new CalendarDay(LocalDate.parse("2026-12-31"), CalendarDay.Type.HOLIDAY, "元旦"),
                        new CalendarDay(LocalDate.parse("2027-01-01"), CalendarDay.Type.HOLIDAY, "元旦"))));
        return new WorkCalendar("CN", years);
    }

    @Test
    void noDueDateIsOverwrittenNoTimeIsNegativeAndNoRowIsLost() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < STEPS; i++) {
                life.step();
                life.check();
            }
        }
    }

    @Test
    void nothingRunsAfterTheEnd() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < STEPS; i++) {
                life.step();
            }
            life.ledger.stopAll(life.now);
            assertTrue(life.ledger.rows().stream().noneMatch(CaseClock::active));
            assertTrue(life.ledger.rows().stream().allMatch(c -> c.nextFireAt() == null));
            assertTrue(life.ledger.rows().stream()
                    .filter(c -> c.state() == ClockState.STOPPED)
                    .flatMap(c -> c.pauses().stream())
                    .noneMatch(ClockPause::open));
            assertEquals(TrafficLight.GREY, life.ledger.light(life.now));
        }
    }

    @Test
    void countingAgainByTheSameCalendarChangesNothing() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < STEPS; i++) {
                life.step();
            }
            ClockLedger once = ClockLedger.of(7, life.ledger.rows(), life.limits, NEWER);
            once.recount();
            ClockLedger twice = ClockLedger.of(7, once.rows(), life.limits, NEWER);
            twice.recount();
            assertTrue(twice.changes().isEmpty(), "seed " + seed);
        }
    }

    @Test
    void askingWhatWouldBeChangesNothing() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Life life = new Life(seed);
            for (int i = 0; i < STEPS; i++) {
                life.step();
                List<ClockView> before = life.ledger.view(life.now);
                IfNow asked = life.ledger.ifNow(life.now);
                asked.accepted();
                asked.answered();
                asked.ended();
                assertEquals(before, life.ledger.view(life.now));
            }
        }
    }

    /** Workdays of the pauses' union, however they overlap, are left out exactly once. */
    @Test
    @DisplayName("特别程序嵌套/并行两个 → 停表取并集,不重复扣减")
    void overlappingPausesAreDeductedOnce() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            LocalDate start = LocalDate.parse("2026-03-02").plusDays(random.nextInt(200));
            LocalDate begin = start.plusDays(1 + random.nextInt(5));
            int limit = 40;
            ClockLedger ledger = ClockLedger.of(
                    1,
                    List.of(),
                    List.of(new TimeLimit(
                            LimitKind.LEGAL,
                            limit,
                            LimitUnit.WORKDAY,
                            CaseMoment.ACCEPTED,
                            CaseMoment.DECIDED,
                            "",
                            Optional.empty())),
                    CALENDAR);
            ledger.on(CaseMoment.ACCEPTED, noon(start));
            // Several pauses that hang together: each begins before the first one of those open ends.
            int pauses = 1 + random.nextInt(4);
            List<LocalDate> ends = new ArrayList<>();
            LocalDate last = begin.plusDays(pauses + random.nextInt(10));
            for (int i = 0; i < pauses; i++) {
                ledger.pause(SuspendKind.SPECIAL, "p" + i, "", noon(begin.plusDays(i)));
                ends.add(last.plusDays(random.nextInt(15)));
            }
            LocalDate end = begin;
            for (LocalDate day = begin; !day.isAfter(last.plusDays(15)); day = day.plusDays(1)) {
                for (int i = 0; i < pauses; i++) {
                    if (ends.get(i).equals(day)) {
                        ledger.resume("p" + i, noon(day));
                        end = day;
                    }
                }
            }
            int used = CALENDAR.workdaysBetween(start, begin);
            assertEquals(
                    CALENDAR.rollForward(CALENDAR.addWorkdays(end, limit - used)),
                    ledger.running(ClockKind.LEGAL).orElseThrow().dueOn(),
                    "seed " + seed);
        }
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}
