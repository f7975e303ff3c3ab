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

    @Test
    void whoeverLooksIsToldTheSameDateIfItWereCorrectedToday() {
        Api citizen = city.as("chenjing");
        JsonNode receipt = citizen.post(
                        "/drafts/" + city.draft(citizen, "elder-allowance") + "/submission", Api.object())
                .expect(201)
                .json();
        String no = receipt.path("caseNo").asText();
        String code = receipt.path("queryCode").asText();
        List<String> all = List.of("chenjing", "window-1", "street-reviewer", "supervisor");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.bankAccount", "text", "请核对。")));
        same(no, code, all);
        JsonNode view = city.see(citizen, no);
        String told = view.path("ifAnsweredToday").asText();
        assertEquals("CORRECTION", view.at("/due/kind").asText());
        city.act(
                citizen,
                no,
                "SUPPLY_CORRECTION",
                "answers",
                Api.object(
                        "bankAccount",
                        city.answers("elder-allowance").path("bankAccount").asText()));
        same(no, code, all);
        city.act(city.as("window-1"), no, "ACCEPT");
        same(no, code, all);
        JsonNode accepted = city.see(citizen, no);
        assertEquals(told, accepted.at("/due/on").asText(), "what he was told is what he gets");
        assertTrue(accepted.path("ifAnsweredToday").isMissingNode());
    }

    @Test
    void whoeverLooksIsToldTheSameDateIfTheSpecialProcedureEndedToday() {
        Api agent = city.as("wangqiang");
        JsonNode receipt = agent.post(
                        "/drafts/"
                                + city.draft(
                                        agent, city.forCompany(agent, "food-business"), city.answers("food-business"))
                                + "/submission",
                        Api.object())
                .expect(201)
                .json();
        String no = receipt.path("caseNo").asText();
        String code = receipt.path("queryCode").asText();
        List<String> all = List.of("wangqiang", "window-1", "market-director", "supervisor");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "CLAIM");
        city.act(
                city.as("market-reviewer"),
                no,
                "START_SPECIAL_PROCEDURE",
                "type",
                "EXPERT_REVIEW",
                "reason",
                "需要专家论证。");
        same(no, code, all);
        JsonNode resting = city.see(agent, no);
        assertEquals("SPECIAL", resting.at("/due/kind").asText());
        String told = resting.path("ifEndedToday").asText();
        city.act(city.as("market-reviewer"), no, "END_SPECIAL_PROCEDURE", "result", "通过。");
        same(no, code, all);
        assertEquals(told, city.see(agent, no).at("/due/on").asText());
    }

    @Test
    void theApplicantIsRemindedOnceBeforeHisOwnTimeEnds() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.bankAccount", "text", "请核对。")));
        LocalDate due = LocalDate.parse(City.clock(city.see(city.as("chenjing"), no), "CORRECTION")
                .path("dueOn")
                .asText());
        assertEquals(0, reminded(no));
        city.moveTo(due.atTime(0, 1).atZone(ZONE).toInstant());
        city.settle();
        assertEquals(1, reminded(no));
    }

    private void same(String no, String queryCode) {
        same(no, queryCode, List.of("chenjing", "window-1", "post-officer-1", "supervisor"));
    }

    private void same(String no, String queryCode, List<String> all) {
        JsonNode progress = city.nobody()
                .post("/progress", Api.object("caseNo", no, "queryCode", queryCode))
                .expect(200)
                .json();
        Map<String, String> his = days(progress);
        assertTrue(!his.isEmpty());
        for (String who : all) {
            JsonNode view = city.see(city.as(who), no);
            assertEquals(his, days(view), who);
            for (String said :
                    List.of("sentence", "nextStep", "due", "ifAnsweredToday", "ifEndedToday", "light", "status")) {
                assertEquals(progress.path(said), view.path(said), who + " " + said);
            }
        }
    }

    private static Map<String, String> days(JsonNode view) {
        Map<String, String> days = new HashMap<>();
        for (JsonNode clock : view.path("clocks")) {
            days.put(
                    clock.path("kind").asText() + clock.path("ref").asText(),
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

    private long reminded(String no) {
        return db.number(
                "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.remind.correction'"
                        + " AND recipient LIKE 'party:%'",
                no);
    }

    private long told(String no, String topic) {
        return db.number(
                "SELECT count(*) FROM notice WHERE case_no = ? AND topic = ? AND recipient = 'post:hall/window'",
                no,
                topic);
    }
}
