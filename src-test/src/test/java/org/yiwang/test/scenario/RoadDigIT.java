package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 城市道路挖掘: led by the urban authority; the traffic police must agree, housing is asked, the fee comes before the permit. */
@OnServer
class RoadDigIT {

    private final City city;
    private final YiwangServer server;

    RoadDigIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void bothAgreeInParallelThenFeeThenPermit() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "交通组织可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
        city.visitRoad(no);
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        decide(no, "GRANT").expect(200);
        city.settle();
        Api company = city.as("wangqiang");
        JsonNode approved = city.see(company, no);
        assertEquals("APPROVED", approved.path("status").asText(), "the permit waits for the fee");
        assertTrue(approved.at("/fee/cents").asLong() > 0);
        assertFalse(approved.path("documents").findValuesAsText("kind").contains("RESULT"));
        company.post("/cases/" + no + "/actions", city.action(company, no, "PAY", "reference", "PAY-0"))
                .problem(422, "INVALID")
                .error("reference", "NOT_PAID");
        city.act(company, no, "PAY", "reference", "PAY-" + no);
        city.settle();
        JsonNode done = city.see(company, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(done.path("documents").findValuesAsText("kind").contains("RESULT"));
    }

    @Test
    void noCaseIsLateBecauseItsFeeIsNotPaid() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "交通组织可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
        city.visitRoad(no);
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        decide(no, "GRANT").expect(200);
        Api company = city.as("wangqiang");
        assertEquals(
                "PAUSED",
                City.clock(city.see(company, no), "DELIVER").path("state").asText());
        city.move(Duration.ofDays(20));
        JsonNode waiting = city.see(company, no);
        assertEquals("BLUE", waiting.path("light").asText());
        assertTrue(
                waiting.path("nextStep").asText().contains("缴费"),
                waiting.path("nextStep").asText());
        assertTrue(waiting.path("workItems").isEmpty(), "there is nothing to hand out yet");
        city.act(company, no, "PAY", "reference", "PAY-" + no);
        JsonNode paid = City.clock(city.see(company, no), "DELIVER");
        assertEquals("RUNNING", paid.path("state").asText());
        assertTrue(
                LocalDate.parse(paid.path("dueOn").asText())
                        .isAfter(city.today().plusDays(10)),
                paid.toString());
    }

    @Test
    void theNoOfTheTrafficPoliceBlocksAGrant() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "影响主干道通行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
        city.visitRoad(no);
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "交警不同意。");
        decide(no, "GRANT").problem(409, "CO_APPROVAL_REFUSED");
        decide(no, "DENY").expect(200);
        city.settle();
        assertEquals(
                "COMPLETED", city.see(city.as("wangqiang"), no).path("status").asText());
    }

    @Test
    void thePlaceIsLookedAtByTwoBeforeTheLeadSumsUp() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
        assertEquals(
                List.of("site-check"),
                city.see(city.as("urban-reviewer"), no).path("workItems").findValuesAsText("step"));
        Api alone = city.as("urban-inspector-1");
        ObjectNode byOne = city.action(
                alone,
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1017",
                "checkedAt",
                city.now().toString(),
                "place",
                "路口",
                "findings",
                "一致。",
                "passed",
                true,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
        alone.post("/cases/" + no + "/actions", byOne).problem(422, "INVALID").error("withStaffNo", "SECOND_OFFICER");
        decide(no, "GRANT").problem(409, "NOT_YET");

        city.visitRoad(no);

        assertEquals(
                List.of("summary"),
                city.see(city.as("urban-reviewer"), no).path("workItems").findValuesAsText("step"));
    }

    @Test
    void anObjectionOfHousingMustBeAnswered() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "与管网施工冲突。");
        city.visitRoad(no);
        Api lead = city.as("urban-reviewer");
        lead.post("/cases/" + no + "/actions", city.action(lead, no, "REVIEW", "opinion", "AGREE", "text", "同意。"))
                .problem(422, "INVALID")
                .error("answers.housing-opinion", "ANSWER_NEEDED");
        city.act(
                lead,
                no,
                "REVIEW",
                "opinion",
                "AGREE",
                "text",
                "已协调错峰施工。",
                "answers",
                Api.object("housing-opinion", "已与管网单位商定错开工期。"));
        decide(no, "GRANT").expect(200);
    }

    @Test
    void twoOpinionsAtTheSameMomentBothCount() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                String no = accepted();
                List<Future<Integer>> answers = new ArrayList<>();
                for (String who : List.of("traffic-reviewer", "housing-reviewer")) {
                    Api officer = city.as(who);
                    ObjectNode body = city.action(officer, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
                    answers.add(both.submit(() ->
                            officer.post("/cases/" + no + "/actions", body).status()));
                }
                for (Future<Integer> answer : answers) {
                    assertEquals(200, answer.get(60, TimeUnit.SECONDS));
                }
                JsonNode view = city.see(city.as("urban-reviewer"), no);
                assertEquals(List.of("site-check"), view.path("workItems").findValuesAsText("step"));
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aFailureAfterTheEngineStepLeavesNeitherCaseNorEngineChanged() {
        String no = accepted();
        city.settle();
        Api officer = city.as("traffic-reviewer");
        ObjectNode body = city.action(officer, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        String before = state(no);
        // The event is written after the engine has moved on: refuse it, as a full disk would.
        server.db()
                .change(
                        """
                        CREATE OR REPLACE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                          IF NEW.case_id = (SELECT id FROM case_file WHERE case_no = '%s') THEN
                            RAISE EXCEPTION 'the disk is full';
                          END IF;
                          RETURN NEW;
                        END $$
                        """
                                .formatted(no));
        server.db()
                .change(
                        "CREATE TRIGGER fail_once BEFORE INSERT ON case_event FOR EACH ROW EXECUTE FUNCTION fail_once()");
        try {
            officer.post("/cases/" + no + "/actions", body).problem(500, "INTERNAL");
        } finally {
            server.db().change("DROP TRIGGER fail_once ON case_event");
        }
        assertEquals(before, state(no));
        officer.post("/cases/" + no + "/actions", body).expect(200);
    }

    @Test
    void aCommitThatFailsOrdersNothing() {
        String no = accepted();
        city.settle();
        Api officer = city.as("traffic-reviewer");
        ObjectNode body = city.action(officer, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        String before = state(no);
        long orders = orders(no);
        server.db()
                .change(
                        """
                        CREATE OR REPLACE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                          IF NEW.case_id = (SELECT id FROM case_file WHERE case_no = '%s') THEN
                            RAISE EXCEPTION 'the commit failed';
                          END IF;
                          RETURN NULL;
                        END $$
                        """
                                .formatted(no));
        server.db()
                .change("CREATE CONSTRAINT TRIGGER fail_late AFTER INSERT ON case_event "
                        + "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail_late()");
        try {
            officer.post("/cases/" + no + "/actions", body).problem(500, "INTERNAL");
        } finally {
            server.db().change("DROP TRIGGER fail_late ON case_event");
        }
        assertEquals(before, state(no));
        assertEquals(orders, orders(no), "what was not committed tells nobody");
        officer.post("/cases/" + no + "/actions", body).expect(200);
    }

    private long orders(String no) {
        return server.db().number("SELECT count(*) FROM outbox WHERE order_key = ?", no);
    }

    /** Everything that must agree: case, work list, engine. */
    private String state(String no) {
        return server.db()
                .text(
                        """
                        SELECT c.status || c.version || c.head_hash
                          || (SELECT string_agg(step_key || version, ',' ORDER BY step_key) FROM work_item w WHERE w.case_id = c.id)
                          || (SELECT string_agg(task_def_key_, ',' ORDER BY task_def_key_) FROM act_ru_task t
                               WHERE t.proc_inst_id_ = c.process_id)
                          || (SELECT count(*) FROM case_record r WHERE r.case_id = c.id)
                        FROM case_file c WHERE c.case_no = ?
                        """,
                        no);
    }

    private org.yiwang.test.Reply decide(String no, String decision) {
        Api director = city.as("urban-director");
        return director.post(
                "/cases/" + no + "/actions",
                city.action(
                        director,
                        no,
                        "DECIDE",
                        "decision",
                        decision,
                        "reason",
                        "经审查。",
                        "legalBasis",
                        "《城市道路管理条例》第三十三条"));
    }

    /** Two officers of the lead authority look at the place. */
    private String accepted() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }
}
