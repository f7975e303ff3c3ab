package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 食品经营许可: a site check by two officers inside the legal time; an expert review may stop the clock. */
@OnServer
class FoodBusinessIT {

    private final City city;

    FoodBusinessIT(YiwangServer server) {
        this.city = new City(server);
    }

    @Test
    void aSiteCheckNeedsTwoDifferentOfficersAndStopsNoClock() {
        String no = atSiteCheck();
        Api inspector = city.as("market-inspector-1");
        inspector
                .post("/cases/" + no + "/actions", check(inspector, no, "YZ1012"))
                .problem(422, "INVALID")
                .error("withStaffNo", "SECOND_OFFICER");
        inspector
                .post("/cases/" + no + "/actions", check(inspector, no, "YZ1013"))
                .expect(200);
        JsonNode view = city.see(city.as("market-director"), no);
        assertEquals("RUNNING", City.clock(view, "LEGAL").path("state").asText());
        decide(no, "GRANT");
        city.settle();
        JsonNode done = city.see(city.as("wangqiang"), no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(done.path("documents").findValuesAsText("kind").contains("RESULT"));
        assertTrue(done.path("opinions").isEmpty(), "opinions are not shown to the applicant");
    }

    @Test
    void anExpertReviewStopsTheClockAndIsToldInWriting() {
        String no = atSiteCheck();
        Api inspector = city.as("market-inspector-1");
        city.act(inspector, no, "CLAIM");
        LocalDate dueBefore = LocalDate.parse(
                City.clock(city.see(inspector, no), "LEGAL").path("dueOn").asText());
        city.act(inspector, no, "START_SPECIAL_PROCEDURE", "type", "EXPERT_REVIEW", "reason", "新工艺需要专家论证。");
        JsonNode paused = city.see(inspector, no);
        assertEquals("SPECIAL_PROCEDURE", paused.path("status").asText());
        assertEquals("PAUSED", City.clock(paused, "LEGAL").path("state").asText());
        assertTrue(paused.path("workItems").get(0).path("suspended").asBoolean());
        Api director = city.as("market-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "DENY", "reason", "x", "legalBasis", "y"))
                .problem(409, "ILLEGAL_ACTION");
        city.move(Duration.ofDays(14));
        city.act(inspector, no, "END_SPECIAL_PROCEDURE", "result", "专家论证通过。");
        JsonNode running = city.see(inspector, no);
        assertEquals("IN_REVIEW", running.path("status").asText());
        JsonNode legal = City.clock(running, "LEGAL");
        assertEquals("RUNNING", legal.path("state").asText());
        assertTrue(LocalDate.parse(legal.path("dueOn").asText()).isAfter(dueBefore));
        assertTrue(running.path("documents").findValuesAsText("kind").contains("SPECIAL_PROCEDURE_NOTICE"));
        inspector
                .post(
                        "/cases/" + no + "/actions",
                        city.action(inspector, no, "START_SPECIAL_PROCEDURE", "type", "AUCTION", "reason", "x"))
                .problem(422, "INVALID")
                .error("type", "NOT_ALLOWED");
        assertFalse(running.path("workItems").get(0).path("suspended").asBoolean());
    }

    @Test
    void workIsTakenByTheFirstAndHandedOnWithinThePost() {
        String no = atSiteCheck();
        Api first = city.as("market-inspector-1");
        Api second = city.as("market-inspector-2");
        var late = city.action(second, no, "CLAIM");
        city.act(first, no, "CLAIM");
        second.post("/cases/" + no + "/actions", late).problem(409, "STALE");
        second.post("/cases/" + no + "/actions", city.action(second, no, "CLAIM"))
                .problem(409, "CLAIMED_BY_OTHER");
        first.post("/cases/" + no + "/actions", city.action(first, no, "TRANSFER", "toStaffNo", "YZ1004"))
                .problem(422, "INVALID")
                .error("toStaffNo", "NOT_IN_POST");
        city.act(first, no, "TRANSFER", "toStaffNo", "YZ1013");
        assertTrue(city.see(second, no).path("workItems").get(0).path("mine").asBoolean());
    }

    @Test
    void aShopOfLowRiskIsDecidedWithoutASiteCheckButNotByTheReviewerAlone() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api director = city.as("market-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "y"))
                .problem(409, "NOT_YET");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "低风险，免予现场核查。");
        assertEquals(List.of("decide"), city.see(director, no).path("workItems").findValuesAsText("step"));
        decide(no, "GRANT");
        city.settle();
        JsonNode done = city.see(agent, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(done.path("documents").findValuesAsText("kind").contains("RESULT"));
        assertFalse(
                city.see(director, no).path("opinions").findValuesAsText("step").contains("site-check"));
    }

    private String atSiteCheck() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business")));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料符合要求。");
        assertEquals(
                "site-check",
                city.see(city.as("market-inspector-1"), no)
                        .path("workItems")
                        .get(0)
                        .path("step")
                        .asText());
        return no;
    }

    private com.fasterxml.jackson.databind.node.ObjectNode check(Api inspector, String no, String with) {
        Instant now = Instant.parse(city.nobody().get("/clock").text("/now"));
        return city.action(
                inspector,
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                with,
                "checkedAt",
                now.toString(),
                "place",
                "云东区东湖路 18 号",
                "findings",
                "布局与图纸一致，冷藏设施完好。",
                "passed",
                true,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
    }

    private void decide(String no, String decision) {
        city.act(
                city.as("market-director"),
                no,
                "DECIDE",
                "decision",
                decision,
                "reason",
                "符合许可条件。",
                "legalBasis",
                "《食品安全法》第三十五条");
    }
}
