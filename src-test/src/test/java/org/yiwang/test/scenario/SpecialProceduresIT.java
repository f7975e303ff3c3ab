package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 特别程序 (行政许可法 §45): several at once, each told in writing, their time counted out once. */
@OnServer
class SpecialProceduresIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Db db;
    private final Api reviewer;

    SpecialProceduresIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.reviewer = city.as("market-reviewer");
    }

    private String inReview() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "CLAIM");
        return no;
    }

    private JsonNode start(String no, String type) {
        return city.act(reviewer, no, "START_SPECIAL_PROCEDURE", "type", type, "reason", "依法需要。");
    }

    private JsonNode end(String no, String type) {
        return city.act(reviewer, no, "END_SPECIAL_PROCEDURE", "type", type, "result", "已完成。");
    }

    private String legalDue(String no) {
        return City.clock(city.see(reviewer, no), "LEGAL").path("dueOn").asText();
    }

    /** Two that overlap, one within another, and one alone over the same days take the same time out. */
    @Test
    @DisplayName("特别程序嵌套/并行两个 → 停表取并集,不重复扣减")
    void timeRestsForTheUnionOfSeveralProcedures() {
        String alone = inReview();
        String overlapping = inReview();
        String nested = inReview();
        for (String no : List.of(alone, overlapping, nested)) {
            start(no, "EXPERT_REVIEW");
        }
        city.move(Duration.ofDays(4));
        JsonNode two = start(overlapping, "TESTING");
        start(nested, "TESTING");
        assertEquals("SPECIAL_PROCEDURE", two.path("status").asText());
        assertEquals(2, two.path("specialProcedures").size());
        reviewer.post(
                        "/cases/" + overlapping + "/actions",
                        city.action(reviewer, overlapping, "END_SPECIAL_PROCEDURE", "result", "已完成。"))
                .problem(422, "INVALID")
                .error("type", "REQUIRED");
        city.move(Duration.ofDays(7));
        assertEquals(
                "SPECIAL_PROCEDURE",
                end(overlapping, "EXPERT_REVIEW").path("status").asText());
        assertEquals("SPECIAL_PROCEDURE", end(nested, "TESTING").path("status").asText());
        assertEquals(
                "PAUSED",
                City.clock(city.see(reviewer, overlapping), "LEGAL")
                        .path("state")
                        .asText());
        city.move(Duration.ofDays(5));
        assertEquals("IN_REVIEW", end(overlapping, "TESTING").path("status").asText());
        assertEquals("IN_REVIEW", end(nested, "EXPERT_REVIEW").path("status").asText());
        end(alone, "EXPERT_REVIEW");
        assertEquals(legalDue(alone), legalDue(overlapping), "two that overlap");
        assertEquals(legalDue(alone), legalDue(nested), "one within another");
        city.settle();
        long notices = db.number(
                "SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'SPECIAL_PROCEDURE_NOTICE'"
                        + " AND state = 'REGISTERED'",
                overlapping);
        assertEquals(2, notices, "each is told in writing");
        JsonNode seen = city.see(city.as("wangqiang"), overlapping);
        assertFalse(seen.at("/specialProcedures/0/endedAt").asText().isEmpty());
        assertTrue(seen.path("specialProcedure").isMissingNode());
    }

    @Test
    void whatTakesLongerThanWasToldIsToldAgain() {
        String no = inReview();
        String told =
                start(no, "EXPERT_REVIEW").at("/specialProcedures/0/expectedOn").asText();
        city.moveTo(LocalDate.parse(told).plusDays(1).atStartOfDay(ZONE).toInstant());
        city.settle();
        JsonNode late = city.see(reviewer, no);
        assertTrue(late.at("/specialProcedures/0/late").asBoolean());
        assertEquals("BLUE", late.path("light").asText(), "what was told is no limit of the office");
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(reviewer, no, "PROLONG_SPECIAL_PROCEDURE", "more", 0, "reason", "专家出差。"))
                .problem(422, "INVALID")
                .error("more", "OUT_OF_RANGE");
        JsonNode again = city.act(reviewer, no, "PROLONG_SPECIAL_PROCEDURE", "more", 10, "reason", "需要补充检验数据。");
        assertEquals(told, again.at("/specialProcedures/0/toldBefore/0").asText());
        assertTrue(again.at("/specialProcedures/0/expectedOn").asText().compareTo(told) > 0);
        assertEquals("PAUSED", City.clock(again, "LEGAL").path("state").asText(), "the office's time rests as it did");
        city.settle();
        assertEquals(
                2,
                db.number(
                        "SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'SPECIAL_PROCEDURE_NOTICE'"
                                + " AND state = 'REGISTERED'",
                        no),
                "a supplementary notice");
        assertTrue(db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.specialProlonged'", no)
                >= 1);
        end(no, "EXPERT_REVIEW");
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(reviewer, no, "PROLONG_SPECIAL_PROCEDURE", "more", 1, "reason", "x"))
                .problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void theSameKindRunsOnceAndOnlyWhatTheItemNamesRunsAtAll() {
        String no = inReview();
        start(no, "TESTING");
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(reviewer, no, "START_SPECIAL_PROCEDURE", "type", "TESTING", "reason", "x"))
                .problem(409, "RUNNING_ALREADY");
        for (String type : List.of("QUARANTINE", "SITE_SURVEY", "MEDICAL")) {
            reviewer.post(
                            "/cases/" + no + "/actions",
                            city.action(reviewer, no, "START_SPECIAL_PROCEDURE", "type", type, "reason", "x"))
                    .problem(422, "INVALID")
                    .error("type", "NOT_ALLOWED");
        }
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(reviewer, no, "END_SPECIAL_PROCEDURE", "type", "EXPERT_REVIEW", "result", "x"))
                .problem(409, "NOT_RUNNING");
        Api stranger = city.as("market-inspector-1");
        stranger.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                stranger, no, "PROLONG_SPECIAL_PROCEDURE", "type", "TESTING", "more", 5, "reason", "x"))
                .problem(403, "FORBIDDEN");
    }
}
