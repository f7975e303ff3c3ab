package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 延期 (行政许可法 §42): asked for by whoever has the work, approved by the head of the department, once, told in writing. */
@OnServer
class ExtensionIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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
    @DisplayName("延期 10 日只能一次 · 延期须出文书")
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

    /** Asked for in time is not enough: the approval itself has to come before the limit is over. */
    @Test
    @DisplayName("延期须在原期限内批准")
    void whatIsOverIsNotExtendedAnyMoreHoweverEarlyItWasAskedFor() {
        String no = accepted();
        LocalDate before = law(no);
        city.act(handler, no, "REQUEST_EXTENSION", "reason", "需要补充探测。");
        city.moveTo(before.plusDays(1).atStartOfDay(ZONE).toInstant());
        head.post("/cases/" + no + "/actions", city.action(head, no, "EXTEND", "approved", true))
                .problem(409, "EXTENSION_TOO_LATE");
        assertEquals(before, law(no));
        city.settle();
        assertEquals(
                0,
                db.number("SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'EXTENSION_NOTICE'", no),
                "no letter about an extension that is none");
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

    /** 联合办理: 45 days, and 15 more by the head of the government (§42 para 2). */
    @Test
    void whatSeveralAuthoritiesHandleTogetherIsExtendedByTheHeadOfTheGovernment() {
        PackageFolder joint = PackageFolder.read("street-banner").json("item.json", item -> {
            item.put("caseKind", "JOINT");
            item.putObject("summary").put("zh-CN", "联合办理 " + UUID.randomUUID());
            ObjectNode legal = PackageFolder.in(item, "limits", "kind", "LEGAL").put("value", 45);
            legal.putObject("extension").put("value", 15).put("unit", "WORKDAY").put("approver", "GOVERNMENT_HEAD");
        });
        long version = city.as("admin")
                .post("/packages")
                .file("file", "street-banner.zip", "application/zip", joint.zip())
                .send()
                .expect(200)
                .number("/version");
        Await.until(
                "the joint version in the catalogue",
                () -> city.nobody().get("/items/street-banner").expect(200).number("/version") == version);
        String no = city.submit(city.as("chenjing"), city.draft(city.as("chenjing"), "street-banner"));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api reviewer = city.as("urban-reviewer");
        city.act(reviewer, no, "REQUEST_EXTENSION", "reason", "几个部门需要共同踏勘。");
        head.post("/cases/" + no + "/actions", city.action(head, no, "EXTEND", "approved", true))
                .problem(403, "FORBIDDEN");
        JsonNode extended = city.act(city.as("government-head"), no, "EXTEND", "approved", true);
        JsonNode law = City.clock(extended, "LEGAL");
        assertEquals(60, law.path("limit").asInt(), "45 and 15");
        assertEquals(15, law.path("extendedBy").asInt());
        city.settle();
        assertEquals(
                "REGISTERED",
                db.text("SELECT state FROM official_document WHERE case_no = ? AND kind = 'EXTENSION_NOTICE'", no));
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "REQUEST_EXTENSION", "reason", "还不够。"))
                .problem(409, "EXTENDED_ALREADY");
    }
}
