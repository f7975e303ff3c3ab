package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 时间所致: what the platform does by itself when a limit is over, seen by moving the clock. */
@OnServer
class WhatTimeDoesIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");

    private static final Map<String, String> LAYOUT = Map.of("target", "materials.layout", "text", "没有标明尺寸。");

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api clerk;

    WhatTimeDoesIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.clerk = city.as("window-1");
    }

    private String foodBusiness() {
        Api agent = city.as("wangqiang");
        return city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
    }

    private LocalDate due(Api who, String no, String kind) {
        return LocalDate.parse(City.clock(city.see(who, no), kind).path("dueOn").asText());
    }

    /** Until the last good day is over: the first moment of the next one. */
    private void passThe(LocalDate due) {
        city.moveTo(due.plusDays(1).atStartOfDay(ZONE).toInstant());
        city.settle();
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    @Test
    @DisplayName("次日 0:00 未动作 → 视为受理且 acceptedAt=收件日、红灯一次")
    void aLicenceNobodyAnsweredIsAcceptedFromTheDayItCame() {
        Api agent = city.as("wangqiang");
        String no = foodBusiness();
        LocalDate submitted = city.today();
        LocalDate answerBy = due(agent, no, "ACCEPT");
        city.moveTo(answerBy.plusDays(1).atStartOfDay(ZONE).minusSeconds(30).toInstant());
        assertEquals("SUBMITTED", city.see(agent, no).path("status").asText(), "the fifth day is not over");
        passThe(answerBy);
        JsonNode view = city.see(agent, no);
        assertEquals("ACCEPTED", view.path("status").asText());
        assertEquals(
                submitted.toString(),
                City.clock(view, "LEGAL").path("startedOn").asText());
        assertEquals(
                submitted.toString(),
                view.path("acceptedAt").asText().isEmpty()
                        ? ""
                        : java.time.Instant.parse(view.path("acceptedAt").asText())
                                .atZone(ZONE)
                                .toLocalDate()
                                .toString());
        assertTrue(view.path("documents").findValuesAsText("kind").contains("ACCEPT_NOTICE"));
        assertEquals(1, events(no, "CASE_DEEMED_ACCEPTED"));
        assertEquals(0, events(no, "CASE_ACCEPTED"), "nobody accepted it");
        city.settle();
        assertEquals(1, events(no, "CASE_DEEMED_ACCEPTED"), "once only");
        assertEquals(1, redLights(no), "one red light, and once only");
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "ACCEPT"))
                .problem(409, "ILLEGAL_ACTION");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "低风险，免予现场核查。");
    }

    private long redLights(String no) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ?"
                        + " AND e.type = 'CLOCK_PASSED' AND e.body LIKE '%\"ACCEPT\"%' AND e.body NOT LIKE '%YELLOW%'",
                no);
    }

    @Test
    void whatIsNoLicenceIsOnlyLateWhenNobodyAnswers() {
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        passThe(due(citizen, no, "ACCEPT"));
        JsonNode view = city.see(citizen, no);
        assertEquals("SUBMITTED", view.path("status").asText());
        assertEquals("RED", view.path("light").asText());
        assertEquals(0, events(no, "CASE_DEEMED_ACCEPTED"));
    }

    @Test
    @DisplayName("第 5 日 24:00 前补正告知 → 不视为受理")
    void aCorrectionInTheLastMinuteOfTheFifthDayIsNoAcceptance() {
        Api agent = city.as("wangqiang");
        String no = foodBusiness();
        LocalDate answerBy = due(agent, no, "ACCEPT");
        city.moveTo(answerBy.plusDays(1).atStartOfDay(ZONE).minusSeconds(60).toInstant());
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(LAYOUT));
        passThe(answerBy);
        assertEquals("CORRECTION_REQUIRED", city.see(agent, no).path("status").asText());
    }

    @Test
    void aCorrectionThatNeverComesEndsTheCase() {
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(BANK));
        passThe(due(citizen, no, "CORRECTION"));
        JsonNode view = city.see(citizen, no);
        assertEquals("TERMINATED", view.path("status").asText());
        assertTrue(view.path("documents").findValuesAsText("kind").contains("TERMINATION_NOTICE"));
        assertEquals("CORRECTION_EXPIRED", db.text("SELECT completion_kind FROM case_file WHERE case_no = ?", no));
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                                + " WHERE c.case_no = ? AND k.state IN ('RUNNING', 'PAUSED') AND k.kind <> 'ARCHIVE'",
                        no));
        traces.unchanged(no, () -> citizen.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                citizen,
                                no,
                                "SUPPLY_CORRECTION",
                                "answers",
                                Api.object("bankAccount", "6222000000000000996")))
                .problem(409, "ILLEGAL_ACTION"));
    }

    @Test
    void whatReviewersAskedForAndNeverGotGoesBackToThemAndTheLegalClockRanOn() {
        Api agent = city.as("wangqiang");
        String no = foodBusiness();
        city.act(clerk, no, "ACCEPT");
        LocalDate legal = due(agent, no, "LEGAL");
        Api reviewer = city.as("market-reviewer");
        city.act(reviewer, no, "REQUEST_REVIEW_CORRECTION", "demands", List.of(LAYOUT));
        JsonNode waiting = city.see(agent, no);
        assertEquals("REVIEW_CORRECTION", waiting.path("status").asText());
        assertEquals("RUNNING", City.clock(waiting, "LEGAL").path("state").asText(), "the law knows no such pause");
        assertEquals("PAUSED", City.clock(waiting, "PROMISE").path("state").asText());
        assertTrue(city.see(reviewer, no).at("/workItems/0/suspended").asBoolean());
        passThe(due(agent, no, "CORRECTION"));
        JsonNode back = city.see(reviewer, no);
        assertEquals("IN_REVIEW", back.path("status").asText());
        assertFalse(back.at("/workItems/0/suspended").asBoolean());
        assertEquals(legal, due(agent, no, "LEGAL"));
        assertTrue(back.path("documents").findValuesAsText("kind").contains("REVIEW_CORRECTION_NOTICE"));
        city.act(reviewer, no, "REVIEW", "opinion", "DISAGREE", "text", "逾期未补充材料。");
    }

    @Test
    void whatReviewersAskedForAndGotGoesBackToThem() {
        Api agent = city.as("wangqiang");
        String no = foodBusiness();
        city.act(clerk, no, "ACCEPT");
        Api reviewer = city.as("market-reviewer");
        city.act(reviewer, no, "REQUEST_REVIEW_CORRECTION", "demands", List.of(LAYOUT));
        String file = agent.post("/cases/" + no + "/files")
                .file("file", "layout.pdf", "application/pdf", City.pdf())
                .send()
                .expect(201)
                .text("/id");
        city.act(agent, no, "SUPPLY_CORRECTION", "files", List.of(Map.of("requirement", "layout", "fileId", file)));
        JsonNode back = city.see(agent, no);
        assertEquals("IN_REVIEW", back.path("status").asText());
        assertEquals("RUNNING", City.clock(back, "PROMISE").path("state").asText());
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "低风险，免予现场核查。");
    }
}
