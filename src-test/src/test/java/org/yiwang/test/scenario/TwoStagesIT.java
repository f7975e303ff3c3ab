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
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 两段办理: each stage has its decision, its document and its own time; between them the first result waits, and lapses. */
@OnServer
class TwoStagesIT {

    private static final String LAW = "《中华人民共和国户口登记条例》第十条";

    private final City city;
    private final Db db;
    private final Api citizen;
    private final Api window;
    private final Api branch;
    private final Api post;

    TwoStagesIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.citizen = city.as("chenjing");
        this.window = city.as("window-1");
        this.branch = city.as("police-director");
        this.post = city.as("post-reviewer");
    }

    private String permitted() {
        String no = city.submitted("chenjing", "talent-hukou");
        city.act(window, no, "ACCEPT");
        city.act(city.as("hrss-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "学历已核验，符合人才类别。");
        city.act(post, no, "REVIEW", "opinion", "AGREE", "text", "落户地址真实。");
        city.act(branch, no, "DECIDE", "decision", "GRANT", "reason", "符合落户条件。", "legalBasis", LAW);
        city.settle();
        return no;
    }

    private ObjectNode begin(Api who, String no, boolean checked, boolean certificate) {
        ObjectNode body = city.action(who, no, "BEGIN_STAGE", "identityChecked", checked);
        body.remove("workItemId");
        if (certificate) {
            body.withArray("files")
                    .add(who.post("/cases/" + no + "/files")
                            .file("file", "户口迁移证.pdf", "application/pdf", City.pdf())
                            .send()
                            .expect(201)
                            .text("/id"));
        }
        return body;
    }

    private String begun() {
        String no = permitted();
        window.post("/cases/" + no + "/actions", begin(window, no, true, true)).expect(200);
        return no;
    }

    private static List<JsonNode> clocks(JsonNode view, String kind) {
        List<JsonNode> found = new ArrayList<>();
        view.path("clocks").forEach(clock -> {
            if (clock.path("kind").asText().equals(kind)) {
                found.add(clock);
            }
        });
        return found;
    }

    private String verified(String no) {
        String code = db.text(
                "SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'STAGE_RESULT'", no);
        return city.nobody().get("/verifications/" + code).expect(200).text("/result");
    }

    @Test
    void theFirstDecisionIssuesItsOwnDocumentAndEndsItsOwnTime() {
        String no = permitted();
        JsonNode view = city.see(citizen, no);
        assertEquals("AWAITING_NEXT_STAGE", view.path("status").asText());
        assertTrue(
                view.path("decision").isMissingNode() || view.path("decision").isNull(), "nothing final yet");
        assertTrue(
                view.path("sentence").asText().contains("户口迁移证"),
                view.path("sentence").asText());
        City.document(view, "STAGE_RESULT");
        assertEquals("VALID", verified(no));
        assertEquals("STOPPED", City.clock(view, "LEGAL").path("state").asText());
        assertEquals("STOPPED", City.clock(view, "PROMISE").path("state").asText());
        assertEquals("RUNNING", City.clock(view, "WAITING").path("state").asText());
        assertEquals("GRANTED", view.at("/stages/state").asText());
        LocalDate until = LocalDate.parse(view.at("/stages/until").asText());
        assertFalse(until.isBefore(city.today().plusDays(30)), "thirty days, the first not counted");
        assertTrue(city.see(branch, no).at("/workItems/0/suspended").asBoolean(), "it is not the office's turn");
        branch.post(
                        "/cases/" + no + "/actions",
                        city.action(branch, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "x"))
                .problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void theSecondStageHasItsOwnTimeItsOwnFourEyesAndTheFinalResult() {
        String no = permitted();
        city.move(Duration.ofDays(20));
        window.post("/cases/" + no + "/actions", begin(window, no, false, false))
                .problem(422, "INVALID")
                .error("files", "REQUIRED");
        window.post("/cases/" + no + "/actions", begin(window, no, false, true))
                .problem(422, "INVALID")
                .error("identityChecked", "REQUIRED");
        citizen.post("/cases/" + no + "/actions", begin(citizen, no, true, true))
                .problem(403, "FORBIDDEN");
        window.post("/cases/" + no + "/actions", begin(window, no, true, true)).expect(200);
        JsonNode view = city.see(citizen, no);
        assertEquals("IN_REVIEW", view.path("status").asText());
        assertEquals("BEGUN", view.at("/stages/state").asText());
        List<JsonNode> legal = clocks(view, "LEGAL");
        assertEquals(2, legal.size(), "each stage has its own row: " + legal);
        assertEquals(
                List.of("RUNNING", "STOPPED"),
                legal.stream().map(c -> c.path("state").asText()).sorted().toList());
        JsonNode second = legal.stream()
                .filter(c -> c.path("state").asText().equals("RUNNING"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, second.path("limit").asInt(), "its own limit: " + second);
        assertFalse(LocalDate.parse(second.path("dueOn").asText())
                .isBefore(city.today().plusDays(13)));

        post.post(
                        "/cases/" + no + "/actions",
                        city.action(post, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "x"))
                .expect(409);
        Api officer = city.as("post-officer-1");
        officer.post(
                        "/cases/" + no + "/actions",
                        city.action(officer, no, "RETURN", "reason", "x", "toStep", "qualify"))
                .problem(409, "STAGE_OVER");
        city.act(officer, no, "REVIEW", "opinion", "AGREE", "text", "迁移证与准予迁入证明一致。");
        city.act(post, no, "DECIDE", "decision", "GRANT", "reason", "户口项目登记无误。", "legalBasis", LAW);
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        City.document(done, "STAGE_RESULT");
        City.document(done, "RESULT");
    }

    @Test
    void whatIsNotTakenUpInTimeLapsesWithNotice() {
        String no = permitted();
        city.move(Duration.ofDays(45));
        city.settle();
        JsonNode view = city.see(citizen, no);
        assertEquals("TERMINATED", view.path("status").asText());
        City.document(view, "TERMINATION_NOTICE");
        assertEquals("REVOKED", verified(no), "whoever looks it up learns that it is good no longer");
        window.post("/cases/" + no + "/actions", city.action(window, no, "BEGIN_STAGE"))
                .problem(409, "ILLEGAL_ACTION");
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ?"
                                + " AND e.type = 'STAGE_LAPSED'",
                        no));
    }

    @Test
    void whoWithdrawsBetweenTheStagesGivesTheFirstResultUp() {
        String no = permitted();
        city.act(citizen, no, "WITHDRAW", "reason", "不迁了");
        city.settle();
        assertEquals("WITHDRAWN", city.see(citizen, no).path("status").asText());
        assertEquals("REVOKED", verified(no));
    }

    @Test
    void aRefusalInTheSecondStageTakesTheFirstResultBack() {
        String no = begun();
        city.act(city.as("post-officer-1"), no, "REVIEW", "opinion", "DISAGREE", "text", "迁移证已经失效。");
        city.act(post, no, "DECIDE", "decision", "DENY", "reason", "户口迁移证无效。", "legalBasis", LAW);
        city.settle();
        JsonNode view = city.see(citizen, no);
        assertEquals("COMPLETED", view.path("status").asText());
        assertEquals("DENY", view.path("decision").asText());
        City.document(view, "DENIAL_DECISION");
        assertEquals("REVOKED", verified(no));
    }

    @Test
    void aRefusalInTheFirstStageEndsIt() {
        String no = city.submitted("chenjing", "talent-hukou");
        city.act(window, no, "ACCEPT");
        city.act(city.as("hrss-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "学历未能核验。");
        city.act(post, no, "REVIEW", "opinion", "AGREE", "text", "落户地址真实。");
        city.act(branch, no, "DECIDE", "decision", "DENY", "reason", "人才类别不符。", "legalBasis", LAW);
        city.settle();
        JsonNode view = city.see(citizen, no);
        assertEquals("COMPLETED", view.path("status").asText());
        assertEquals("STOPPED", City.clock(view, "LEGAL").path("state").asText());
        assertEquals("NOT_YET", view.at("/stages/state").asText());
        assertFalse(view.path("documents").findValuesAsText("kind").contains("STAGE_RESULT"));
    }
}
