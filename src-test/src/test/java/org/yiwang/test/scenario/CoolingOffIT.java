package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 冷静期 (民法典 §1077): thirty days in which either takes it back, thirty in which both have to come; all by time. */
@OnServer
class CoolingOffIT {

    private City city;
    private String no;

    @BeforeEach
    void acceptedToday(YiwangServer server) {
        city = new City(server);
        no = city.submitted("chenjing", "divorce");
        city.act(city.as("window-1"), no, "ACCEPT");
    }

    private JsonNode seen(String login) {
        return city.see(city.as(login), no);
    }

    /** Into the days in which both have to come. */
    private void coolOff() {
        LocalDate last = LocalDate.parse(
                City.clock(seen("chenjing"), "WAITING").path("dueOn").asText());
        city.moveTo(last.plusDays(1)
                .atTime(9, 0)
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant());
    }

    private ObjectNode appearance(boolean other) {
        return city.action(
                city.as("window-1"), no, "RECORD_APPEARANCE", "applicant", true, "other", other, "willing", true);
    }

    @Test
    void beginsWithAcceptanceAndNothingElseHappensInIt() {
        JsonNode view = seen("chenjing");
        assertEquals("COOLING_OFF", view.path("status").asText());
        LocalDate until = LocalDate.parse(view.at("/due/on").asText());
        assertFalse(until.isBefore(city.today().plusDays(30)), "thirty days, the first not counted");
        assertTrue(view.path("sentence").asText().contains("任何一方"));
        for (JsonNode clock : view.path("clocks")) {
            assertFalse(clock.path("kind").asText().equals("PROMISE"), "the office's time has not begun");
        }
        Api reviewer = city.as("civil-reviewer");
        ObjectNode early = Api.object("action", "REVIEW", "opinion", "AGREE", "text", "提前办")
                .put("workItemId", seen("civil-reviewer").at("/workItems/0/id").asText())
                .put(
                        "seenVersion",
                        seen("civil-reviewer").at("/workItems/0/version").asLong());
        reviewer.post("/cases/" + no + "/actions", early).expect(409);
        city.as("window-1").post("/cases/" + no + "/actions", appearance(true)).expect(409);
    }

    @Test
    void eitherOfTheTwoTakesItBack() {
        assertEquals("COOLING_OFF", seen("wangqiang").path("status").asText(), "the other sees it");
        assertTrue(city.as("wangqiang").get("/cases").expect(200).body().contains(no));
        city.move(Duration.ofDays(20));
        city.act(city.as("wangqiang"), no, "WITHDRAW", "reason", "不愿意离婚了");
        assertEquals("WITHDRAWN", seen("chenjing").path("status").asText());
    }

    @Test
    void bothComeAndItIsRegistered() {
        coolOff();
        assertEquals("AWAITING_APPEARANCE", seen("chenjing").path("status").asText());
        city.as("window-1")
                .post("/cases/" + no + "/actions", appearance(false))
                .expect(422)
                .error("other", "REQUIRED");
        JsonNode view = city.as("window-1")
                .post("/cases/" + no + "/actions", appearance(true))
                .expect(200)
                .json();
        assertEquals("IN_REVIEW", view.path("status").asText());
        assertEquals("RUNNING", City.clock(view, "PROMISE").path("state").asText(), "now the office's time runs");
        city.act(city.as("civil-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "双方自愿，协议完整。");
        assertEquals(
                "APPROVED",
                city.act(
                                city.as("civil-director"),
                                no,
                                "DECIDE",
                                "decision",
                                "GRANT",
                                "reason",
                                "双方自愿，符合规定。",
                                "legalBasis",
                                "民法典第一千零七十六条、第一千零七十七条")
                        .path("status")
                        .asText());
    }

    @Test
    void whoDoesNotComeHasTakenItBack() {
        coolOff();
        LocalDate last = LocalDate.parse(seen("chenjing").at("/due/on").asText());
        assertFalse(last.isBefore(city.today().plusDays(28)), "thirty days from the end of the first period");
        city.moveTo(
                last.atTime(23, 0).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
        assertEquals("AWAITING_APPEARANCE", seen("chenjing").path("status").asText(), "the last day is a good day");
        city.moveTo(last.plusDays(1)
                .atTime(1, 0)
                .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toInstant());
        JsonNode view = seen("wangqiang");
        assertEquals("WITHDRAWN", view.path("status").asText());
        assertTrue(view.path("timeline").toString().contains("DEEMED_WITHDRAWN"));
        city.settle();
        assertTrue(seen("chenjing").path("documents").toString().contains("TERMINATION_NOTICE"));
    }

    @Test
    void aStrangerNeitherSeesNorWithdrawsIt() {
        ObjectNode answers = city.answers("divorce").put("spouseName", "王小强");
        String other = city.submit(city.as("chenjing"), city.draft(city.as("chenjing"), "divorce", answers));
        city.act(city.as("window-1"), other, "ACCEPT");
        city.as("wangqiang").get("/cases/" + other).expect(404);
    }
}
