package org.yiwang.workflow.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A calendar file is taken whole or refused with everything that is wrong with it. */
class CalendarFileTest {

    private static CalendarFile file(String json) {
        try {
            return new CalendarFile(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> wrong(String json) {
        CalendarFile file = file(json);
        assertTrue(file.read().isEmpty());
        return file.problems().stream().map(p -> p.path() + " " + p.code()).toList();
    }

    private static String year(String rest) {
        return "{\"format\":1,\"region\":\"CN\",\"year\":2027,\"status\":\"OFFICIAL\",\"paper\":\"通知\"" + rest + "}";
    }

    @Test
    void everyCalendarThatShipsReads() {
        assertEquals(3, Calendars.shipped().size());
    }

    @Test
    void holidaysAndDaysWorkedInExchangeAreTaken() {
        CalendarYear read = file(year(
                        ",\"holidays\":[{\"name\":\"元旦\",\"from\":\"2026-12-31\",\"to\":\"2027-01-02\"}],\"makeupWorkdays\":[\"2027-01-03\"]"))
                .read()
                .orElseThrow();
        assertEquals(4, read.days().size());
        assertTrue(read.official());
        assertEquals(1, read.version());
    }

    @Test
    void theSameDayTwiceIsRefused() {
        assertEquals(
                List.of("makeupWorkdays[0] TWICE"),
                wrong(
                        year(
                                ",\"holidays\":[{\"name\":\"元旦\",\"from\":\"2027-01-01\",\"to\":\"2027-01-02\"}],\"makeupWorkdays\":[\"2027-01-02\"]")));
    }

    @Test
    void aDayWorkedInExchangeIsAWeekendUnlessTheRegionSaysSo() {
        assertEquals(List.of("makeupWorkdays[0] NOT_A_WEEKEND"), wrong(year(",\"makeupWorkdays\":[\"2027-01-05\"]")));
        assertTrue(file("{\"format\":1,\"region\":\"999900\",\"year\":2027,\"status\":\"PROVISIONAL\","
                        + "\"makeupWorkdays\":[\"2027-01-01\"]}")
                .read()
                .isPresent());
    }

    @Test
    void anOfficialCalendarNamesItsPaper() {
        assertEquals(
                List.of("paper REQUIRED"),
                wrong("{\"format\":1,\"region\":\"CN\",\"year\":2027,\"status\":\"OFFICIAL\"}"));
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        assertEquals(List.of("format FORMAT"), wrong("[]"));
        assertEquals(List.of("year RANGE"), wrong("{\"format\":1,\"region\":\"CN\",\"year\":27}"));
        assertEquals(
                List.of("holidays[0].to RANGE"),
                wrong(year(",\"holidays\":[{\"name\":\"元旦\",\"from\":\"2027-12-31\",\"to\":\"2028-01-02\"}]")));
    }

    @Test
    void theSameContentIsRecognisedWhateverItsOrderAndVersion() {
        CalendarYear one = file(year(",\"version\":4,\"holidays\":["
                        + "{\"name\":\"元旦\",\"from\":\"2027-01-01\",\"to\":\"2027-01-01\"},"
                        + "{\"name\":\"国庆节\",\"from\":\"2027-10-01\",\"to\":\"2027-10-07\"}]"))
                .read()
                .orElseThrow();
        CalendarYear other = file(year(",\"holidays\":["
                        + "{\"name\":\"国庆节\",\"from\":\"2027-10-01\",\"to\":\"2027-10-07\"},"
                        + "{\"name\":\"元旦\",\"from\":\"2027-01-01\",\"to\":\"2027-01-01\"}]"))
                .read()
                .orElseThrow();
        assertTrue(one.sameAs(other));
        assertFalse(one.sameAs(file(year("")).read().orElseThrow()));
    }
}
