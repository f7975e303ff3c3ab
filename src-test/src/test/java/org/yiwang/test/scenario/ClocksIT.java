package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 时钟: the same days for everybody, and what is told when they pass. */
@OnServer
class ClocksIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Db db;

    ClocksIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
    }

    @Test
    void theAnswerAboutAcceptanceTurnsYellowThenRedAndTheWindowIsTold() {
        String no = city.submitted("chenjing", "elder-allowance");
        Api clerk = city.as("window-1");
        JsonNode answer = City.clock(city.see(clerk, no), "ACCEPT");
        assertEquals(5, answer.path("limit").asInt());
        assertEquals("WORKDAY", answer.path("unit").asText());
        assertEquals("GREEN", answer.path("light").asText());
        LocalDate due = LocalDate.parse(answer.path("dueOn").asText());
        lights(no, due, 0, "YELLOW");
        assertEquals(1, told(no, "work.clock.yellow"));
        assertEquals(0, told(no, "work.clock.due"), "the last day is a good day until midnight");
        lights(no, due, 1, "RED");
        assertEquals(1, told(no, "work.clock.due"));
        city.settle();
        assertEquals(1, told(no, "work.clock.due"), "once");
        assertEquals("SUBMITTED", city.see(clerk, no).path("status").asText(), "no licence: not deemed accepted");
        city.act(clerk, no, "ACCEPT");
        JsonNode accepted = city.see(clerk, no);
        assertTrue(City.clock(accepted, "ACCEPT").path("late").asBoolean(), "it was late and stays so");
        assertEquals("GREEN", accepted.path("light").asText());
    }

    @Test
    void theCitizenTheOfficerAndWhoeverHasTheCodeSeeTheSameDays() {
        Api citizen = city.as("chenjing");
        JsonNode receipt = citizen.post(
                        "/drafts/" + city.draft(citizen, "residence-permit") + "/submission", Api.object())
                .expect(201)
                .json();
        String no = receipt.path("caseNo").asText();
        assertEquals(
                City.clock(city.see(citizen, no), "ACCEPT").path("dueOn").asText(),
                receipt.path("answerBy").asText(),
                "what the receipt says");
        same(no, receipt.path("queryCode").asText());
        city.act(city.as("window-1"), no, "ACCEPT");
        same(no, receipt.path("queryCode").asText());
        assertEquals(
                receipt.path("promisedIfAcceptedToday").asText(),
                City.clock(city.see(citizen, no), "PROMISE").path("dueOn").asText(),
                "accepted on the day it was submitted, the promise is the one of the receipt");
        city.act(city.as("post-officer-1"), no, "CLAIM");
        same(no, receipt.path("queryCode").asText());
    }

    @Test
    void calendarDaysEndOnAWorkdayAndWorkdaysSkipTheWeekend() {
        String no = city.submitted("chenjing", "residence-permit");
        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode view = city.see(city.as("chenjing"), no);
        LocalDate legal =
                LocalDate.parse(City.clock(view, "LEGAL").path("dueOn").asText());
        LocalDate promise =
                LocalDate.parse(City.clock(view, "PROMISE").path("dueOn").asText());
        LocalDate today = city.today();
        assertTrue(!legal.isBefore(today.plusDays(15)), "fifteen days, or the next workday");
        assertTrue(!promise.isBefore(today.plusDays(8)), "eight workdays are more than a week");
    }

    private void same(String no, String queryCode) {
        JsonNode progress = city.nobody()
                .post("/progress", Api.object("caseNo", no, "queryCode", queryCode))
                .expect(200)
                .json();
        Map<String, String> his = days(progress);
        assertTrue(!his.isEmpty());
        for (String who : List.of("chenjing", "window-1", "post-officer-1", "supervisor")) {
            JsonNode view = city.see(city.as(who), no);
            assertEquals(his, days(view), who);
            for (String said : List.of("sentence", "nextStep", "light", "status")) {
                assertEquals(progress.path(said), view.path(said), who + " " + said);
            }
        }
    }

    private static Map<String, String> days(JsonNode view) {
        Map<String, String> days = new HashMap<>();
        for (JsonNode clock : view.path("clocks")) {
            days.put(
                    clock.path("kind").asText(),
                    clock.path("startedOn").asText() + " " + clock.path("dueOn").asText() + " "
                            + clock.path("light").asText());
        }
        return days;
    }

    /** Moves to the morning of the day after the last good one by this many days and compares what lists and case show. */
    private void lights(String no, LocalDate due, int daysLater, String light) {
        city.moveTo(due.plusDays(daysLater).atTime(0, 1).atZone(ZONE).toInstant());
        Api clerk = city.as("window-1");
        JsonNode view = city.see(clerk, no);
        assertEquals(light, view.path("light").asText());
        assertEquals(light, City.clock(view, "ACCEPT").path("light").asText());
        assertEquals(light, view.at("/workItems/0/light").asText());
        assertEquals(
                light,
                clerk.get("/work-items?queue=department&q=" + no).expect(200).text("/items/0/light"));
        assertEquals(light, lineOf(no));
    }

    /** The light in the applicant's own list. */
    private String lineOf(String no) {
        for (JsonNode line :
                city.as("chenjing").get("/cases?limit=50").expect(200).at("/items")) {
            if (line.path("caseNo").asText().equals(no)) {
                return line.path("light").asText();
            }
        }
        throw new AssertionError(no + " is not among his newest");
    }

    private long told(String no, String topic) {
        return db.number(
                "SELECT count(*) FROM notice WHERE case_no = ? AND topic = ? AND recipient = 'post:hall/window'",
                no,
                topic);
    }
}
