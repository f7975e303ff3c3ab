package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 急事先办: help first on an order with a ground; what was put off comes later, or the light is red and supervisors are told. */
@OnServer
class UrgencyIT {

    private static final int MANY = 5;

    private final City city;
    private final Db db;

    UrgencyIT(YiwangServer server) {
        city = new City(server);
        db = server.db();
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
    void urgentComesFirstOnEveryPageAndNothingIsLostOrTwice() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            cases.add(emergency("chenjing"));
            city.move(Duration.ofDays(i % 2).plusSeconds(10));
        }
        // The last two would stand at the end of the list by their dates.
        Set<String> urgent = Set.copyOf(cases.subList(MANY - 2, MANY));
        Api clerk = city.as("window-1");
        String page = "/work-items?queue=department&item=temp-relief&limit=2";
        JsonNode first = clerk.get(page).expect(200).json();
        urgent.forEach(no -> city.as("street-director")
                .post("/cases/" + no + "/actions", order("street-director", no, "medical"))
                .expect(200));
        List<JsonNode> lines = lines(clerk, page, "");
        Set<String> ids = new HashSet<>();
        lines.forEach(line -> assertTrue(ids.add(line.path("id").asText()), "nothing twice"));
        assertEquals(
                db.number("SELECT count(*) FROM work_item WHERE queue = 'hall/window' AND item_code = 'temp-relief'"
                        + " AND NOT suspended"),
                lines.size(),
                "nothing lost");
        List<Boolean> marks =
                lines.stream().map(line -> line.path("urgent").asBoolean()).toList();
        assertEquals(marks.stream().sorted(Comparator.reverseOrder()).toList(), marks, "urgent before all other");
        lines.forEach(line -> {
            if (urgent.contains(line.path("caseNo").asText())) {
                assertTrue(line.path("urgent").asBoolean(), line.toString());
            }
        });
        List<String> due = lines.stream()
                .map(line -> (line.path("urgent").asBoolean() ? "0" : "1")
                        + line.path("dueOn").asText())
                .toList();
        assertEquals(due.stream().sorted().toList(), due, "then the soonest due");
        // Whoever had turned a page before goes on where he was and meets no line again.
        List<String> before = first.path("items").findValuesAsText("id");
        List<String> after = lines(clerk, page, "&after=" + first.path("next").asText()).stream()
                .map(line -> line.path("id").asText())
                .toList();
        assertTrue(after.stream().noneMatch(before::contains), "no line again");
        clerk.get(page + "&after=7_2026-01-01_x").expect(422).error("after", "FORMAT");
        for (String no : urgent) {
            assertTrue(city.see(clerk, no).path("urgent").asBoolean());
            city.act(city.as("chenjing"), no, "WITHDRAW");
            assertFalse(city.see(clerk, no).path("urgent").asBoolean(), "over is not urgent");
        }
    }

    @Test
    void theOrderOfTheInboxIsThatOfAnIndex() {
        String plan = db.plan(
                """
                        SELECT w.public_id FROM work_item w
                         WHERE w.queue = 'hall/window' AND NOT w.suspended
                           AND (w.turn, w.due_on, w.case_no, w.public_id)
                               > (1::smallint, DATE '2026-01-01', 'x', CAST('00000000-0000-0000-0000-000000000000' AS uuid))
                         ORDER BY w.turn, w.due_on, w.case_no, w.public_id LIMIT 21
                        """);
        assertTrue(plan.contains("work_item_queue"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    private static List<JsonNode> lines(Api who, String page, String from) {
        List<JsonNode> lines = new ArrayList<>();
        String after = from;
        do {
            JsonNode json = who.get(page + after).expect(200).json();
            json.path("items").forEach(lines::add);
            after = json.path("next").isNull() || json.path("next").isMissingNode()
                    ? null
                    : "&after=" + json.path("next").asText();
        } while (after != null);
        return lines;
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
