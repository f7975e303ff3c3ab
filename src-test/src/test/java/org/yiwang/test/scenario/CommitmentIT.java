package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 告知承诺: granted on the applicant's word, checked afterwards, and taken back when it was not true. */
@OnServer
class CommitmentIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Promise promise;
    private final CaseTraces traces;
    private final Db db;
    private final Api company;
    private final Api clerk;
    private final Api reviewer;
    private final Api director;

    CommitmentIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.promise = new Promise(city);
        this.traces = new CaseTraces(city, db);
        this.company = city.as("wangqiang");
        this.clerk = city.as("window-1");
        this.reviewer = city.as("urban-reviewer");
        this.director = city.as("urban-director");
    }

    @BeforeEach
    void nobodyIsListed() {
        promise.clear(city.as("wangqiang"));
        promise.clear(city.as("chenjing"));
    }

    /** A sign for the company, its agent promising instead of proving. */
    private String committed() {
        String draft = promise.draftWithout(company, city.forCompany(company, "outdoor-ad"), "premises-proof");
        promise.commit(company, draft, "王强").expect(200);
        return city.submit(company, draft);
    }

    private String granted() {
        String no = committed();
        city.act(clerk, no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "效果图与申报一致。");
        decide(no);
        promise.settled(company, no, "COMPLETED");
        return no;
    }

    private void decide(String no) {
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合设置规范。", "legalBasis", "《城市市容和环境卫生管理条例》第十一条");
    }

    private void refused(Api who, String no, String code, String action, Object... fields) {
        var body = city.action(who, no, action, fields);
        traces.unchanged(no, () -> who.post("/cases/" + no + "/actions", body).problem(409, code));
    }

    private String state(String no) {
        return city.see(company, no).at("/commitment/state").asText();
    }

    @Test
    void thePaperStaysAFreeChoiceAndTheLetterIsSigned() {
        var order = city.forCompany(company, "outdoor-ad");
        String draft = promise.draftWithout(company, order, "premises-proof");
        company.post("/drafts/" + draft + "/submission", Api.object()).expect(422);
        promise.commit(company, draft, "别人").expect(422);
        promise.commit(company, draft, "王强").expect(200);
        city.attach(company, draft, "premises-proof");
        String no = city.submit(company, draft);
        assertTrue(city.see(company, no).path("commitment").isMissingNode(), "the proof is there: nothing is promised");
        String other = committed();
        city.settle();
        JsonNode view = city.see(company, other);
        assertEquals("COMMITTED", view.at("/commitment/state").asText());
        assertTrue(view.path("documents").findValuesAsText("kind").contains("COMMITMENT_LETTER"));
    }

    @Test
    void whatIsTakenBackBeforeTheDecisionNeedsTheProof() {
        String no = committed();
        city.act(clerk, no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "效果图与申报一致。");
        city.act(company, no, "WITHDRAW_COMMITMENT");
        assertEquals("WITHDRAWN", state(no));
        refused(
                director,
                no,
                "PROOF_MISSING",
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合设置规范。",
                "legalBasis",
                "《条例》第十一条");
        String second = committed();
        city.act(clerk, second, "ACCEPT");
        city.act(reviewer, second, "REVIEW", "opinion", "AGREE", "text", "效果图与申报一致。");
        city.act(company, second, "WITHDRAW_COMMITMENT", "files", promise.files(company, second, "premises-proof"));
        decide(second);
        JsonNode done = promise.settled(company, second, "COMPLETED");
        assertEquals("COMPLETED", done.path("status").asText());
        assertFalse(done.path("clocks").findValuesAsText("kind").contains("VERIFY"), "nothing is left to check");
    }

    @Test
    void aGrantOnAPromiseIsCheckedByAnotherThanWhoDecided() {
        String no = granted();
        JsonNode view = city.see(company, no);
        assertEquals("COMPLETED", view.path("status").asText());
        assertEquals("VERIFYING", view.at("/commitment/state").asText());
        assertEquals("RUNNING", City.clock(view, "VERIFY").path("state").asText(), "it outlives the case");
        assertTrue(reviewer.get("/credit/verifications")
                .expect(200)
                .json()
                .toString()
                .contains(no));
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "VERIFY_COMMITMENT", "result", "TRUE", "evidence", "看过合同。"))
                .problem(403, "FORBIDDEN");
        city.act(reviewer, no, "VERIFY_COMMITMENT", "result", "TRUE", "evidence", "现场核查，租赁合同有效。");
        JsonNode checked = city.see(company, no);
        assertEquals("TRUE", checked.at("/commitment/state").asText());
        assertEquals("STOPPED", City.clock(checked, "VERIFY").path("state").asText());
        refused(reviewer, no, "NOTHING_TO_VERIFY", "VERIFY_COMMITMENT", "result", "TRUE", "evidence", "再看一次。");
        assertFalse(reviewer.get("/credit/verifications")
                .expect(200)
                .json()
                .toString()
                .contains(no));
    }

    @Test
    void anUntruePromiseIsPutRightWithinALimitOrTheDecisionIsRescinded() {
        String no = granted();
        city.act(reviewer, no, "VERIFY_COMMITMENT", "result", "RECTIFY", "evidence", "租赁合同已到期。", "days", 5);
        JsonNode told = city.see(company, no);
        assertEquals("RECTIFYING", told.at("/commitment/state").asText());
        LocalDate until = LocalDate.parse(told.at("/commitment/dueOn").asText());
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                reviewer, no, "VERIFY_COMMITMENT", "result", "RECTIFY", "evidence", "再给时间。", "days", 5))
                .expect(422);
        city.moveTo(until.plusDays(1).atStartOfDay(ZONE).toInstant());
        city.settle();
        city.act(reviewer, no, "VERIFY_COMMITMENT", "result", "RESCIND", "evidence", "期满仍未续签。");
        JsonNode begun = city.see(company, no);
        assertEquals("FALSE", begun.at("/commitment/state").asText());
        assertEquals("NOT_RECTIFIED", begun.at("/rescission/ground").asText());
        refused(director, no, "NOT_HEARD", "RESCIND", "rescind", true, "reason", "承诺不实。", "legalBasis", "《行政许可法》第六十九条");
        LocalDate heardBy = LocalDate.parse(begun.at("/rescission/until").asText());
        city.moveTo(heardBy.plusDays(1).atStartOfDay(ZONE).toInstant());
        refused(company, no, "DEFENCE_OVER", "STATE_DEFENCE", "text", "来晚了。");
        city.act(
                director,
                no,
                "RESCIND",
                "rescind",
                true,
                "finding",
                "租赁合同已到期，整改期满仍未续签。",
                "byVerification",
                true,
                "reason",
                "承诺不实，逾期未改。",
                "legalBasis",
                "《行政许可法》第六十九条");
        city.settle();
        JsonNode view = city.see(company, no);
        assertEquals("COMPLETED", view.path("status").asText(), "the case is closed; what it granted is rescinded");
        assertEquals("RESCINDED", view.at("/rescission/state").asText());
        assertTrue(view.path("sentence").asText().contains("已经撤销"), "said where one looks first");
        assertEquals("STOPPED", City.clock(view, "LICENCE_EXPIRY").path("state").asText(), "it is valid no longer");
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no);
        assertEquals(
                "REVOKED",
                city.nobody().get("/verifications/" + code).expect(200).text("/result"));
        guardFive(no);
    }

    /** Listed, then off the list by an objection that was right. */
    private void guardFive(String no) {
        String draft = promise.draftWithout(company, city.forCompany(company, "outdoor-ad"), "premises-proof");
        promise.commit(company, draft, "王强").problem(409, "CREDIT_LISTED");
        JsonNode entry = entry(no);
        String id = entry.path("id").asText();
        city.as("chenjing")
                .post("/credit/entries/" + id + "/requests", Api.object("kind", "OBJECTION", "text", "与我无关。"))
                .problem(404, "NOT_FOUND");
        company.post("/credit/entries/" + id + "/requests", Api.object("kind", "OBJECTION", "text", "续签合同已补。"))
                .expect(201);
        company.post("/credit/entries/" + id + "/requests", Api.object("kind", "REPAIR", "text", "也申请修复。"))
                .problem(409, "PENDING");
        company.get("/credit/entries").problem(403, "FORBIDDEN");
        director.get("/credit/entries").problem(403, "FORBIDDEN");
        Api officer = city.as("credit-1");
        long seen = entry(no).path("version").asLong();
        officer.post(
                        "/credit/entries/" + id + "/decision",
                        Api.object("grant", true, "reason", "情况属实。", "seenVersion", seen + 1))
                .problem(409, "STALE");
        officer.post(
                        "/credit/entries/" + id + "/decision",
                        Api.object("grant", true, "reason", "情况属实。", "seenVersion", seen))
                .expect(200);
        promise.commit(company, draft, "王强").expect(200);
    }

    private JsonNode entry(String no) {
        for (JsonNode one : company.get("/credit/mine").expect(200).json().path("items")) {
            if (one.path("caseNo").asText().equals(no)) {
                return one;
            }
        }
        throw new AssertionError("no entry for " + no);
    }

    @Test
    void whoEntersSomebodyDoesNotAnswerHimAndNobodyElseLearnsOfIt() {
        String no = granted();
        Api one = city.as("credit-1");
        one.post("/credit/entries", Api.object("caseNo", no, "ground", "FALSE_MATERIALS", "reason", "效果图系伪造。"))
                .expect(201);
        String id = entry(no).path("id").asText();
        company.post("/credit/entries/" + id + "/requests", Api.object("kind", "OBJECTION", "text", "效果图是设计师所画。"))
                .expect(201);
        long seen = entry(no).path("version").asLong();
        var answer = Api.object("grant", true, "reason", "异议成立。", "seenVersion", seen);
        one.post("/credit/entries/" + id + "/decision", answer).problem(409, "FOUR_EYES");
        city.as("credit-2").post("/credit/entries/" + id + "/decision", answer).expect(200);
        assertEquals("REMOVED", entry(no).path("state").asText());
        assertFalse(city.see(company, no).path("timeline").toString().contains("CREDIT"), "the case tells nobody");
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM dishonesty_entry WHERE subject_masked LIKE '%999%' OR length(subject_hash) <> 64"),
                "looked up by a keyed hash alone");
    }

    @Test
    void anInstantItemIsGrantedOnThePromiseAndCheckedAfterwards() {
        Api chen = city.as("chenjing");
        String draft = promise.draftWithout(chen, Api.object("itemCode", "self-employed"), "premises-proof");
        promise.commit(chen, draft, "陈静").expect(200);
        String no = city.submit(chen, draft);
        JsonNode view = promise.settled(chen, no, "COMPLETED");
        assertEquals("COMPLETED", view.path("status").asText());
        assertEquals("VERIFYING", view.at("/commitment/state").asText());
        city.act(city.as("market-inspector-1"), no, "VERIFY_COMMITMENT", "result", "TRUE", "evidence", "抽查属实。");
        assertEquals("TRUE", city.see(chen, no).at("/commitment/state").asText());
    }

    @Test
    @DisplayName("即办件材料不齐 → 不得受理成承诺件蒙混")
    void anInstantItemThatIsIncompleteIsNotTakenOnAsAPromisedOne() {
        Api chen = city.as("chenjing");
        String draft = promise.draftWithout(
                chen,
                Api.object("itemCode", "self-employed"),
                city.answers("self-employed").put("lawfulPlace", false),
                "premises-proof");
        promise.commit(chen, draft, "陈静").expect(200);
        String no = city.submit(chen, draft);
        assertEquals("SUBMITTED", city.see(chen, no).path("status").asText());
        refused(clerk, no, "INSTANT_ONLY", "ACCEPT");
        refused(clerk, no, "INSTANT_ONLY", "ACCEPT_DEFERRED");
    }
}
