package org.yiwang.workflow.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.LimitUnit;

class WorkCalendarTest {

    private final WorkCalendar calendar = new Calendars().country();

    private void workdays(String from, int n, String expected) {
        assertEquals(LocalDate.parse(expected), calendar.addWorkdays(LocalDate.parse(from), n));
    }

    @Test
    @DisplayName("2026-02-13+1→02-14(周六补班)")
    void oneWorkdayFromFridayBeforeSpringFestivalIsTheSaturdayWorkedInExchange() {
        workdays("2026-02-13", 1, "2026-02-14");
    }

    @Test
    @DisplayName("02-13+5→02-27 · 周五收件 → due 正确")
    void fiveWorkdaysReachOverSpringFestival() {
        workdays("2026-02-13", 5, "2026-02-27");
    }

    @Test
    @DisplayName("02-13+20→03-19")
    void twentyWorkdaysReachOverSpringFestival() {
        workdays("2026-02-13", 20, "2026-03-19");
    }

    @Test
    @DisplayName("04-30+5→05-11(05-09 补班)")
    void fiveWorkdaysReachOverLabourDayWithItsMakeupSaturday() {
        workdays("2026-04-30", 5, "2026-05-11");
    }

    @Test
    @DisplayName("09-18+3→09-22(09-20 周日补班) · 补班日 → due 正确")
    void sundayWorkedInExchangeCounts() {
        workdays("2026-09-18", 3, "2026-09-22");
    }

    @Test
    @DisplayName("09-30+1→10-08 · 国庆前收件 → due 正确")
    void oneWorkdayFromTheEveOfNationalDayIsTheDayAfterTheHoliday() {
        workdays("2026-09-30", 1, "2026-10-08");
    }

    @Test
    @DisplayName("09-30+20→11-03")
    void twentyWorkdaysReachOverNationalDay() {
        workdays("2026-09-30", 20, "2026-11-03");
    }

    @Test
    @DisplayName("2025-12-31+5→2026-01-08 · 跨年 → due 正确")
    void fiveWorkdaysReachOverTheTurnOfTheYear() {
        workdays("2025-12-31", 5, "2026-01-08");
    }

    @Test
    @DisplayName("节中收件 2026-02-18+5→02-28(补班)")
    void whatComesInDuringTheHolidayCountsFromTheNextWorkday() {
        workdays("2026-02-18", 5, "2026-02-28");
    }

    @Test
    @DisplayName("2026 全年工作日 248")
    void theYear2026Has248Workdays() {
        assertEquals(248, calendar.workdaysBetween(LocalDate.parse("2025-12-31"), LocalDate.parse("2026-12-31")));
    }

    @Test
    void goingBackUndoesGoingForward() {
        LocalDate due = LocalDate.parse("2026-05-11");
        assertEquals(LocalDate.parse("2026-04-30"), calendar.minusWorkdays(due, 5));
    }

    @Test
    void aLastDayOnWhichOfficesRestMovesOn() {
        assertEquals(LocalDate.parse("2026-10-08"), calendar.rollForward(LocalDate.parse("2026-10-03")));
        assertEquals(LocalDate.parse("2026-09-20"), calendar.rollForward(LocalDate.parse("2026-09-20")));
    }

    @Test
    void aYearWithoutNoticeGoesByWeekdaysAndSaysSo() {
        assertFalse(calendar.isWorkday(LocalDate.parse("2027-01-02")));
        assertTrue(calendar.isWorkday(LocalDate.parse("2027-01-01")));
        assertTrue(calendar.provisional(LocalDate.parse("2027-01-01")));
        assertFalse(calendar.provisional(LocalDate.parse("2026-12-24")));
    }

    @Test
    void theLastDaysOfAYearAreInDoubtUntilTheNextNoticeIsOut() {
        assertTrue(calendar.provisional(LocalDate.parse("2026-12-31")));
        assertFalse(calendar.provisional(LocalDate.parse("2025-12-31")));
    }

    @Test
    void aCountThatOnlyPassesThroughDoubtIsInDoubt() {
        CalendarYear later = new CalendarYear("CN", 2028, true, 1, "通知", List.of());
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(later);
        WorkCalendar gap = new WorkCalendar("CN", years);
        assertFalse(gap.provisional(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-12-18")));
        assertTrue(gap.provisional(LocalDate.parse("2026-12-18"), LocalDate.parse("2028-02-01")));
    }

    @Test
    void theNextYearsNoticeMayGiveAwayTheLastDaysOfThisOne() {
        CalendarDay eve = new CalendarDay(LocalDate.parse("2026-12-31"), CalendarDay.Type.HOLIDAY, "元旦");
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(new CalendarYear("CN", 2027, true, 1, "通知", List.of(eve)));
        assertFalse(new WorkCalendar("CN", years).isWorkday(LocalDate.parse("2026-12-31")));
    }

    @Test
    void aRegionAddsDaysOfItsOwn() {
        CalendarDay typhoon = new CalendarDay(LocalDate.parse("2026-07-20"), CalendarDay.Type.HOLIDAY, "台风停业");
        List<CalendarYear> years = new ArrayList<>(Calendars.shipped());
        years.add(new CalendarYear("999900", 2026, true, 1, "通告", List.of(typhoon)));
        Calendars calendars = new Calendars();
        calendars.replace(years);
        assertFalse(calendars.of("999900").isWorkday(LocalDate.parse("2026-07-20")));
        assertTrue(calendars.country().isWorkday(LocalDate.parse("2026-07-20")));
        assertTrue(calendars.of("999900").version() > calendars.country().version());
    }

    @Test
    void refusesALimitThatNeverEnds() {
        assertThrows(
                IllegalArgumentException.class, () -> calendar.addWorkdays(LocalDate.parse("2026-01-01"), 100_000));
    }

    // ---- other units

    private LocalDate due(LimitUnit unit, int n, String from) {
        Counting counting = new Counting(calendar);
        var start =
                LocalDate.parse(from).atTime(22, 30).atZone(WorkCalendar.ZONE).toInstant();
        return Counting.dueOn(counting.due(unit, counting.whole(unit, n, start), start));
    }

    @Test
    void naturalDaysCountFromTheNextDayAndRollOverAHoliday() {
        assertEquals(LocalDate.parse("2026-03-17"), due(LimitUnit.CALENDAR_DAY, 15, "2026-03-02"));
        assertEquals(LocalDate.parse("2026-10-08"), due(LimitUnit.CALENDAR_DAY, 5, "2026-09-28"));
    }

    @Test
    void aMonthEndsOnTheSameDayOrTheLastOfAShorterMonthAndRollsOver() {
        assertEquals(LocalDate.parse("2026-04-30"), due(LimitUnit.MONTH, 1, "2026-03-31"));
        assertEquals(LocalDate.parse("2026-02-28"), due(LimitUnit.MONTH, 1, "2026-01-31"));
        assertEquals(LocalDate.parse("2026-10-08"), due(LimitUnit.MONTH, 1, "2026-09-05"));
    }

    @Test
    void immediateMeansTheSameDay() {
        assertEquals(LocalDate.parse("2026-03-02"), due(LimitUnit.IMMEDIATE, 0, "2026-03-02"));
    }

    @Test
    void hoursRunFromTheInstant() {
        var at = LocalDate.parse("2026-03-02")
                .atTime(22, 30)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
        assertEquals(at.plusSeconds(24 * 3600), new Counting(calendar).due(LimitUnit.HOUR, 24 * 60, at));
    }

    private static Instant moment(String at) {
        return LocalDateTime.parse(at).atZone(WorkCalendar.ZONE).toInstant();
    }

    private void hours(String from, int hours, String expected) {
        Counting counting = new Counting(calendar);
        Instant start = moment(from);
        Instant due = counting.due(LimitUnit.WORKING_HOUR, hours * 60, start);
        assertEquals(moment(expected), due);
        assertEquals(hours * 60, counting.used(LimitUnit.WORKING_HOUR, start, due));
    }

    @Test
    void workingHoursCountOnlyWhileOfficesAreOpen() {
        hours("2026-03-02T10:00", 1, "2026-03-02T11:00");
        hours("2026-03-02T11:00", 2, "2026-03-02T14:30");
        hours("2026-03-02T16:00", 2, "2026-03-03T10:00");
        hours("2026-03-02T22:30", 1, "2026-03-03T10:00");
        hours("2026-09-18T16:00", 8, "2026-09-21T09:30");
        hours("2026-09-30T16:30", 1, "2026-10-08T09:30");
    }

    @Test
    void aYearEndsOnTheSameDayAndRollsOver() {
        assertEquals(LocalDate.parse("2026-03-02"), due(LimitUnit.YEAR, 1, "2025-03-02"));
        assertEquals(LocalDate.parse("2026-10-08"), due(LimitUnit.YEAR, 1, "2025-10-01"));
    }

    @Test
    void refusesOfficeHoursThatOverlapOrEndBeforeTheyBegin() {
        assertThrows(IllegalArgumentException.class, () -> OfficeHours.parse("09:00-12:00,11:00-17:00"));
        assertThrows(IllegalArgumentException.class, () -> OfficeHours.parse("17:00-09:00"));
        assertThrows(IllegalArgumentException.class, () -> OfficeHours.parse("nine to five"));
    }
}
