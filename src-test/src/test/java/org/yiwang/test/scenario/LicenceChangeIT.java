package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 变更 (行政许可法 §49): what a licence says is changed by a decision of its own; the changed one holds, as long as the old one did. */
@OnServer
class LicenceChangeIT {

    private static final String CHANGE = "food-change";

    private final City city;
    private final Db db;
    private final Api holder;
    private final Api reviewer;
    private final Api director;

    LicenceChangeIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.holder = city.as("wangqiang");
        this.reviewer = city.as("market-reviewer");
        this.director = city.as("market-director");
    }

    @Test
    void theChangedLicenceHoldsAndWhoeverVerifiesTheOldOneIsShownIt() {
        String old = licensed();
        String number = licence(old).path("number").asText();
        String validTo = licence(old).path("validTo").asText();
        String no = apply(number);
        refused(number, "CHANGE_ASKED");
        assertEquals("VALID", licence(old).path("status").asText(), "asking changes nothing");
        review(no);
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "法定代表人变更为王强。", "legalBasis", "《食品安全法》第三十五条");
        city.settle();

        JsonNode changed = licence(no);
        assertEquals("VALID", changed.path("status").asText());
        assertEquals(validTo, changed.path("validTo").asText(), "its time is not prolonged");
        JsonNode before = licence(old);
        assertEquals("CHANGED", before.path("status").asText());
        assertTrue(
                before.path("ground").asText().contains(changed.path("number").asText()));
        assertVerified(old, "REVOKED", "现以编号" + changed.path("number").asText());
        assertVerified(no, "VALID", "");
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = 'LICENCE_CHANGED'",
                        old));
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                                + " WHERE c.case_no = ? AND k.kind = 'LICENCE_EXPIRY' AND k.state = 'RUNNING'",
                        old),
                "nobody is reminded of the last day of what is used no longer");

        String letter = text(no, "CHANGE_DECISION");
        assertTrue(letter.contains("准予变更决定书") && letter.contains("第四十九条") && letter.contains(number), letter);
        assertTrue(letter.contains("法定代表人（负责人）、经营项目"), letter);
        assertTrue(letter.contains("六十日内"), "the remedies are in it");
        assertFalse(city.see(holder, no).path("documents").toString().contains("APPROVAL_DECISION"), "one decision");

        refused(number, "NO_LICENCE");
        String again = apply(changed.path("number").asText());
        assertEquals("SUBMITTED", city.see(holder, again).path("status").asText(), "what was changed can be changed");
        city.act(holder, again, "WITHDRAW", "reason", "暂不变更。");
    }

    @Test
    void whatIsDeniedLeavesTheOldOneAsItWas() {
        String old = licensed();
        String number = licence(old).path("number").asText();
        String no = apply(number);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "DISAGREE", "text", "布局不符合要求。");
        city.act(director, no, "DECIDE", "decision", "DENY", "reason", "布局不符合要求。", "legalBasis", "《食品安全法》第三十五条");
        city.settle();
        City.document(city.see(holder, no), "DENIAL_DECISION");
        assertEquals("VALID", licence(old).path("status").asText());
        assertVerified(old, "VALID", "");
        apply(number);
    }

    @Test
    void whatHasEndedMeanwhileIsNotChanged() {
        String other = licensed();
        String change = apply(licence(other).path("number").asText());
        review(change);
        city.act(holder, other, "ASK_CANCELLATION", "reason", "店铺停业。");
        city.act(reviewer, other, "PROPOSE_ENDING", "ground", "HOLDER_ASKED", "facts", "店铺已经停业。");
        city.act(director, other, "DECIDE_ENDING", "end", true, "reason", "持证人自愿申请。");
        city.settle();
        decide(change, "GRANT").problem(409, "LICENCE_GONE");
        decide(change, "DENY").expect(200);
    }

    @Test
    void nobodyChangesWhatIsNotHis() {
        String number = licence(licensed()).path("number").asText();
        Api other = city.as("chenjing");
        String draft = city.draft(other, CHANGE, answers(number));
        other.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.licenceNo", "NO_LICENCE");
    }

    private Reply decide(String no, String decision) {
        return director.post(
                "/cases/" + no + "/actions",
                city.action(
                        director,
                        no,
                        "DECIDE",
                        "decision",
                        decision,
                        "reason",
                        "原证照已经注销。",
                        "legalBasis",
                        "《食品安全法》第三十五条"));
    }

    private void review(String no) {
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
    }

    private ObjectNode answers(String number) {
        return city.answers(CHANGE).put("licenceNo", number);
    }

    private String draft(String number) {
        return city.draft(holder, CHANGE, answers(number));
    }

    private String apply(String number) {
        return city.submit(holder, draft(number));
    }

    private void refused(String number, String why) {
        holder.post("/drafts/" + draft(number) + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.licenceNo", why);
    }

    private String licensed() {
        String no = city.submit(holder, city.draft(holder, "food-business", city.answers("food-business", "low-risk")));
        review(no);
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条");
        city.settle();
        assertEquals("COMPLETED", city.see(holder, no).path("status").asText());
        return no;
    }

    private JsonNode licence(String no) {
        for (JsonNode one : holder.get("/licences").expect(200).json().path("items")) {
            if (one.path("caseNo").asText().equals(no)) {
                return one;
            }
        }
        throw new AssertionError("no licence of " + no);
    }

    private void assertVerified(String no, String result, String reason) {
        String code =
                db.text("SELECT verification_code FROM official_document WHERE case_no = ? AND kind = 'RESULT'", no);
        JsonNode said = city.nobody().get("/verifications/" + code).expect(200).json();
        assertEquals(result, said.path("result").asText());
        assertTrue(said.toString().contains(reason), said.toString());
    }

    /** Without white space: where a line breaks says nothing. */
    private String text(String no, String kind) {
        byte[] pdf = holder.get("/documents/" + City.document(city.see(holder, no), kind))
                .expect(200)
                .bytes();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
