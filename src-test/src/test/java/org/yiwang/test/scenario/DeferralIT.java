package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 容缺受理: taken on while something is still to come, and what happens when it comes, or does not. */
@OnServer
class DeferralIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Promise promise;
    private final CaseTraces traces;
    private final Db db;
    private final Api citizen;
    private final Api clerk;

    DeferralIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.promise = new Promise(city);
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("wangqiang");
        this.clerk = city.as("window-1");
    }

    @BeforeEach
    void nobodyIsListed() {
        promise.clear(city.as("wangqiang"));
        promise.clear(city.as("chenjing"));
    }

    private String foodDraft(Api who, String onBehalfOf) {
        var order = onBehalfOf == null
                ? Api.object("itemCode", "food-business")
                : Api.object("itemCode", "food-business", "onBehalfOf", onBehalfOf);
        return promise.draftWithout(who, order, city.answers("food-business", "low-risk"), "rule-list");
    }

    private String foodCase() {
        String draft = foodDraft(citizen, null);
        promise.later(citizen, draft, "rule-list", 3, "王强").expect(200);
        return city.submit(citizen, draft);
    }

    private String maternityCase(Api who, String signature, String onBehalfOf) {
        var order = onBehalfOf == null
                ? Api.object("itemCode", "maternity-allowance")
                : Api.object("itemCode", "maternity-allowance", "onBehalfOf", onBehalfOf);
        String draft = promise.draftWithout(who, order, "leave-proof");
        promise.later(who, draft, "leave-proof", 5, signature).expect(200);
        String no = city.submit(who, draft);
        city.act(clerk, no, "ACCEPT_DEFERRED");
        city.act(city.as("medical-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "参保和生育情况属实。");
        city.act(
                city.as("medical-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件，产假证明按承诺补交。",
                "legalBasis",
                "《社会保险法》第五十六条");
        return no;
    }

    private void refused(Api who, String no, String code, String action, Object... fields) {
        var body = city.action(who, no, action, fields);
        traces.unchanged(no, () -> who.post("/cases/" + no + "/actions", body).problem(409, code));
    }

    private String supply(Api who, String no, String material) {
        return city.act(who, no, "SUPPLY_DEFERRED", "files", promise.files(who, no, material))
                .path("status")
                .asText();
    }

    private void passThe(LocalDate due) {
        city.moveTo(due.plusDays(1).atStartOfDay(ZONE).toInstant());
        city.settle();
    }

    private org.yiwang.test.Reply rescind(Api who, String no, Object... proof) {
        var body = city.action(who, no, "RESCIND", proof)
                .put("rescind", true)
                .put("reason", "多次提醒仍未补交。")
                .put("legalBasis", "《社会保险法》第八十八条");
        return who.post("/cases/" + no + "/actions", body);
    }

    private String evidence(Api who, String no) {
        return who.post("/cases/" + no + "/files")
                .file("file", "核对记录.pdf", "application/pdf", City.pdf())
                .send()
                .expect(201)
                .text("/id");
    }

    private static LocalDate due(JsonNode view) {
        return LocalDate.parse(view.at("/deferred/0/dueOn").asText());
    }

    private List<String> documents(Api who, String no) {
        return city.see(who, no).path("documents").findValuesAsText("kind");
    }

    private String li(Api chenjing) {
        return chenjing.get("/mandates").expect(200).text("/items/0/onBehalfOf");
    }

    /** Comes off the list again, for the other tests. */
    private JsonNode repaired(Api who, String no) {
        return promise.repair(who, entry(who, no));
    }

    private JsonNode entry(Api who, String no) {
        for (JsonNode one : who.get("/credit/mine").expect(200).json().path("items")) {
            if (one.path("caseNo").asText().equals(no)) {
                return one;
            }
        }
        throw new AssertionError("no entry for " + no);
    }

    @Test
    @DisplayName("容缺承诺期 > 承诺时限 → 拒")
    void whatMayFollowHasToBePromisedWithinTheItemsLimitAndSigned() {
        String draft = foodDraft(citizen, null);
        citizen.post("/drafts/" + draft + "/submission", Api.object()).problem(422, "INVALID");
        promise.later(citizen, draft, "rule-list", 4, "王强").problem(422, "INVALID");
        // The whole service is promised within five workdays.
        promise.later(citizen, draft, "rule-list", 6, "王强").problem(422, "INVALID");
        promise.later(citizen, draft, "layout", 2, "王强").problem(422, "INVALID");
        promise.later(citizen, draft, "rule-list", 2, "李建国").problem(422, "INVALID");
        promise.later(citizen, draft, "rule-list", 2, "王强").expect(200);
        String no = city.submit(citizen, draft);
        assertEquals("PROMISED", city.see(citizen, no).at("/deferred/0/state").asText());
        // Nothing that was promised is left to run out when another test moves the clock.
        assertEquals(
                "WITHDRAWN", city.act(citizen, no, "WITHDRAW").path("status").asText());
        assertEquals("EXEMPTED", city.see(citizen, no).at("/deferred/0/state").asText());
    }

    @Test
    void aCaseWithPapersToFollowIsTakenOnAsSuchAndNotGrantedBeforeTheyCame() {
        String no = foodCase();
        assertFalse(city.see(clerk, no).path("allowedActions").toString().contains("\"ACCEPT\""));
        refused(clerk, no, "DEFERRAL", "ACCEPT");
        JsonNode accepted = city.act(clerk, no, "ACCEPT_DEFERRED");
        assertEquals("ACCEPTED", accepted.path("status").asText());
        assertEquals("PENDING", accepted.at("/deferred/0/state").asText());
        assertEquals(
                due(accepted).toString(),
                City.clock(accepted, "DEFERRED").path("dueOn").asText());
        assertTrue(!due(accepted)
                .isAfter(LocalDate.parse(
                        City.clock(accepted, "PROMISE").path("dueOn").asText())));
        city.settle();
        assertTrue(documents(citizen, no).containsAll(List.of("ACCEPT_NOTICE", "DEFERRAL_NOTICE")));
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "书面审查符合低风险条件。");
        Api director = city.as("market-director");
        refused(
                director,
                no,
                "DEFERRED_PENDING",
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《食品安全法》第三十五条");
        assertEquals("IN_REVIEW", supply(citizen, no, "rule-list"));
        JsonNode after = city.see(citizen, no);
        assertEquals("SUPPLIED", after.at("/deferred/0/state").asText());
        assertEquals("STOPPED", City.clock(after, "DEFERRED").path("state").asText());
        assertFalse(after.path("allowedActions").toString().contains("SUPPLY_DEFERRED"));
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条");
        assertEquals(
                "COMPLETED",
                promise.settled(citizen, no, "COMPLETED").path("status").asText());
        assertTrue(documents(citizen, no).contains("DEFERRAL_RECEIPT"));
    }

    @Test
    void aDenialNeedsNothingThatWasOwed() {
        String no = foodCase();
        city.act(clerk, no, "ACCEPT_DEFERRED");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "布局不符合要求。");
        city.act(
                city.as("market-director"),
                no,
                "DECIDE",
                "decision",
                "DENY",
                "reason",
                "布局不符合要求。",
                "legalBasis",
                "《食品安全法》第三十三条");
        assertEquals("EXEMPTED", city.see(citizen, no).at("/deferred/0/state").asText());
    }

    @Test
    @DisplayName("失信人 → 拒")
    void onTheDayAfterTheLastTheCaseIsTerminatedAndTheBrokenWordIsListed() {
        Api chen = city.as("chenjing");
        String draft = foodDraft(chen, li(chen));
        promise.later(chen, draft, "rule-list", 2, "陈静").expect(200);
        String no = city.submit(chen, draft);
        city.act(clerk, no, "ACCEPT_DEFERRED");
        LocalDate last = due(city.see(chen, no));
        city.moveTo(last.plusDays(1).atStartOfDay(ZONE).minusSeconds(30).toInstant());
        assertEquals("ACCEPTED", city.see(chen, no).path("status").asText(), "the last day is not over");
        var files = promise.files(chen, no, "rule-list");
        passThe(last);
        JsonNode view = city.see(chen, no);
        assertEquals("TERMINATED", view.path("status").asText());
        assertEquals("EXPIRED", view.at("/deferred/0/state").asText());
        assertTrue(documents(chen, no).contains("TERMINATION_NOTICE"));
        refused(chen, no, "ILLEGAL_ACTION", "SUPPLY_DEFERRED", "files", files);
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no));
        JsonNode entry = entry(chen, no);
        assertTrue(entry.path("active").asBoolean());
        assertEquals(
                view.path("applicant").path("name").asText(),
                entry.path("subject").asText());

        String next = foodDraft(chen, li(chen));
        promise.later(chen, next, "rule-list", 2, "陈静").problem(409, "CREDIT_LISTED");
        city.attach(chen, next, "rule-list");
        city.submit(chen, next);
        assertEquals("REPAIRED", repaired(chen, no).path("state").asText());
        promise.later(chen, foodDraft(chen, li(chen)), "rule-list", 2, "陈静").expect(200);
    }

    @Test
    void forceMajeureMovesTheLastDayOnceAndOnlyWithApproval() {
        String no = foodCase();
        city.act(clerk, no, "ACCEPT_DEFERRED");
        LocalDate before = due(city.see(citizen, no));
        Api reviewer = city.as("market-reviewer");
        Api director = city.as("market-director");
        refused(director, no, "NOT_PROPOSED", "EXTEND_DEFERRAL", "days", 3, "reason", "同意。");
        city.act(reviewer, no, "PROPOSE", "measure", "EXTEND_DEFERRAL", "reason", "暴雨停工，申请人无法取得材料。");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "EXTEND_DEFERRAL", "days", 9, "reason", "同意。"))
                .problem(422, "INVALID");
        city.act(director, no, "EXTEND_DEFERRAL", "days", 5, "reason", "情况属实，同意顺延。");
        JsonNode view = city.see(citizen, no);
        assertTrue(due(view).isAfter(before));
        passThe(before);
        assertEquals("ACCEPTED", city.see(citizen, no).path("status").asText(), "the old last day is none any more");
        passThe(LocalDate.parse(
                City.clock(city.see(citizen, no), "PROMISE").path("dueOn").asText()));
        supply(citizen, no, "rule-list");
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ?"
                                + " AND e.type = 'DEFERRAL_COMPLETED' AND e.body LIKE '%applicantFrom%'",
                        no),
                "what went beyond the promise is the applicant's segment");
    }

    @Test
    void whatIsGrantedOnAPromiseIsIssuedAtOnceAndClosedWhenThePaperCame() {
        Api chen = city.as("chenjing");
        String no = maternityCase(chen, "陈静", null);
        JsonNode granted = city.see(chen, no);
        assertEquals("APPROVED_DEFERRED", granted.path("status").asText());
        assertEquals("GRANT", granted.path("decision").asText());
        assertEquals("RUNNING", City.clock(granted, "DEFERRED").path("state").asText());
        city.settle();
        JsonNode issued = city.see(chen, no);
        assertEquals("APPROVED_DEFERRED", issued.path("status").asText());
        assertTrue(issued.path("documents").findValuesAsText("kind").contains("RESULT"));
        assertEquals("STOPPED", City.clock(issued, "DELIVER").path("state").asText(), "he has the result");
        String decidedAt = issued.path("decidedAt").asText();
        supply(chen, no, "leave-proof");
        JsonNode done = city.see(chen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertEquals(decidedAt, done.path("decidedAt").asText(), "it was decided then");
    }

    @Test
    void aGrantWhosePaperNeverCameIsRescindedOnlyAfterThePersonWasHeard() {
        Api chen = city.as("chenjing");
        String li = li(chen);
        String no = maternityCase(chen, "陈静", li);
        city.settle();
        LocalDate last = due(city.see(chen, no));
        passThe(last);
        JsonNode expired = city.see(chen, no);
        assertEquals("APPROVED_DEFERRED", expired.path("status").asText(), "nothing is taken back unheard");
        assertEquals("TOLD", expired.at("/rescission/state").asText());
        Api director = city.as("medical-director");
        refused(director, no, "NOT_HEARD", "RESCIND", "rescind", true, "reason", "逾期未补。", "legalBasis", "《社会保险法》第八十八条");
        city.act(chen, no, "STATE_DEFENCE", "text", "单位开具证明需要时间，请再宽限。");
        refused(chen, no, "NOT_ASKED", "STATE_DEFENCE", "text", "再说一次。");
        rescind(director, no, "finding", "至今没有交来休假证明。").problem(422, "INVALID").error("evidence", "REQUIRED");
        rescind(director, no, "finding", "至今没有交来休假证明。", "byVerification", true)
                .problem(422, "INVALID")
                .error("byVerification", "NOT_VERIFIED");
        rescind(director, no, "evidence", List.of(evidence(chen, no)))
                .problem(422, "INVALID")
                .error("finding", "REQUIRED");
        rescind(
                        director,
                        no,
                        "finding",
                        "至今没有交来休假证明。",
                        "evidence",
                        List.of(UUID.randomUUID().toString()))
                .problem(422, "INVALID")
                .error("evidence", "UNKNOWN_FILE");
        String proof = evidence(director, no);
        rescind(director, no, "finding", "至今没有交来休假证明。", "evidence", List.of(proof))
                .expect(200);
        assertEquals(proof, city.see(director, no).at("/rescission/evidence/0").asText(), "officers find it again");
        assertTrue(city.see(chen, no).at("/rescission/evidence").isMissingNode());
        city.settle();
        JsonNode view = city.see(chen, no);
        assertEquals("TERMINATED", view.path("status").asText());
        assertEquals("RESCINDED", view.at("/rescission/state").asText());
        assertTrue(documents(chen, no)
                .containsAll(List.of("RESCISSION_NOTICE", "RESCISSION_DECISION", "TERMINATION_NOTICE")));
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no);
        assertEquals(
                "REVOKED",
                city.nobody().get("/verifications/" + code).expect(200).text("/result"));
        repaired(chen, no);
    }

    @Test
    void whatTheOfficeFoundElsewhereNeedNotBeSupplied() {
        String no = foodCase();
        city.act(clerk, no, "ACCEPT_DEFERRED");
        city.act(
                city.as("market-reviewer"),
                no,
                "EXEMPT_DEFERRED",
                "material",
                "rule-list",
                "reason",
                "共享数据中已有备案的制度目录。");
        JsonNode view = city.see(citizen, no);
        assertEquals("EXEMPTED", view.at("/deferred/0/state").asText());
        assertEquals("STOPPED", City.clock(view, "DEFERRED").path("state").asText());
    }

    @Test
    void aStrangerSuppliesNothingAndSeesNoReason() {
        String no = foodCase();
        city.act(clerk, no, "ACCEPT_DEFERRED");
        city.as("chenjing")
                .post(
                        "/cases/" + no + "/actions",
                        Api.object("action", "SUPPLY_DEFERRED", "seenVersion", 1, "files", List.of()))
                .problem(404, "NOT_FOUND");
        assertEquals("正在补办", city.see(citizen, no).at("/deferred/0/reason").asText());
        supply(citizen, no, "rule-list");
    }
}
