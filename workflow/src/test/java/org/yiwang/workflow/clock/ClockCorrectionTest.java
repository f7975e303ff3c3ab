package org.yiwang.workflow.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.platform.Refusal;

/** 纠偏: time that should not have counted is given back in rows of their own (2026 calendar). */
class ClockCorrectionTest {

    private final ClockLedger ledger = ClockLedger.of(
            1,
            List.of(),
            List.of(
                    limit(LimitKind.ACCEPT, 5, CaseMoment.SUBMITTED, CaseMoment.ACCEPTED),
                    limit(LimitKind.LEGAL, 20, CaseMoment.ACCEPTED, CaseMoment.DECIDED),
                    limit(LimitKind.PROMISE, 5, CaseMoment.ACCEPTED, CaseMoment.DECIDED)),
            new Calendars().country());

    private static TimeLimit limit(LimitKind kind, int days, CaseMoment start, CaseMoment end) {
        return new TimeLimit(kind, days, LimitUnit.WORKDAY, start, end, "", Optional.empty());
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static ClockPause missed(SuspendKind reason, String from, String until) {
        return ClockPause.missed(reason, "appeal:1", "纠偏", at(from), at(until));
    }

    private void accepted() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ledger.on(CaseMoment.ACCEPTED, at("2026-03-02"));
    }

    private CaseClock running(ClockKind kind) {
        return ledger.running(kind).orElseThrow();
    }

    @Test
    void theDaysOfAMissedProcedureAreGivenBackAndTheOldDateStays() {
        accepted();
        ledger.correct(missed(SuspendKind.SPECIAL, "2026-03-04", "2026-03-06"), at("2026-03-10"));
        assertEquals(LocalDate.parse("2026-03-11"), running(ClockKind.PROMISE).dueOn());
        assertEquals(LocalDate.parse("2026-04-01"), running(ClockKind.LEGAL).dueOn());
        assertTrue(ledger.rows().stream()
                .anyMatch(c -> c.kind() == ClockKind.PROMISE
                        && c.state() == ClockState.SUPERSEDED
                        && c.dueOn().equals(LocalDate.parse("2026-03-09"))));
        assertFalse(running(ClockKind.PROMISE).late(at("2026-03-10")), "it was late only by the missed days");
        assertEquals("纠偏", running(ClockKind.PROMISE).pauses().get(0).basis(), "the row says why it has another date");
    }

    @Test
    void theResultIsThatOfAProcedureRegisteredInTime() {
        accepted();
        ledger.correct(missed(SuspendKind.SPECIAL, "2026-03-10", "2026-03-20"), at("2026-03-25"));
        // 03-02 受理 20 日, 03-10 to 03-20 特别程序: 04-10 (domain vector).
        assertEquals(LocalDate.parse("2026-04-10"), running(ClockKind.LEGAL).dueOn());
    }

    @Test
    void aSpecialProcedureDoesNotRestTheAcceptanceClockAFailureOfThePlatformDoes() {
        ledger.on(CaseMoment.SUBMITTED, at("2026-03-02"));
        ClockPause special = missed(SuspendKind.SPECIAL, "2026-03-03", "2026-03-05");
        assertEquals(
                "NOTHING_TO_CORRECT",
                assertThrows(Refusal.class, () -> ledger.correct(special, at("2026-03-06")))
                        .code());
        ledger.correct(missed(SuspendKind.GENERAL, "2026-03-03", "2026-03-05"), at("2026-03-06"));
        assertEquals(LocalDate.parse("2026-03-11"), running(ClockKind.ACCEPT).dueOn());
    }

    @Test
    void timeThatRestedAlreadyIsNotGivenBackTwice() {
        accepted();
        ClockPause missed = missed(SuspendKind.GENERAL, "2026-03-03", "2026-03-05");
        ledger.correct(missed, at("2026-03-06"));
        assertEquals(
                "RESTED_ALREADY",
                assertThrows(Refusal.class, () -> ledger.correct(missed, at("2026-03-06")))
                        .code());
    }

    @Test
    void anIntervalOutsideOfEveryClockCorrectsNothing() {
        accepted();
        ClockPause before = missed(SuspendKind.GENERAL, "2026-02-25", "2026-02-27");
        assertEquals(
                "NOTHING_TO_CORRECT",
                assertThrows(Refusal.class, () -> ledger.correct(before, at("2026-03-06")))
                        .code());
    }

    @Test
    void aClockThatHasStoppedIsNoLongerHeldLateAndStaysStopped() {
        accepted();
        ledger.on(CaseMoment.DECIDED, at("2026-03-11"));
        ledger.correct(missed(SuspendKind.GENERAL, "2026-03-04", "2026-03-06"), at("2026-03-12"));
        CaseClock promise = ledger.rows().stream()
                .filter(c -> c.kind() == ClockKind.PROMISE && c.state() == ClockState.STOPPED)
                .findFirst()
                .orElseThrow();
        assertFalse(promise.late(at("2026-03-12")));
        assertEquals(at("2026-03-11"), promise.stoppedAt());
        assertNull(promise.nextFireAt());
    }

    @Test
    void whatWasToldAlreadyIsNotToldAgain() {
        accepted();
        // The promise is due on the 11th after that, its warning day the 10th.
        ledger.correct(missed(SuspendKind.GENERAL, "2026-03-04", "2026-03-06"), at("2026-03-11"));
        CaseClock promise = running(ClockKind.PROMISE);
        assertEquals(promise.dueAt(), promise.nextFireAt());
    }
}
