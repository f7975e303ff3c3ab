package org.yiwang.workflow.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.platform.Refusal;

class ClockLedgerTest {

    private static final TimeLimit ACCEPT =
            limit(LimitKind.ACCEPT, 5, LimitUnit.WORKDAY, CaseMoment.SUBMITTED, CaseMoment.ACCEPTED);
    private static final TimeLimit CORRECTION = limit(
            LimitKind.CORRECTION,
            15,
            LimitUnit.CALENDAR_DAY,
            CaseMoment.CORRECTION_ISSUED,
            CaseMoment.CORRECTION_SUPPLIED);
    private static final TimeLimit LEGAL = new TimeLimit(
            LimitKind.LEGAL,
            20,
            LimitUnit.WORKDAY,
            CaseMoment.ACCEPTED,
            CaseMoment.DECIDED,
            "行政许可法第四十二条",
            Optional.of(new Extension(10, LimitUnit.WORKDAY, "DEPARTMENT_HEAD")));
    private static final TimeLimit PROMISE =
            limit(LimitKind.PROMISE, 5, LimitUnit.WORKDAY, CaseMoment.ACCEPTED, CaseMoment.DECIDED);
    private static final TimeLimit DELIVER =
            limit(LimitKind.DELIVER, 10, LimitUnit.WORKDAY, CaseMoment.DECIDED, CaseMoment.DELIVERED);

    private final WorkCalendar calendar = new Calendars().country();
    private final ClockLedger ledger =
            ClockLedger.of(1, List.of(), List.of(ACCEPT, CORRECTION, LEGAL, PROMISE, DELIVER), calendar);

    private static TimeLimit limit(LimitKind kind, int value, LimitUnit unit, CaseMoment start, CaseMoment end) {
        return new TimeLimit(kind, value, unit, start, end, "", Optional.empty());
    }

    private static Instant at(String day) {
        return at(day, "10:00");
    }

    private static Instant at(String day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(WorkCalendar.ZONE).toInstant();
    }

    private void due(ClockKind kind, String expected) {
        assertEquals(
                LocalDate.parse(expected), ledger.running(kind).orElseThrow().dueOn());
    }

    private void accepted(String day) {
        ledger.on(CaseMoment.SUBMITTED, at(day));
        ledger.on(CaseMoment.ACCEPTED, at(day));
    }

    private TrafficLight light(ClockKind kind, Instant now) {
        return ledger.running(kind).orElseThrow().light(now);
    }

    // ---- moments

    @Test
    void submissionStartsTheAcceptanceClock() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-02-13"));
        due(ClockKind.ACCEPT, "2026-02-27");
        assertEquals(1, ledger.rows().size());
    }

    @Test
    void whatComesInLateInTheEveningCountsAsThatDayInShanghai() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02", "23:59"));
        due(ClockKind.ACCEPT, "2026-03-09");
    }

    @Test
    void aClockThatRunsIsNotStartedAgain() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-03"));
        assertEquals(1, ledger.rows().size());
    }

    @Test
    void acceptanceStopsItsClockAndStartsLegalAndPromise() {
        accepted("2026-03-02");
        assertTrue(ledger.running(ClockKind.ACCEPT).isEmpty());
        due(ClockKind.LEGAL, "2026-03-30");
        due(ClockKind.PROMISE, "2026-03-09");
    }

    @Test
    void decisionStopsBothAndStartsDelivery() {
        accepted("2026-03-02");
        ledger.on(CaseMoment.DECIDED, at("2026-03-06"));
        assertTrue(ledger.running(ClockKind.LEGAL).isEmpty());
        assertTrue(ledger.running(ClockKind.PROMISE).isEmpty());
        due(ClockKind.DELIVER, "2026-03-20");
        ledger.on(CaseMoment.DELIVERED, at("2026-03-10"));
        assertEquals(TrafficLight.GREY, ledger.light(at("2026-03-11")));
    }

    @Test
    void deemedAcceptanceCountsFromTheDayOfReceipt() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.ACCEPTED, at("2026-03-10", "00:00"), at("2026-03-02"));
        due(ClockKind.LEGAL, "2026-03-30");
    }

    @Test
    void theEndOfACaseStopsEverything() {
        accepted("2026-03-02");
        ledger.stopAll(at("2026-03-03"));
        assertTrue(ledger.rows().stream().noneMatch(CaseClock::active));
        assertTrue(ledger.rows().stream().allMatch(c -> c.nextFireAt() == null));
    }

    // ---- corrections

    @Test
    void aCorrectionStopsAcceptanceAndStartsTheApplicantsClock() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-04"));
        assertTrue(ledger.running(ClockKind.ACCEPT).isEmpty());
        due(ClockKind.CORRECTION, "2026-03-19");
        assertEquals(TrafficLight.BLUE, ledger.light(at("2026-03-05")));
        assertTrue(ledger.lights().paused());
    }

    @Test
    void whatIsSuppliedStartsAcceptanceAgainFromThatDay() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-04"));
        ledger.on(CaseMoment.CORRECTION_SUPPLIED, at("2026-03-10"));
        due(ClockKind.ACCEPT, "2026-03-17");
        assertEquals(2, ledger.running(ClockKind.ACCEPT).orElseThrow().run());
        assertTrue(ledger.running(ClockKind.CORRECTION).isEmpty());
    }

    @Test
    void acceptanceAfterACorrectionCountsFromTheDayTheLastMaterialCame() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-03"));
        ledger.on(CaseMoment.CORRECTION_SUPPLIED, at("2026-03-05"));
        ledger.on(CaseMoment.ACCEPTED, at("2026-03-09"), at("2026-03-05"));
        due(ClockKind.PROMISE, "2026-03-12");
    }

    @Test
    void aLegalClockThatBeganWithTheSubmissionStartsAgainWithTheSupply() {
        TimeLimit legal = limit(LimitKind.LEGAL, 15, LimitUnit.CALENDAR_DAY, CaseMoment.SUBMITTED, CaseMoment.ISSUED);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(ACCEPT, CORRECTION, legal), calendar);
        own.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        own.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-04"));
        assertTrue(own.running(ClockKind.LEGAL).isEmpty());
        own.on(CaseMoment.CORRECTION_SUPPLIED, at("2026-03-10"));
        assertEquals(
                LocalDate.parse("2026-03-25"),
                own.running(ClockKind.LEGAL).orElseThrow().dueOn());
        own.on(CaseMoment.ACCEPTED, at("2026-03-11"));
        own.on(CaseMoment.DECIDED, at("2026-03-12"));
        assertTrue(own.running(ClockKind.LEGAL).isPresent(), "runs on until issuing");
        own.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-12"));
        assertTrue(own.running(ClockKind.LEGAL).isPresent(), "a correction in review is no new beginning");
    }

    // ---- pauses

    @Test
    void aSpecialProcedureOfTenDaysLeavesTheRestForAfterwards() {
        accepted("2026-03-02");
        due(ClockKind.LEGAL, "2026-03-30");
        ledger.startSpecial("expert", new Span(30, LimitUnit.CALENDAR_DAY), "行政许可法第四十五条", at("2026-03-10"));
        ClockView resting = ledger.view(at("2026-03-18")).stream()
                .filter(v -> v.kind() == ClockKind.LEGAL)
                .findFirst()
                .orElseThrow();
        assertEquals(6, resting.usedDays());
        assertEquals(TrafficLight.BLUE, resting.light());
        ledger.endSpecial("expert", at("2026-03-20"));
        due(ClockKind.LEGAL, "2026-04-10");
        assertTrue(ledger.running(ClockKind.SPECIAL).isEmpty());
    }

    @Test
    void theOldDueDateStaysOnRecord() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-03-10"));
        ledger.resume(at("2026-03-20"));
        List<CaseClock> legal =
                ledger.rows().stream().filter(c -> c.kind() == ClockKind.LEGAL).toList();
        assertEquals(2, legal.size());
        assertEquals(ClockState.SUPERSEDED, legal.get(0).state());
        assertEquals(LocalDate.parse("2026-03-30"), legal.get(0).dueOn());
        assertNull(legal.get(0).nextFireAt());
        assertEquals(LocalDate.parse("2026-04-10"), legal.get(1).dueOn());
        assertEquals(legal.get(0).run(), legal.get(1).run());
        assertTrue(ledger.changes().containsAll(legal));
    }

    @Test
    void nestedProceduresRestTheClockOnce() {
        accepted("2026-03-02");
        ledger.startSpecial("a", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-10"));
        ledger.startSpecial("b", new Span(2, LimitUnit.WORKDAY), "", at("2026-03-12"));
        ledger.endSpecial("b", at("2026-03-13"));
        assertEquals(
                ClockState.PAUSED, ledger.running(ClockKind.LEGAL).orElseThrow().state());
        ledger.endSpecial("a", at("2026-03-20"));
        due(ClockKind.LEGAL, "2026-04-10");
    }

    @Test
    void overlappingProceduresRestFromTheFirstBeginningToTheLastEnd() {
        accepted("2026-03-02");
        ledger.startSpecial("a", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-10"));
        ledger.startSpecial("b", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-12"));
        ledger.endSpecial("a", at("2026-03-16"));
        assertEquals(
                ClockState.PAUSED, ledger.running(ClockKind.LEGAL).orElseThrow().state());
        ledger.endSpecial("b", at("2026-03-20"));
        due(ClockKind.LEGAL, "2026-04-10");
        assertEquals(2, ledger.running(ClockKind.LEGAL).orElseThrow().pauses().size());
    }

    @Test
    void twoPausesOneAfterTheOtherAddUp() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-03-04")); // 2 used
        ledger.resume(at("2026-03-09"));
        ledger.pause(SuspendKind.GENERAL, "", at("2026-03-11")); // 2 more
        ledger.resume(at("2026-03-16"));
        assertEquals(
                calendar.addWorkdays(LocalDate.parse("2026-03-16"), 16),
                ledger.running(ClockKind.LEGAL).orElseThrow().dueOn());
    }

    @Test
    void aPauseWithinOneDayMovesNothing() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-03-05", "09:00"));
        ledger.resume(at("2026-03-05", "17:00"));
        due(ClockKind.LEGAL, "2026-03-30");
    }

    @Test
    void aPauseOnTheLastDayEndsOnTheDayOfResumption() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-03-30"));
        ledger.resume(at("2026-04-04"));
        due(ClockKind.LEGAL, "2026-04-07");
    }

    @Test
    void restingDoesNotCureLateness() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-04-01"));
        assertEquals(TrafficLight.RED, light(ClockKind.LEGAL, at("2026-04-02")));
        ledger.resume(at("2026-04-20"));
        due(ClockKind.LEGAL, "2026-03-30");
        assertEquals(TrafficLight.RED, light(ClockKind.LEGAL, at("2026-04-20")));
    }

    @Test
    void naturalDaysRestLikeWorkdays() {
        TimeLimit legal = limit(LimitKind.LEGAL, 60, LimitUnit.CALENDAR_DAY, CaseMoment.ACCEPTED, CaseMoment.DECIDED);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(legal), calendar);
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        own.pause(SuspendKind.SPECIAL, "", at("2026-03-12")); // 10 used
        own.resume(at("2026-04-01"));
        assertEquals( // 04-01 + 50 = 05-21
                LocalDate.parse("2026-05-21"),
                own.running(ClockKind.LEGAL).orElseThrow().dueOn());
    }

    @Test
    void aCorrectionInReviewRestsThePromiseButNotTheLaw() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.CORRECTION, "", at("2026-03-03"));
        assertEquals(
                ClockState.PAUSED,
                ledger.running(ClockKind.PROMISE).orElseThrow().state());
        assertEquals(
                ClockState.RUNNING,
                ledger.running(ClockKind.LEGAL).orElseThrow().state());
    }

    @Test
    void stepsRestWithTheCase() {
        accepted("2026-03-02");
        ledger.startStep("review", new Span(3, LimitUnit.WORKDAY), at("2026-03-02"));
        ledger.startSpecial("a", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-03"));
        assertTrue(ledger.paused());
        ledger.endSpecial("a", at("2026-03-09"));
        due(ClockKind.STEP, "2026-03-11");
        ledger.stopStep("review", at("2026-03-10"));
        assertTrue(ledger.running(ClockKind.STEP).isEmpty());
    }

    // ---- extension

    @Test
    void anExtensionAddsToTheDueDateOnce() {
        accepted("2026-03-02");
        ledger.extend(LimitKind.LEGAL, at("2026-03-30"));
        assertEquals(
                calendar.addWorkdays(LocalDate.parse("2026-03-02"), 30),
                ledger.running(ClockKind.LEGAL).orElseThrow().dueOn());
        Refusal again = assertThrows(Refusal.class, () -> ledger.extend(LimitKind.LEGAL, at("2026-03-30")));
        assertEquals("EXTENDED_ALREADY", again.code());
    }

    @Test
    void anExtensionAfterTheLimitIsRefused() {
        accepted("2026-03-02");
        Refusal late = assertThrows(Refusal.class, () -> ledger.extend(LimitKind.LEGAL, at("2026-03-31", "00:00")));
        assertEquals("EXTENSION_TOO_LATE", late.code());
    }

    @Test
    void anExtensionTheItemDoesNotKnowIsRefused() {
        accepted("2026-03-02");
        assertEquals(
                "NO_EXTENSION",
                assertThrows(Refusal.class, () -> ledger.extend(LimitKind.PROMISE, at("2026-03-03")))
                        .code());
    }

    @Test
    void anExtensionGrantedWhileTimeRestsCountsAfterwards() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.SPECIAL, "", at("2026-03-10"));
        ledger.extend(LimitKind.LEGAL, at("2026-03-11"));
        ledger.resume(at("2026-03-20"));
        assertEquals(
                calendar.addWorkdays(LocalDate.parse("2026-03-20"), 24),
                ledger.running(ClockKind.LEGAL).orElseThrow().dueOn());
    }

    // ---- lights

    @Test
    void theDayEndsAtMidnightAndNotBefore() {
        accepted("2026-03-02");
        assertEquals(TrafficLight.YELLOW, light(ClockKind.LEGAL, at("2026-03-30", "23:59")));
        assertEquals(TrafficLight.RED, light(ClockKind.LEGAL, at("2026-03-31", "00:00")));
    }

    @Test
    void yellowBeginsWhenAFifthIsLeft() {
        accepted("2026-03-02"); // 20 workdays, due Monday 03-30; 4 left after 03-24
        assertEquals(TrafficLight.GREEN, light(ClockKind.LEGAL, at("2026-03-23")));
        assertEquals(TrafficLight.YELLOW, light(ClockKind.LEGAL, at("2026-03-24")));
    }

    @Test
    void yellowBeginsAtLeastOneWorkdayBefore() {
        accepted("2026-03-02"); // promise due Monday 03-09
        assertEquals(TrafficLight.GREEN, light(ClockKind.PROMISE, at("2026-03-05")));
        assertEquals(TrafficLight.YELLOW, light(ClockKind.PROMISE, at("2026-03-06")));
        assertEquals(TrafficLight.YELLOW, light(ClockKind.PROMISE, at("2026-03-08")));
    }

    @Test
    void theWorstLightIsTheLightOfTheCase() {
        accepted("2026-03-02");
        assertEquals(TrafficLight.RED, ledger.light(at("2026-03-10")));
        assertEquals(ClockKind.PROMISE, ledger.view(at("2026-03-10")).get(0).kind());
    }

    @Test
    void theDatesForListsAreThoseOfTheEarliestClock() {
        accepted("2026-03-02");
        Lights lights = ledger.lights();
        assertEquals(LocalDate.parse("2026-03-06"), lights.yellowOn());
        assertEquals(LocalDate.parse("2026-03-10"), lights.redOn());
        assertEquals(TrafficLight.YELLOW, lights.on(LocalDate.parse("2026-03-09")));
        assertEquals(TrafficLight.RED, lights.on(LocalDate.parse("2026-03-10")));
    }

    @Test
    void aStepsDatesAreCountedTheSameWay() {
        Lights step = Lights.of(calendar, new Span(3, LimitUnit.WORKDAY), at("2026-09-18"));
        assertEquals(LocalDate.parse("2026-09-22"), step.dueOn());
        assertEquals(LocalDate.parse("2026-09-21"), step.yellowOn());
        assertEquals(LocalDate.parse("2026-09-23"), step.redOn());
    }

    @Test
    void whatWasLateWhenItStoppedStaysLate() {
        accepted("2026-03-02");
        ledger.on(CaseMoment.DECIDED, at("2026-03-10"));
        List<ClockView> views = ledger.view(at("2026-05-01"));
        assertTrue(views.stream()
                .filter(v -> v.kind() == ClockKind.PROMISE)
                .allMatch(v -> v.late() && v.light() == TrafficLight.GREY));
        assertTrue(views.stream().filter(v -> v.kind() == ClockKind.LEGAL).noneMatch(ClockView::late));
    }

    // ---- firing, calendars

    @Test
    void aClockIsLookedAtWhenItTurnsYellow() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        CaseClock clock = ledger.running(ClockKind.ACCEPT).orElseThrow();
        assertEquals(at("2026-03-06", "00:00"), clock.nextFireAt());
    }

    @Test
    void aClockThatIsYellowFromTheStartIsLookedAtWhenItIsOver() {
        ClockLedger own = ClockLedger.of(
                1,
                List.of(),
                List.of(limit(LimitKind.PROMISE, 1, LimitUnit.WORKDAY, CaseMoment.ACCEPTED, CaseMoment.DECIDED)),
                calendar);
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        assertEquals(
                at("2026-03-04", "00:00"),
                own.running(ClockKind.PROMISE).orElseThrow().nextFireAt());
    }

    @Test
    void anOfficialCalendarMovesWhatStillRuns() {
        accepted("2026-12-21");
        assertTrue(ledger.running(ClockKind.LEGAL).orElseThrow().provisional());
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(new CalendarYear(
                "CN",
                2027,
                true,
                1,
                "通知",
                List.of(new CalendarDay(LocalDate.parse("2027-01-01"), CalendarDay.Type.HOLIDAY, "元旦"))));
        LocalDate before = ledger.running(ClockKind.LEGAL).orElseThrow().dueOn();
        ClockLedger later =
                ClockLedger.of(1, ledger.rows(), List.of(ACCEPT, LEGAL, PROMISE), new WorkCalendar("CN", years));
        later.recount();
        CaseClock moved = later.running(ClockKind.LEGAL).orElseThrow();
        assertEquals(calendar.addWorkdays(before, 1), moved.dueOn());
        assertFalse(moved.provisional());
    }
}
