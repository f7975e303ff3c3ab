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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.Warning;
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
    @DisplayName("周五收件 → due 正确")
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
    @DisplayName("次日 0:00 未动作 → 视为受理且 acceptedAt=收件日、红灯一次")
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
    @DisplayName("第 5 日 24:00 前补正告知 → 不视为受理")
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
    @DisplayName("暂停例:03-02 受理 20 日→03-30;03-10 启动、03-20 结束特别程序→已用 6、余 14→04-10")
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
    @DisplayName("特别程序嵌套/并行两个 → 停表取并集,不重复扣减")
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
    @DisplayName("特别程序嵌套/并行两个 → 停表取并集,不重复扣减")
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
    void aCorrectionInReviewRestsNothingUnlessTheItemSaysSo() {
        accepted("2026-03-02");
        ledger.pause(SuspendKind.CORRECTION, "", at("2026-03-03"));
        assertTrue(ledger.rows().stream().noneMatch(c -> c.state() == ClockState.PAUSED));
    }

    @Test
    void aCorrectionInReviewRestsThePromiseAndTheStepsWhereTheItemSaysSoButNotTheLaw() {
        TimeLimit promise = new TimeLimit(
                LimitKind.PROMISE,
                5,
                LimitUnit.WORKDAY,
                CaseMoment.ACCEPTED,
                CaseMoment.DECIDED,
                "",
                Optional.empty(),
                Optional.empty(),
                true);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(LEGAL, promise), calendar);
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        own.startStep("review", new Span(3, LimitUnit.WORKDAY), at("2026-03-02"));
        own.pause(SuspendKind.CORRECTION, "", at("2026-03-03"));
        assertEquals(
                ClockState.PAUSED, own.running(ClockKind.PROMISE).orElseThrow().state());
        assertEquals(
                ClockState.PAUSED, own.running(ClockKind.STEP).orElseThrow().state());
        assertEquals(
                ClockState.RUNNING, own.running(ClockKind.LEGAL).orElseThrow().state());
        assertEquals(ClockKind.LEGAL, own.answer().orElseThrow().kind(), "what rests has no date");
        own.resume(SuspendKind.CORRECTION, at("2026-03-09"));
        assertEquals(
                LocalDate.parse("2026-03-13"),
                own.running(ClockKind.PROMISE).orElseThrow().dueOn());
    }

    @Test
    void aPauseKeepsItsGroundWhoApprovedItAndTheLetterThatToldOfIt() {
        accepted("2026-03-02");
        ledger.pause(ClockPause.begin(SuspendKind.GENERAL, "halt-1", "不可抗力", at("2026-03-04"))
                .approved("officer:7", "W08"));
        ledger.resume("halt-1", at("2026-03-06"));
        ClockPause kept = ledger.running(ClockKind.LEGAL).orElseThrow().pauses().get(0);
        assertEquals("不可抗力", kept.basis());
        assertEquals("officer:7", kept.approvedBy());
        assertEquals("W08", kept.document());
        assertEquals(at("2026-03-04"), kept.from());
        assertEquals(at("2026-03-06"), kept.until());
    }

    @Test
    @DisplayName("转报件:本级表停,上级超期不算本级红灯")
    void aForwardedCaseRestsTheOfficesClocksAndIsNotLateForTheHigherAuthority() {
        accepted("2026-03-02");
        ledger.startStep("report", new Span(2, LimitUnit.WORKDAY), at("2026-03-02"));
        ledger.pause(SuspendKind.FORWARD, "", at("2026-03-03"));
        ledger.start(ClockKind.WAITING, "province", new Span(20, LimitUnit.WORKDAY), "", at("2026-03-03"));
        assertEquals(TrafficLight.BLUE, ledger.light(at("2026-06-01")));
    }

    @Test
    void aStepThatBeginsWhileTheCaseRestsRestsAtOnce() {
        accepted("2026-03-02");
        ledger.startSpecial("a", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-03"));
        ledger.startStep("review", new Span(3, LimitUnit.WORKDAY), at("2026-03-04"));
        assertEquals(
                ClockState.PAUSED, ledger.running(ClockKind.STEP).orElseThrow().state());
        ledger.endSpecial("a", at("2026-03-09"));
        due(ClockKind.STEP, "2026-03-12");
    }

    @Test
    void aFeeRestsTheDeliveryAlone() {
        accepted("2026-03-02");
        ledger.on(CaseMoment.DECIDED, at("2026-03-03"));
        ledger.pause(SuspendKind.FEE, "", at("2026-03-03"));
        assertEquals(
                ClockState.PAUSED,
                ledger.running(ClockKind.DELIVER).orElseThrow().state());
        ledger.resume(SuspendKind.FEE, at("2026-03-30"));
        due(ClockKind.DELIVER, "2026-04-14");
    }

    // ---- clocks beside the main ones

    @Test
    void theEndOfTheCaseLeavesWhatOutlivesIt() {
        accepted("2026-03-02");
        ledger.start(ClockKind.VERIFY, "", new Span(2, LimitUnit.MONTH), "", at("2026-03-02"));
        ledger.start(ClockKind.LICENCE_EXPIRY, "", new Span(5, LimitUnit.YEAR), "", at("2026-03-02"));
        ledger.start(ClockKind.PUBLICITY, "", new Span(7, LimitUnit.CALENDAR_DAY), "", at("2026-03-02"));
        ledger.close(at("2026-03-05"));
        assertEquals(
                List.of(ClockKind.VERIFY, ClockKind.LICENCE_EXPIRY),
                ledger.rows().stream()
                        .filter(CaseClock::active)
                        .map(CaseClock::kind)
                        .toList());
    }

    @Test
    void aLicenceEndsOnItsDayWhetherOfficesWorkOrNot() {
        ledger.start(ClockKind.LICENCE_EXPIRY, "", new Span(1, LimitUnit.MONTH), "", at("2026-09-03"));
        due(ClockKind.LICENCE_EXPIRY, "2026-10-03");
        ledger.start(ClockKind.DEFERRED, "", new Span(1, LimitUnit.MONTH), "", at("2026-09-03"));
        due(ClockKind.DEFERRED, "2026-10-08");
    }

    @Test
    void aLicenceIsRememberedThirtyDaysBeforeItEnds() {
        ledger.start(
                ClockKind.LICENCE_EXPIRY,
                "",
                new Span(365, LimitUnit.CALENDAR_DAY),
                "行政许可法第五十条",
                new Warning(0, 10),
                at("2025-03-02"));
        CaseClock licence = ledger.running(ClockKind.LICENCE_EXPIRY).orElseThrow();
        assertEquals(LocalDate.parse("2026-03-02"), licence.dueOn());
        assertEquals(at("2026-01-25", "00:00"), licence.nextFireAt(), "36 days before");
    }

    @Test
    void thePreliminaryReviewIsJudgedAndEndsWithTheReport() {
        TimeLimit preliminary =
                limit(LimitKind.PRELIMINARY, 20, LimitUnit.WORKDAY, CaseMoment.ACCEPTED, CaseMoment.FORWARDED);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(preliminary), calendar);
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        assertEquals(
                LocalDate.parse("2026-03-30"),
                own.running(ClockKind.PRELIMINARY).orElseThrow().dueOn());
        assertEquals(TrafficLight.RED, own.light(at("2026-03-31")));
        own.on(CaseMoment.FORWARDED, at("2026-03-31"));
        assertTrue(own.running(ClockKind.PRELIMINARY).isEmpty());
    }

    @Test
    void deferredMaterialIsTheApplicantsTimeAndDoesNotColourTheCase() {
        accepted("2026-03-02");
        ledger.start(ClockKind.DEFERRED, "plan", new Span(2, LimitUnit.WORKDAY), "", at("2026-03-02"));
        assertEquals(TrafficLight.GREEN, ledger.light(at("2026-03-05")));
        ledger.stop(ClockKind.DEFERRED, "plan", at("2026-03-04"));
        assertTrue(ledger.running(ClockKind.DEFERRED, "plan").isEmpty());
    }

    @Test
    void whatIsOnlyPromisedHasAClockOnlyWhereSomebodyPromised() {
        TimeLimit deferred =
                limit(LimitKind.DEFERRED, 3, LimitUnit.WORKDAY, CaseMoment.ACCEPTED, CaseMoment.DEFERRED_SUPPLIED);
        TimeLimit verify = limit(LimitKind.VERIFY, 20, LimitUnit.WORKDAY, CaseMoment.DECIDED, CaseMoment.VERIFIED);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(PROMISE, deferred, verify), calendar);
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        own.on(CaseMoment.DECIDED, at("2026-03-03"));
        assertTrue(own.running(ClockKind.DEFERRED).isEmpty());
        assertTrue(own.running(ClockKind.VERIFY).isEmpty());
    }

    @Test
    void forceMajeureMovesADeferralOnceAndBeforeItIsOver() {
        ledger.start(ClockKind.DEFERRED, "plan", new Span(3, LimitUnit.WORKDAY), "", at("2026-03-02"));
        ledger.extend(ClockKind.DEFERRED, "plan", 5, at("2026-03-04"));
        due(ClockKind.DEFERRED, "2026-03-12");
        Refusal again =
                assertThrows(Refusal.class, () -> ledger.extend(ClockKind.DEFERRED, "plan", 1, at("2026-03-05")));
        assertEquals("EXTENDED_ALREADY", again.code());
        ledger.start(ClockKind.DEFERRED, "late", new Span(1, LimitUnit.WORKDAY), "", at("2026-03-02"));
        Refusal late =
                assertThrows(Refusal.class, () -> ledger.extend(ClockKind.DEFERRED, "late", 1, at("2026-03-04")));
        assertEquals("EXTENSION_TOO_LATE", late.code());
    }

    // ---- what would be if it happened now

    @Test
    void theApplicantIsToldTheDateHeWouldGetIfHeCorrectedToday() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        assertEquals(Optional.empty(), ledger.ifNow(at("2026-03-02")).answered());
        ledger.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-04"));
        LocalDate told = ledger.ifNow(at("2026-03-10")).answered().orElseThrow();
        assertEquals(LocalDate.parse("2026-03-17"), told, "the promise, which is earlier than the law");
        assertEquals(2, ledger.rows().size(), "asking changed nothing: only the two clocks that were begun");
        ledger.on(CaseMoment.CORRECTION_SUPPLIED, at("2026-03-10"));
        ledger.on(CaseMoment.ACCEPTED, at("2026-03-12"), at("2026-03-10"));
        assertEquals(told, ledger.answer().orElseThrow().dueOn(), "and that is what he gets");
    }

    @Test
    void whileTimeRestsTheDateIsToldThatItWouldBeIfThatEndedToday() {
        accepted("2026-03-02");
        assertEquals(Optional.empty(), ledger.ifNow(at("2026-03-05")).ended());
        ledger.startSpecial("a", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-04"));
        ledger.startSpecial("b", new Span(5, LimitUnit.WORKDAY), "", at("2026-03-05"));
        LocalDate told = ledger.ifNow(at("2026-03-09")).ended().orElseThrow();
        ledger.endSpecial("a", at("2026-03-09"));
        ledger.endSpecial("b", at("2026-03-09"));
        assertEquals(told, ledger.answer().orElseThrow().dueOn());
    }

    @Test
    void theEarlierOfPromiseAndLawIsTheAnswer() {
        accepted("2026-03-02");
        assertEquals(ClockKind.PROMISE, ledger.answer().orElseThrow().kind());
        TimeLimit law = limit(LimitKind.LEGAL, 3, LimitUnit.WORKDAY, CaseMoment.SUBMITTED, CaseMoment.DECIDED);
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(law, PROMISE), calendar);
        own.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        own.on(CaseMoment.ACCEPTED, at("2026-03-03"));
        assertEquals(ClockKind.LEGAL, own.answer().orElseThrow().kind());
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
    @DisplayName("延期 10 日只能一次")
    void anExtensionAddsToTheDueDateOnce() {
        accepted("2026-03-02");
        ledger.extend(LimitKind.LEGAL, at("2026-03-30"));
        assertEquals(
                calendar.addWorkdays(LocalDate.parse("2026-03-02"), 30),
                ledger.running(ClockKind.LEGAL).orElseThrow().dueOn());
        Refusal again = assertThrows(Refusal.class, () -> ledger.extend(LimitKind.LEGAL, at("2026-03-30")));
        assertEquals("EXTENDED_ALREADY", again.code());
        ClockView view = ledger.view(at("2026-03-30")).stream()
                .filter(v -> v.kind() == ClockKind.LEGAL)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(LocalDate.parse("2026-03-30")), view.dueBefore(), "what was told before stays on record");
    }

    @Test
    @DisplayName("延期须在原期限内批准")
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
    void anItemAndACityMayWarnEarlier() {
        Warning five = new Warning(5, 0);
        TimeLimit law = new TimeLimit(
                LimitKind.LEGAL,
                20,
                LimitUnit.WORKDAY,
                CaseMoment.ACCEPTED,
                CaseMoment.DECIDED,
                "",
                Optional.empty(),
                Optional.of(five),
                false);
        Warnings city = new Warnings(new Warning(2, 0), new Warning(3, 0));
        ClockLedger own = ClockLedger.of(1, List.of(), List.of(law, PROMISE, CORRECTION), calendar, city);
        own.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-02"));
        own.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        assertEquals(
                at("2026-03-23", "00:00"),
                own.running(ClockKind.LEGAL).orElseThrow().yellowAt(),
                "the item");
        assertEquals(
                at("2026-03-05", "00:00"),
                own.running(ClockKind.PROMISE).orElseThrow().yellowAt(),
                "the city");
        assertEquals(
                at("2026-03-12", "00:00"),
                own.running(ClockKind.CORRECTION).orElseThrow().yellowAt(),
                "the applicant's: three workdays before the 17th");
    }

    @Test
    void theApplicantIsRemindedOneWorkdayBeforeHisTimeEnds() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.CORRECTION_ISSUED, at("2026-03-04"));
        CaseClock his = ledger.running(ClockKind.CORRECTION).orElseThrow();
        assertEquals(LocalDate.parse("2026-03-19"), his.dueOn());
        assertEquals(at("2026-03-18", "00:00"), his.nextFireAt());
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
        ledger.startStep("review", new Span(3, LimitUnit.WORKDAY), at("2026-09-18"));
        Lights step = Lights.of(ledger.running(ClockKind.STEP, "review").orElseThrow());
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
    @DisplayName("临时日历转正式 → due 正确")
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

    @Test
    void whatRestsIsCountedAgainTooAndTwiceChangesNothing() {
        accepted("2026-12-21");
        ledger.pause(SuspendKind.GENERAL, "", at("2026-12-23"));
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(new CalendarYear(
                "CN",
                2027,
                true,
                1,
                "通知",
                List.of(new CalendarDay(LocalDate.parse("2027-01-01"), CalendarDay.Type.HOLIDAY, "元旦"))));
        WorkCalendar official = new WorkCalendar("CN", years);
        ClockLedger later = ClockLedger.of(1, ledger.rows(), List.of(ACCEPT, LEGAL, PROMISE), official);
        later.recount();
        assertTrue(later.rows().stream()
                .filter(CaseClock::active)
                .allMatch(c -> c.state() == ClockState.PAUSED
                        && c.calendarVersion() == official.version()
                        && c.nextFireAt() == null));
        int rows = later.rows().size();
        later.recount();
        assertEquals(rows, later.rows().size());
        ClockLedger again = ClockLedger.of(1, later.rows(), List.of(ACCEPT, LEGAL, PROMISE), official);
        again.recount();
        assertTrue(again.changes().isEmpty());
    }

    // ---- forwarded to the higher authority

    @Test
    @DisplayName("转报件:本级表停,上级超期不算本级红灯")
    void whatTheHigherAuthorityTakesIsNobodysLatenessHere() {
        accepted("2026-03-02");
        ledger.pause(ClockPause.begin(SuspendKind.FORWARD, "report", "行政许可法第四十三条", at("2026-03-05")));
        assertEquals(TrafficLight.BLUE, ledger.light(at("2026-06-30")), "their time is not ours");
        ledger.resume("report", at("2026-07-01"));
        // 3 days of 5 and of 20 were used.
        due(ClockKind.PROMISE, "2026-07-03");
        due(ClockKind.LEGAL, "2026-07-24");
    }

    @Test
    void aClockThatEndsWhileItRestsIsNoLaterThanItWasWhenItBeganToRest() {
        accepted("2026-03-02");
        ledger.pause(ClockPause.begin(SuspendKind.FORWARD, "report", "行政许可法第四十三条", at("2026-03-05")));
        ledger.stopAll(at("2026-06-30"));
        assertTrue(ledger.view(at("2026-06-30")).stream()
                .filter(view -> view.kind() == ClockKind.LEGAL || view.kind() == ClockKind.PROMISE)
                .noneMatch(ClockView::late));
    }

    @Test
    void theStepThatMayNotDecideYetRestsAloneAndGoesOnWhenNothingHoldsItBack() {
        ledger.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        ledger.startStep("decide", new Span(4, LimitUnit.WORKDAY), at("2026-03-02"));
        ledger.startStep("review", new Span(4, LimitUnit.WORKDAY), at("2026-03-02"));
        ledger.pauseStep("decide", ClockPause.begin(SuspendKind.PUBLICITY, "publicity", "《办法》第九条", at("2026-03-03")));
        ledger.pauseStep("decide", ClockPause.begin(SuspendKind.PUBLICITY, "objection", "异议答复之前", at("2026-03-09")));
        assertEquals(
                ClockState.PAUSED,
                ledger.running(ClockKind.STEP, "decide").orElseThrow().state());
        assertEquals(
                ClockState.RUNNING,
                ledger.running(ClockKind.STEP, "review").orElseThrow().state());
        assertEquals(
                ClockState.RUNNING,
                ledger.running(ClockKind.PROMISE).orElseThrow().state());
        assertEquals(
                ClockState.RUNNING,
                ledger.running(ClockKind.LEGAL).orElseThrow().state());
        ledger.resume("publicity", at("2026-03-10"));
        assertEquals(
                ClockState.PAUSED,
                ledger.running(ClockKind.STEP, "decide").orElseThrow().state(),
                "the objection still waits");
        assertEquals(
                LocalDate.parse("2026-03-13"),
                ledger.expected(at("2026-03-10"))
                        .running(ClockKind.STEP, "decide")
                        .orElseThrow()
                        .dueOn(),
                "what would be, changes nothing");
        ledger.resume("objection", at("2026-03-12"));
        CaseClock decide = ledger.running(ClockKind.STEP, "decide").orElseThrow();
        assertEquals(ClockState.RUNNING, decide.state());
        assertEquals(LocalDate.parse("2026-03-17"), decide.dueOn(), "one of four days was used");
        assertEquals(
                List.of("《办法》第九条", "异议答复之前"),
                decide.pauses().stream().map(ClockPause::basis).toList());
    }

    @Test
    void eachOfTwoStagesHasAClockOfItsOwnAndItsOwnLimit() {
        TimeLimit first = new TimeLimit(
                LimitKind.LEGAL,
                20,
                LimitUnit.WORKDAY,
                CaseMoment.ACCEPTED,
                CaseMoment.STAGE_DECIDED,
                "第一段",
                Optional.of(new Extension(10, LimitUnit.WORKDAY, "DEPARTMENT_HEAD")));
        TimeLimit second = limit(LimitKind.LEGAL, 10, LimitUnit.WORKDAY, CaseMoment.STAGE_BEGUN, CaseMoment.DECIDED);
        ClockLedger stages = ClockLedger.of(1, List.of(), List.of(first, second), calendar);
        stages.on(CaseMoment.ACCEPTED, at("2026-03-02"));
        stages.on(CaseMoment.STAGE_DECIDED, at("2026-03-10"));
        assertTrue(stages.running(ClockKind.LEGAL).isEmpty(), "between the stages nothing runs for the office");
        stages.on(CaseMoment.STAGE_BEGUN, at("2026-04-07"));
        CaseClock runs = stages.running(ClockKind.LEGAL).orElseThrow();
        assertEquals(2, runs.run());
        assertEquals(10, runs.limit());
        assertEquals(LocalDate.parse("2026-04-21"), runs.dueOn());
        assertFalse(stages.mayExtend(LimitKind.LEGAL, at("2026-04-08")), "the extension was the first stage's");
        CaseClock over = stages.rows().get(0);
        assertEquals(ClockState.STOPPED, over.state());
        assertEquals(LocalDate.parse("2026-03-30"), over.dueOn(), "the first row stays as it ended");
    }
}
