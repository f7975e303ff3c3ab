package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 急事先办: help first on an order with a ground; what was put off comes later, or the light is red and supervisors are told. */
@OnServer
class UrgencyIT {

    private final City city;

    UrgencyIT(YiwangServer server) {
        city = new City(server);
    }

    private String emergency(String login) {
        ObjectNode answers = city.answers("temp-relief").put("emergency", true);
        Api who = city.as(login);
        String draft = city.draftWithout(who, "temp-relief", answers);
        city.attach(who, draft, "id-card");
        return city.submit(who, draft);
    }

    private ObjectNode order(String login, String no, String ground, String... later) {
        ObjectNode body = city.action(city.as(login), no, "ORDER_URGENT", "ground", ground, "reason", "医院来电核实，须立即手术。");
        for (String key : later) {
            body.withArray("later").add(key);
        }
        return body;
    }

    private void ordered(String no) {
        city.as("street-director")
                .post(
                        "/cases/" + no + "/actions",
                        order("street-director", no, "medical", "means-declaration", "hardship-proof"))
                .expect(200);
    }

    private void granted(String no) {
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "已电话核实。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "情况紧急，先行救助。",
                "legalBasis",
                "社会救助暂行办法第四十八条");
        city.settle();
    }

    private void supply(String login, String no, String... keys) {
        Api who = city.as(login);
        ObjectNode body = city.action(who, no, "SUPPLY_LATER");
        for (String key : keys) {
            String file = who.post("/cases/" + no + "/files")
                    .file("file", key + ".pdf", "application/pdf", City.pdf())
                    .send()
                    .expect(201)
                    .text("/id");
            body.withArray("files").addObject().put("requirement", key).put("fileId", file);
        }
        who.post("/cases/" + no + "/actions", body).expect(200);
    }

    private void confirm(String no) {
        city.act(city.as("street-reviewer"), no, "CONFIRM_LATER", "findings", "声明和病历齐全，与核实情况一致。");
    }

    @Test
    void isFirstInTheQueueAndThePapersFollow() {
        String no = emergency("chenjing");
        ordered(no);
        assertEquals(
                "RUNNING",
                City.clock(city.see(city.as("street-director"), no), "URGENT")
                        .path("state")
                        .asText());
        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode work =
                city.see(city.as("street-reviewer"), no).path("workItems").path(0);
        assertFalse(
                java.time.LocalDate.parse(work.path("dueOn").asText())
                        .isAfter(city.today().plusDays(1)),
                "due within a day, whatever the step would have");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "已电话核实。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "先行救助。",
                "legalBasis",
                "社会救助暂行办法第四十八条");
        city.settle();
        assertEquals(
                "COMPLETED", city.see(city.as("chenjing"), no).path("status").asText());
        JsonNode view = city.see(city.as("street-reviewer"), no);
        assertEquals("RUNNING", City.clock(view, "LATER").path("state").asText(), "what was put off is still owed");

        Api reviewer = city.as("street-reviewer");
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "CONFIRM_LATER", "findings", "看过"))
                .problem(409, "LATER_MISSING");
        supply("chenjing", no, "means-declaration");
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "CONFIRM_LATER", "findings", "看过"))
                .problem(409, "LATER_MISSING");
        supply("chenjing", no, "hardship-proof");
        confirm(no);
        JsonNode urgency = city.as("chenjing")
                .get("/urgency/cases/" + no)
                .expect(200)
                .json()
                .path("urgency");
        assertTrue(urgency.path("completed").asBoolean());
        assertTrue(urgency.path("by").isMissingNode(), "the applicant sees the authority, not the person");
    }

    @Test
    void papersThatDoNotFollowTurnRedAndKeepTheDoorShut() {
        String no = emergency("wangqiang");
        ordered(no);
        granted(no);
        city.move(Duration.ofDays(25));
        JsonNode orders =
                city.as("supervisor").get("/supervision/orders").expect(200).json();
        assertTrue(orders.toString().contains(no), "a red card though the case is completed");

        String again = emergency("wangqiang");
        city.as("street-director")
                .post("/cases/" + again + "/actions", order("street-director", again, "medical", "means-declaration"))
                .problem(409, "LATER_OVERDUE");
        supply("wangqiang", no, "means-declaration", "hardship-proof");
        confirm(no);
        city.as("street-director")
                .post("/cases/" + again + "/actions", order("street-director", again, "medical", "means-declaration"))
                .expect(200);
        supply("wangqiang", again, "means-declaration");
        confirm(again);
    }

    @Test
    void onlyTheNamedPostOnANamedGroundAndOnlyWhatMayWait() {
        String no = emergency("chenjing");
        Api street = city.as("street-director");
        street.post("/cases/" + no + "/actions", order("street-director", no, "in-a-hurry"))
                .expect(422)
                .error("ground", "UNKNOWN_VALUE");
        street.post("/cases/" + no + "/actions", order("street-director", no, "medical", "id-card"))
                .expect(422)
                .error("later", "NOT_ALLOWED");
        city.as("street-reviewer")
                .post("/cases/" + no + "/actions", order("street-reviewer", no, "medical"))
                .expect(403);
        city.as("chenjing")
                .post("/cases/" + no + "/actions", order("chenjing", no, "medical"))
                .expect(403);
    }
}
