package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 撤回、撤销、注销 (行政许可法 §8, §69, §70): on a ground of the law, by two, after hearing the holder; verifying it says so. */
@OnServer
class LicenceLifeIT {

    private final City city;
    private final Db db;
    private final Api company;
    private final Api reviewer;
    private final Api director;

    LicenceLifeIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.company = city.as("wangqiang");
        this.reviewer = city.as("market-reviewer");
        this.director = city.as("market-director");
    }

    @Test
    void whatItsHolderWantsNoLongerIsCancelledAndVerifyingItSaysSo() {
        String no = granted();
        act(company, no, "ASK_CANCELLATION").problem(422, "INVALID").error("reason", "REQUIRED");
        JsonNode asked = city.act(company, no, "ASK_CANCELLATION", "reason", "店铺停业。");
        assertEquals("ASKED", asked.at("/ending/state").asText());
        assertEquals(20, City.clock(asked, "ENDING").path("limit").asInt());
        act(company, no, "ASK_CANCELLATION", "reason", "再次。").problem(409, "ENDING_RUNS");
        act(director, no, "DECIDE_ENDING", "end", true, "reason", "x").problem(409, "NOT_PROPOSED");
        act(reviewer, no, "PROPOSE_ENDING", "ground", "DISSOLVED", "facts", "x")
                .problem(422, "INVALID")
                .error("ground", "NOT_ASKED_FOR");
        city.act(reviewer, no, "PROPOSE_ENDING", "ground", "HOLDER_ASKED", "facts", "店铺已经停业，没有未了结的监管事项。");
        act(reviewer, no, "DECIDE_ENDING", "end", true, "reason", "x").problem(403, "FORBIDDEN");
        city.act(director, no, "DECIDE_ENDING", "end", true, "reason", "持证人自愿申请。");
        city.settle();
        JsonNode ended = city.see(company, no);
        assertEquals("ENDED", ended.at("/ending/state").asText());
        assertEquals("COMPLETED", ended.path("status").asText(), "the case stays what it was");
        assertFalse(ended.path("allowedActions").toString().contains("ASK_CANCELLATION"));
        assertVerified(no, "REVOKED", "已依法注销：持证人申请注销");
        String letter = text(no, "CANCEL_DECISION");
        assertTrue(letter.contains("注销决定书") && letter.contains("第七十条") && letter.contains("六十日内"), letter);
        JsonNode licence = null;
        for (JsonNode one :
                city.as("wangqiang").get("/cases/" + no).expect(200).json().path("clocks")) {
            licence = one.path("kind").asText().equals("LICENCE_EXPIRY") ? one : licence;
        }
        assertTrue(licence == null || !licence.path("state").asText().equals("RUNNING"), "no last day any more");
        act(director, no, "PROPOSE_ENDING", "ground", "DISSOLVED", "facts", "x").problem(409, "NOTHING_GRANTED");
    }

    @Test
    void itIsWithdrawnOnlyWithCompensationAndAfterItsHolderWasHeard() {
        String no = granted();
        act(reviewer, no, "PROPOSE_ENDING", "ground", "CIRCUMSTANCES_CHANGED", "facts", "道路拓宽。")
                .problem(422, "INVALID")
                .error("compensation", "REQUIRED")
                .error("legalBasis", "REQUIRED");
        city.act(
                reviewer,
                no,
                "PROPOSE_ENDING",
                "ground",
                "CIRCUMSTANCES_CHANGED",
                "facts",
                "所在地块列入道路拓宽范围。",
                "legalBasis",
                "《云州市城市道路管理办法》第十二条",
                "compensation",
                "按照评估结果补偿搬迁和停业损失");
        act(director, no, "DECIDE_ENDING", "end", true, "reason", "x").problem(409, "ENDING_NOT_SERVED");
        city.settle();
        act(director, no, "DECIDE_ENDING", "end", true, "reason", "x").problem(409, "NOT_HEARD");
        assertFalse(city.see(company, no).at("/ending/until").asText().isEmpty(), "served in his account");
        city.act(company, no, "STATE_DEFENCE", "text", "请一并补偿装修。");
        city.act(director, no, "DECIDE_ENDING", "end", true, "reason", "装修已经列入评估范围。");
        city.settle();
        assertVerified(no, "REVOKED", "已依法撤回：准予决定所依据的客观情况发生重大变化");
        String letter = text(no, "WITHDRAW_DECISION");
        assertTrue(letter.contains("第八条第二款") && letter.contains("按照评估结果补偿"), letter);
        assertTrue(letter.contains("请一并补偿装修"), letter);
    }

    @Test
    void whoProposesDoesNotDecideAndWhatIsNotOverHasNotExpired() {
        String no = granted();
        act(director, no, "PROPOSE_ENDING", "ground", "EXPIRED", "facts", "x")
                .problem(422, "INVALID")
                .error("ground", "NOT_EXPIRED");
        city.act(director, no, "PROPOSE_ENDING", "ground", "DISSOLVED", "facts", "公司已经注销登记。");
        act(director, no, "DECIDE_ENDING", "end", true, "reason", "x").problem(409, "FOUR_EYES");
        act(reviewer, no, "PROPOSE_ENDING", "ground", "DISSOLVED", "facts", "x").problem(409, "ENDING_RUNS");
        assertVerified(no, "VALID", "");
    }

    @Test
    void whatLetsItStandChangesNothing() {
        String no = granted();
        city.act(company, no, "ASK_CANCELLATION", "reason", "想换个地方。");
        city.act(reviewer, no, "PROPOSE_ENDING", "ground", "HOLDER_ASKED", "facts", "仍有未了结的监管事项。");
        city.act(director, no, "DECIDE_ENDING", "end", false, "reason", "监管事项了结之后再申请。");
        city.settle();
        assertEquals("DROPPED", city.see(company, no).at("/ending/state").asText());
        assertVerified(no, "VALID", "");
        assertTrue(text(no, "CANCEL_DECISION").contains("不予注销决定书"));
        assertTrue(city.see(company, no).path("allowedActions").toString().contains("ASK_CANCELLATION"));
    }

    @Test
    void itEndsFromTheArchiveToo() {
        String no = granted();
        city.move(Duration.ofDays(95));
        city.settle();
        assertFalse(city.see(company, no).path("archivedAt").asText().isEmpty());
        city.act(company, no, "ASK_CANCELLATION", "reason", "店铺停业。");
        city.act(reviewer, no, "PROPOSE_ENDING", "ground", "HOLDER_ASKED", "facts", "店铺已经停业。");
        city.act(director, no, "DECIDE_ENDING", "end", true, "reason", "持证人自愿申请。");
        city.settle();
        assertVerified(no, "REVOKED", "已依法注销：持证人申请注销");
        act(company, no, "RATE", "level", 5).problem(409, "ARCHIVED");
    }

    @Test
    void theGroundsOfTheLawBeginARescissionAndNothingElseMeanwhile() {
        String no = granted();
        act(reviewer, no, "BEGIN_RESCISSION", "reason", "x")
                .problem(422, "INVALID")
                .error("ground", "REQUIRED");
        act(reviewer, no, "BEGIN_RESCISSION", "ground", "FALSE_COMMITMENT", "reason", "x")
                .problem(422, "INVALID")
                .error("ground", "REQUIRED");
        JsonNode told = city.act(reviewer, no, "BEGIN_RESCISSION", "ground", "FRAUD", "reason", "提交的租赁合同系伪造。");
        assertEquals("TOLD", told.at("/rescission/state").asText());
        act(reviewer, no, "BEGIN_RESCISSION", "ground", "FRAUD", "reason", "x").problem(409, "RESCISSION_RUNS");
        act(company, no, "ASK_CANCELLATION", "reason", "x").problem(409, "RESCISSION_RUNS");
        act(company, no, "BEGIN_RESCISSION", "ground", "FRAUD", "reason", "x").problem(403, "FORBIDDEN");
    }

    private Reply act(Api who, String no, String action, Object... fields) {
        return who.post("/cases/" + no + "/actions", city.action(who, no, action, fields));
    }

    private void assertVerified(String no, String result, String reason) {
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no);
        JsonNode said = city.nobody().get("/verifications/" + code).expect(200).json();
        assertEquals(result, said.path("result").asText());
        assertTrue(said.toString().contains(reason), said.toString());
    }

    /** Electronically, to the end. */
    private String granted() {
        String draft = city.draft(
                company, city.forCompany(company, "food-business"), city.answers("food-business", "low-risk"));
        city.electronic(company, draft);
        String no = city.submit(company, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条");
        city.settle();
        assertEquals("COMPLETED", city.see(company, no).path("status").asText());
        return no;
    }

    /** Without white space: where a line breaks says nothing. */
    private String text(String no, String kind) {
        byte[] pdf = company.get("/documents/" + City.document(city.see(company, no), kind))
                .expect(200)
                .bytes();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
