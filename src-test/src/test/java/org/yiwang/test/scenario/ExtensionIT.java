package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 延期 (行政许可法 §42): asked for by whoever has the work, approved by the head of the department, once, told in writing. */
@OnServer
class ExtensionIT {

    private final City city;
    private final Db db;
    private final Api handler;
    private final Api head;

    ExtensionIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.handler = city.as("traffic-reviewer");
        this.head = city.as("urban-director");
    }

    private String accepted() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private LocalDate law(String no) {
        return LocalDate.parse(
                City.clock(city.see(handler, no), "LEGAL").path("dueOn").asText());
    }

    private static boolean allowed(JsonNode view, String action) {
        for (JsonNode one : view.path("allowedActions")) {
            if (one.asText().equals(action)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theHeadApprovesOnceAndTheApplicantIsToldTheOldAndTheNewDate() {
        String no = accepted();
        LocalDate before = law(no);
        assertTrue(allowed(city.see(handler, no), "REQUEST_EXTENSION"));
        JsonNode asked = city.act(handler, no, "REQUEST_EXTENSION", "reason", "地下管线复杂，需要补充探测。");
        assertEquals(before, law(no), "asking moves nothing");
        assertFalse(allowed(asked, "REQUEST_EXTENSION"), "asked once is enough");
        JsonNode atHead = city.see(head, no);
        assertEquals("地下管线复杂，需要补充探测。", atHead.at("/extension/reason").asText());
        assertTrue(allowed(atHead, "EXTEND"));
        assertTrue(
                city.see(city.as("wangqiang"), no).path("extension").isMissingNode(),
                "what the office considers is not yet the applicant's");
        city.act(head, no, "EXTEND", "approved", true);
        LocalDate after = law(no);
        assertTrue(after.isAfter(before));
        JsonNode law = City.clock(city.see(city.as("wangqiang"), no), "LEGAL");
        assertEquals(10, law.path("extendedBy").asInt());
        assertEquals(before.toString(), law.at("/dueBefore/0").asText(), "the date before stays on record");
        assertEquals(
                1,
                db.number(
                        """
                        SELECT count(*) FROM case_clock c JOIN case_file f ON f.id = c.case_id
                         WHERE f.case_no = ? AND c.kind = 'LEGAL' AND c.state = 'SUPERSEDED' AND c.due_on = CAST(? AS date)
                        """,
                        no,
                        before.toString()));
        city.settle();
        assertTrue(city.see(city.as("wangqiang"), no)
                .path("documents")
                .findValuesAsText("kind")
                .contains("EXTENSION_NOTICE"));
        assertEquals(
                "REGISTERED",
                db.text("SELECT state FROM official_document WHERE case_no = ? AND kind = 'EXTENSION_NOTICE'", no));
        assertTrue(db.number(
                        "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.extended' AND body LIKE ?",
                        no,
                        "%" + after.getDayOfMonth() + "%")
                >= 1);
        handler.post("/cases/" + no + "/actions", city.action(handler, no, "REQUEST_EXTENSION", "reason", "还不够。"))
                .problem(409, "EXTENDED_ALREADY");
    }

    @Test
    void aRefusalNeedsItsReasonAndMovesNothing() {
        String no = accepted();
        LocalDate before = law(no);
        city.act(handler, no, "REQUEST_EXTENSION", "reason", "人手不够。");
        head.post("/cases/" + no + "/actions", city.action(head, no, "EXTEND", "approved", false))
                .problem(422, "INVALID")
                .error("reason", "REQUIRED");
        head.post("/cases/" + no + "/actions", city.action(head, no, "EXTEND"))
                .problem(422, "INVALID")
                .error("approved", "REQUIRED");
        JsonNode refused = city.act(head, no, "EXTEND", "approved", false, "reason", "人手不够不是延期的理由。");
        assertEquals(before, law(no));
        assertTrue(refused.path("extension").isMissingNode());
        assertTrue(allowed(city.see(handler, no), "REQUEST_EXTENSION"), "a better reason may still be given");
    }

    @Test
    void nobodyButTheHeadApprovesAndNothingIsApprovedUnasked() {
        String no = accepted();
        head.post("/cases/" + no + "/actions", city.action(head, no, "EXTEND", "approved", true))
                .problem(409, "NOTHING_ASKED");
        city.act(handler, no, "REQUEST_EXTENSION", "reason", "需要补充探测。");
        handler.post("/cases/" + no + "/actions", city.action(handler, no, "EXTEND", "approved", true))
                .problem(403, "FORBIDDEN");
        Api agent = city.as("wangqiang");
        agent.post("/cases/" + no + "/actions", city.action(agent, no, "REQUEST_EXTENSION", "reason", "x"))
                .problem(403, "FORBIDDEN");
    }
}
