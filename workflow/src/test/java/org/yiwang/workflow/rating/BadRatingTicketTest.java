package org.yiwang.workflow.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.clock.WorkCalendar;
import org.yiwang.workflow.rating.BadRatingTicket.Passed;
import org.yiwang.workflow.rating.TicketRules.Side;

/** 差评处置: who may do what when, and by which workday (2026 calendar). */
class BadRatingTicketTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar("000000", Calendars.shipped());

    /** A Monday, ten in the morning in the city. */
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    private static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static BadRatingTicket opened() {
        return BadRatingTicket.open(UUID.randomUUID(), 7L, "", "高龄津贴", "civil-affairs", MONDAY, CALENDAR);
    }

    private static BadRatingTicket verifying() {
        BadRatingTicket ticket = opened();
        ticket.takeUp(MONDAY, CALENDAR);
        return ticket;
    }

    private static BadRatingTicket rectifying(boolean complex) {
        BadRatingTicket ticket = verifying();
        ticket.verify(Finding.VALID, at("2026-03-03"), CALENDAR);
        ticket.rectify(complex, at("2026-03-04"), CALENDAR);
        return ticket;
    }

    private static String code(Runnable step) {
        return assertThrows(Refusal.class, step::run).code();
    }

    @Test
    void findingOutIsDueWithinOneWorkdayOfTheGradeHoweverLateItIsTakenUp() {
        BadRatingTicket ticket = opened();
        assertEquals(LocalDate.parse("2026-03-03"), ticket.dueOn());
        ticket.takeUp(at("2026-03-03"), CALENDAR);
        assertEquals(LocalDate.parse("2026-03-03"), ticket.dueOn());
    }

    @Test
    void puttingItRightTakesFiveWorkdaysOrFifteenWhenComplexCountedFromTheFinding() {
        assertEquals(LocalDate.parse("2026-03-10"), rectifying(false).dueOn());
        assertEquals(LocalDate.parse("2026-03-24"), rectifying(true).dueOn());
    }

    @Test
    void holidaysAreNoWorkdays() {
        BadRatingTicket ticket = verifying();
        // 国庆: 1 to 7 October; the 10th is a working Saturday.
        ticket.verify(Finding.VALID, at("2026-09-30"), CALENDAR);
        assertEquals(LocalDate.parse("2026-10-13"), ticket.dueOn());
    }

    @Test
    void aValidGradeGoesThroughAllStagesToOneReRating() {
        BadRatingTicket ticket = rectifying(false);
        ticket.feedBack(at("2026-03-09"), CALENDAR);
        assertEquals(TicketState.FEEDBACK, ticket.state());
        ticket.callBack(at("2026-03-10"), CALENDAR);
        assertEquals(TicketState.REVISIT, ticket.state());
        assertEquals(LocalDate.parse("2026-03-17"), ticket.dueOn());
        ticket.require(TicketAction.RE_RATE, Side.RATER);
        ticket.close(TicketAction.RE_RATE, at("2026-03-11"), CALENDAR);
        assertEquals(TicketState.CLOSED, ticket.state());
        assertFalse(ticket.late());
        assertEquals("ILLEGAL_ACTION", code(() -> ticket.require(TicketAction.RE_RATE, Side.RATER)));
        assertEquals(TrafficLight.GREY, ticket.light(LocalDate.parse("2026-03-30")));
    }

    @Test
    void whatIsHeldMistakenOrMaliciousIsForASupervisorToDecideWithinFiveWorkdays() {
        for (Finding finding : List.of(Finding.MISJUDGED, Finding.MALICIOUS)) {
            BadRatingTicket ticket = verifying();
            ticket.verify(finding, at("2026-03-03"), CALENDAR);
            assertEquals(TicketState.APPEAL, ticket.state());
            assertEquals(LocalDate.parse("2026-03-10"), ticket.dueOn());
            assertEquals("FORBIDDEN", code(() -> ticket.require(TicketAction.REVIEW, Side.DEPARTMENT)));
            ticket.review(true, at("2026-03-05"), CALENDAR);
            assertEquals(TicketState.EXCLUDED, ticket.state());
            assertEquals(finding, ticket.finding());
        }
    }

    @Test
    void aRejectedAppealIsValidAfterAllAndItsTimeBeginsThen() {
        BadRatingTicket ticket = verifying();
        ticket.verify(Finding.MALICIOUS, at("2026-03-03"), CALENDAR);
        ticket.review(false, at("2026-03-10"), CALENDAR);
        assertEquals(TicketState.VALID, ticket.state());
        assertEquals(Finding.VALID, ticket.finding());
        assertEquals(LocalDate.parse("2026-03-17"), ticket.dueOn());
    }

    @Test
    void withoutLegalBasisItIsExplainedAndCalledBack() {
        BadRatingTicket ticket = verifying();
        ticket.verify(Finding.NO_LEGAL_BASIS, at("2026-03-03"), CALENDAR);
        assertEquals(TicketState.EXPLAINED, ticket.state());
        ticket.callBack(at("2026-03-04"), CALENDAR);
        ticket.close(TicketAction.CLOSE, at("2026-03-12"), CALENDAR);
        assertEquals(TicketState.CLOSED, ticket.state());
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        BadRatingTicket ticket = opened();
        for (TicketAction action :
                Set.of(TicketAction.VERIFY, TicketAction.RECTIFY, TicketAction.FEED_BACK, TicketAction.CALL_BACK)) {
            assertEquals("ILLEGAL_ACTION", code(() -> ticket.require(action, Side.DEPARTMENT)), action.name());
        }
        assertEquals("ILLEGAL_ACTION", code(() -> ticket.require(TicketAction.REVIEW, Side.SUPERVISOR)));
        assertEquals("ILLEGAL_ACTION", code(() -> ticket.require(TicketAction.CLOSE, Side.SUPERVISOR)));
        assertEquals("ILLEGAL_ACTION", code(() -> ticket.require(TicketAction.RE_RATE, Side.RATER)));
    }

    @Test
    void everyStateButTheLastHasAWayOnAndNoActionLeavesAnEndedOne() {
        for (TicketState state : TicketState.values()) {
            boolean goesOn = Set.of(Side.values()).stream()
                    .anyMatch(side -> !TicketRules.allowed(state, side).isEmpty());
            assertEquals(!state.ended(), goesOn, state.name());
        }
    }

    @Test
    void theDepartmentNeverExcludesOrClosesItsOwn() {
        assertFalse(TicketRules.may(TicketAction.REVIEW, Side.DEPARTMENT));
        assertFalse(TicketRules.may(TicketAction.CLOSE, Side.DEPARTMENT));
        assertFalse(TicketRules.may(TicketAction.RE_RATE, Side.DEPARTMENT));
    }

    @Test
    void whatHasPassedIsToldOnceAndMarksItLate() {
        BadRatingTicket ticket = rectifying(false);
        assertEquals(Optional.empty(), ticket.passed(at("2026-03-06")));
        assertEquals(Optional.of(Passed.YELLOW), ticket.passed(at("2026-03-09")));
        assertEquals(Optional.empty(), ticket.passed(at("2026-03-09")));
        assertEquals(TrafficLight.YELLOW, ticket.light(LocalDate.parse("2026-03-09")));
        assertEquals(Optional.of(Passed.DUE), ticket.passed(at("2026-03-11")));
        assertEquals(Optional.empty(), ticket.passed(at("2026-03-20")));
        assertTrue(ticket.late());
        assertEquals(TrafficLight.RED, ticket.light(LocalDate.parse("2026-03-11")));
    }

    @Test
    void waitingForTheRaterIsNobodysLateness() {
        BadRatingTicket ticket = rectifying(false);
        ticket.feedBack(at("2026-03-09"), CALENDAR);
        ticket.callBack(at("2026-03-10"), CALENDAR);
        assertEquals(Optional.of(Passed.DUE), ticket.passed(at("2026-03-18")));
        assertFalse(ticket.late());
        assertEquals(TrafficLight.BLUE, ticket.light(LocalDate.parse("2026-03-18")));
    }
}
