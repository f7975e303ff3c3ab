package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 转报件: examined here, decided above. Their time is not ours, their answer comes once, and we do what it says. */
@OnServer
class ForwardIT {

    private final City city;
    private final Db db;
    private final Api citizen;
    private final Api reviewer;
    private final Api director;
    private final HigherAuthority above;

    ForwardIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.citizen = city.as("chenjing");
        this.reviewer = city.as("education-reviewer");
        this.director = city.as("education-director");
        this.above = new HigherAuthority(city.nobody(), "city-education");
    }

    private String accepted() {
        String no = city.submitted("chenjing", "teacher-cert");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private String forwarded() {
        String no = accepted();
        forward(no);
        return no;
    }

    private JsonNode forward(String no) {
        return city.act(reviewer, no, "FORWARD", "opinion", "学历、普通话、体检均符合条件，建议认定。", "legalBasis", "《教师资格条例》第十三条");
    }

    /** The report that waits for its answer, as both sides call it. */
    private String reference(String no) {
        return db.text(
                "SELECT CAST(r.id AS text) FROM case_record r JOIN case_file c ON c.id = r.case_id"
                        + " WHERE c.case_no = ? AND r.kind = 'FORWARDING' AND r.closed_at IS NULL",
                no);
    }

    private ObjectNode answer(String no, String kind) {
        return HigherAuthority.answer(no, reference(no), kind);
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    @Test
    @DisplayName("转报件:本级表停,上级超期不算本级红灯")
    void whatIsDecidedAboveIsIssuedHereAndTheirTimeIsNotOurs() {
        String no = accepted();
        LocalDate preliminary = LocalDate.parse(
                City.clock(city.see(citizen, no), "PRELIMINARY").path("dueOn").asText());
        assertTrue(preliminary.isAfter(city.today().plusDays(20)), "twenty workdays (§43)");
        forward(no);
        JsonNode seen = city.see(citizen, no);
        assertEquals("FORWARDED", seen.path("status").asText());
        assertTrue(
                seen.path("sentence").asText().contains("上报云州市教育局"),
                seen.path("sentence").asText());
        assertEquals("云州市教育局", seen.at("/forwardings/0/authority").asText());
        assertFalse(seen.at("/forwardings/0/since").asText().isEmpty());
        assertTrue(seen.at("/forwardings/0/opinion").isMissingNode(), "what we think of it is not his to read yet");
        JsonNode desk = city.see(reviewer, no);
        assertTrue(desk.at("/forwardings/0/via").asText().contains("替身"), "a stand-in is called one");
        assertTrue(desk.at("/workItems/0/suspended").asBoolean());

        city.move(Duration.ofDays(90));
        city.settle();
        JsonNode later = city.see(citizen, no);
        assertEquals("BLUE", later.path("light").asText());
        assertEquals("PAUSED", City.clock(later, "LEGAL").path("state").asText());
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM supervision_order o JOIN case_file c ON c.id = o.case_id WHERE c.case_no = ?",
                        no),
                "the higher authority's lateness is no red light of ours");

        above.say(answer(no, "GRANTED")).expect(200);
        JsonNode back = city.see(reviewer, no);
        assertEquals("IN_REVIEW", back.path("status").asText());
        assertEquals("RUNNING", City.clock(back, "LEGAL").path("state").asText());
        assertEquals("GRANTED", back.at("/forwardings/0/answer").asText());
        assertFalse(back.at("/forwardings/0/file").asText().isEmpty());
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "按批复准予。");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "DENY", "reason", "x", "legalBasis", "x"))
                .problem(409, "DIFFERS_FROM_ABOVE");
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "市教育局批复准予。", "legalBasis", "《教师资格条例》第十三条");
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        City.document(done, "RESULT");
    }

    @Test
    void nothingIsDecidedHereBeforeItIsDecidedAbove() {
        String no = accepted();
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "x"))
                .problem(409, "NOT_DECIDED_ABOVE");
        city.act(director, no, "RETURN", "reason", "请先上报市教育局。");
        assertEquals("FORWARDED", forward(no).path("status").asText());
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "x"))
                .problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void whatIsGivenBackIsExaminedFurtherAndReportedAgain() {
        String no = forwarded();
        String first = reference(no);
        above.say(answer(no, "RETURNED")).expect(200);
        JsonNode back = city.see(reviewer, no);
        assertEquals("IN_REVIEW", back.path("status").asText());
        assertEquals("RETURNED", back.at("/forwardings/0/answer").asText());
        above.say(HigherAuthority.answer(no, first, "GRANTED")).problem(409, "ILLEGAL_ACTION");
        assertEquals(2, forward(no).path("forwardings").size());
        above.say(HigherAuthority.answer(no, first, "GRANTED")).problem(409, "NOT_AWAITED");
        above.say(answer(no, "DENIED")).expect(200);
        city.act(reviewer, no, "REVIEW", "opinion", "DISAGREE", "text", "按批复不予。");
        city.act(director, no, "DECIDE", "decision", "DENY", "reason", "市教育局批复不予。", "legalBasis", "《教师资格条例》第十三条");
    }

    @Test
    void whatIsSettledAboveIsCompletedAsForwarded() {
        String no = forwarded();
        city.move(Duration.ofDays(60));
        above.say(answer(no, "COMPLETED")).expect(200);
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(done.path("sentence").asText().contains("上级机关"));
        assertEquals("FORWARDED", db.text("SELECT completion_kind FROM case_file WHERE case_no = ?", no));
        assertFalse(City.clock(done, "LEGAL").path("late").asBoolean(), "it rested all the time");
        assertEquals(0, city.see(reviewer, no).path("workItems").size());
    }

    @Test
    void aMessageIsTakenOnceHoweverOftenItComes() {
        String no = forwarded();
        String message = UUID.randomUUID().toString();
        ObjectNode granted = answer(no, "GRANTED");
        assertFalse(
                above.say(message, granted).expect(200).json().path("repeated").asBoolean());
        assertTrue(
                above.say(message, granted).expect(200).json().path("repeated").asBoolean());
        assertEquals(1, events(no, "FORWARD_ANSWERED"));
        above.say(message, granted.deepCopy().put("answer", "RETURNED")).problem(409, "MESSAGE_REUSED");
        above.say(granted).problem(409, "ILLEGAL_ACTION");
        assertEquals(1, events(no, "FORWARD_ANSWERED"));
    }

    @Test
    void nobodyElseAnswersForTheHigherAuthority() {
        String no = forwarded();
        ObjectNode granted = answer(no, "GRANTED");
        String now = Clock.systemUTC().instant().toString();
        above.send("message-1", now, granted, "another key of thirty-two characters")
                .problem(401, "EXCHANGE_SIGNATURE");
        above.send("message-1", Clock.systemUTC().instant().minusSeconds(3600).toString(), granted, "x")
                .problem(401, "EXCHANGE_SIGNATURE");
        city.nobody().post("/exchange/answers", granted).problem(401, "EXCHANGE_SIGNATURE");
        new HigherAuthority(city.nobody(), "city-health").say(granted).problem(404, "NOT_FOUND");
        assertEquals("FORWARDED", city.see(citizen, no).path("status").asText());
        assertEquals(0, events(no, "FORWARD_ANSWERED"));
    }

    @Test
    void anAnswerThatLacksSomethingIsRefusedWithWhatItLacks() {
        String no = forwarded();
        ObjectNode granted = answer(no, "GRANTED");
        granted.remove("document");
        granted.remove("documentNo");
        granted.remove("text");
        var refused = above.say(granted).problem(422, "INVALID");
        refused.error("document", "REQUIRED");
        refused.error("documentNo", "REQUIRED");
        refused.error("text", "REQUIRED");
        above.say(answer(no, "GRANTED").put("reference", UUID.randomUUID().toString()))
                .problem(409, "NOT_AWAITED");
        assertEquals("FORWARDED", city.see(citizen, no).path("status").asText());
    }

    @Test
    void onlyWhoExaminesItReportsItAndOnlyWhatIsDecidedAbove() {
        String no = accepted();
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "FORWARD", "opinion", "x", "legalBasis", "x"))
                .problem(403, "FORBIDDEN");
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "FORWARD", "opinion", " "))
                .problem(422, "INVALID")
                .error("legalBasis", "REQUIRED");
        assertTrue(city.see(reviewer, no).path("allowedActions").toString().contains("\"FORWARD\""));
        String ours = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), ours, "ACCEPT");
        Api street = city.as("street-reviewer");
        street.post(
                        "/cases/" + ours + "/actions",
                        city.action(street, ours, "FORWARD", "opinion", "x", "legalBasis", "x"))
                .problem(409, "NOT_FORWARDED");
    }

    @Test
    void whoWithdrawsWhileItLiesAboveIsFollowedThere() {
        String no = forwarded();
        ObjectNode late = answer(no, "GRANTED");
        JsonNode view = city.act(citizen, no, "WITHDRAW", "reason", "已在外市任教");
        assertEquals("WITHDRAWN", view.path("status").asText());
        assertEquals("WITHDRAWN", view.at("/forwardings/0/answer").asText());
        city.settle();
        assertEquals(
                0,
                db.number("SELECT count(*) FROM outbox WHERE order_key = ? AND state <> 'DONE'", "exchange:" + no),
                "both reports went out");
        above.say(late).problem(409, "ILLEGAL_ACTION");
    }

    // ---- 书面答复

    private ObjectNode paper(Api who, String no, String kind) {
        String scan = who.post("/cases/" + no + "/files")
                .file("file", "批复扫描件.pdf", "application/pdf", City.pdf())
                .send()
                .expect(201)
                .text("/id");
        return city.action(
                who,
                no,
                "RECORD_PAPER_ANSWER",
                "answer",
                kind,
                "documentNo",
                "云教认〔2026〕19号",
                "decidedOn",
                city.today().toString(),
                "signedBy",
                "周敏",
                "text",
                "经审查，" + kind,
                "file",
                scan);
    }

    private void typed(String no, String kind) {
        reviewer.post("/cases/" + no + "/actions", paper(reviewer, no, kind)).expect(200);
    }

    @Test
    void anAnswerOnPaperCountsOnceAnotherHasComparedIt() {
        String no = forwarded();
        typed(no, "GRANTED");
        JsonNode waits = city.see(director, no);
        assertEquals("FORWARDED", waits.path("status").asText(), "one person alone settles nothing");
        assertEquals("周敏", waits.at("/forwardings/0/typed/signedBy").asText());
        assertTrue(city.see(citizen, no).at("/forwardings/0/typed").isMissingNode());
        assertFalse(city.see(reviewer, no).path("allowedActions").toString().contains("PAPER_ANSWER"));
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "CONFIRM_PAPER_ANSWER", "agrees", true))
                .problem(409, "FOUR_EYES");
        reviewer.post("/cases/" + no + "/actions", paper(reviewer, no, "DENIED"))
                .problem(409, "TYPED_ALREADY");
        director.post("/cases/" + no + "/actions", city.action(director, no, "CONFIRM_PAPER_ANSWER", "agrees", false))
                .problem(422, "INVALID")
                .error("reason", "REQUIRED");
        city.act(director, no, "CONFIRM_PAPER_ANSWER", "agrees", false, "reason", "文号登记有误。");
        assertTrue(city.see(director, no).at("/forwardings/0/typed").isMissingNode());

        typed(no, "GRANTED");
        city.act(director, no, "CONFIRM_PAPER_ANSWER", "agrees", true);
        JsonNode back = city.see(reviewer, no);
        assertEquals("IN_REVIEW", back.path("status").asText());
        assertEquals("GRANTED", back.at("/forwardings/0/answer").asText());
        assertEquals("云教认〔2026〕19号", back.at("/forwardings/0/documentNo").asText());
        assertFalse(back.at("/forwardings/0/file").asText().isEmpty());
        assertEquals("RUNNING", City.clock(back, "LEGAL").path("state").asText());
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "按批复准予。");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "DENY", "reason", "x", "legalBasis", "x"))
                .problem(409, "DIFFERS_FROM_ABOVE");
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "市教育局批复准予。", "legalBasis", "《教师资格条例》第十三条");
    }

    @Test
    void theMessageThatComesAfterThePaperIsKeptAndChangesNothing() {
        String no = forwarded();
        ObjectNode message = answer(no, "DENIED");
        typed(no, "GRANTED");
        city.act(director, no, "CONFIRM_PAPER_ANSWER", "agrees", true);
        String id = UUID.randomUUID().toString();
        JsonNode receipt = above.say(id, message).expect(200).json();
        assertTrue(receipt.path("late").asBoolean());
        assertEquals("IN_REVIEW", receipt.path("status").asText());
        assertEquals(
                "GRANTED", city.see(reviewer, no).at("/forwardings/0/answer").asText());
        assertEquals(1, events(no, "FORWARD_ANSWERED"));
        assertEquals(1, events(no, "ANSWER_CAME_LATE"));
        assertTrue(above.say(id, message).expect(200).json().path("repeated").asBoolean());
        assertEquals(1, events(no, "ANSWER_CAME_LATE"));
    }

    @Test
    void theMessageThatComesBeforeThePaperIsConfirmedDecides() {
        String no = forwarded();
        typed(no, "GRANTED");
        above.say(answer(no, "RETURNED")).expect(200);
        JsonNode back = city.see(director, no);
        assertEquals("RETURNED", back.at("/forwardings/0/answer").asText());
        assertTrue(back.at("/forwardings/0/typed").isMissingNode());
        director.post("/cases/" + no + "/actions", city.action(director, no, "CONFIRM_PAPER_ANSWER", "agrees", true))
                .problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void whatWasSettledAboveIsCompletedByThePaperToo() {
        String no = forwarded();
        typed(no, "COMPLETED");
        city.act(director, no, "CONFIRM_PAPER_ANSWER", "agrees", true);
        assertEquals("COMPLETED", city.see(citizen, no).path("status").asText());
        assertEquals("FORWARDED", db.text("SELECT completion_kind FROM case_file WHERE case_no = ?", no));
    }

    @Test
    void anAnswerOnPaperNeedsNumberDateSignatoryAndScan() {
        String no = forwarded();
        var refused = reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                reviewer,
                                no,
                                "RECORD_PAPER_ANSWER",
                                "decidedOn",
                                city.today().plusDays(1).toString()))
                .problem(422, "INVALID");
        for (String field : new String[] {"answer", "documentNo", "signedBy", "text", "file"}) {
            refused.error(field, "REQUIRED");
        }
        refused.error("decidedOn", "OUT_OF_RANGE");
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "RECORD_PAPER_ANSWER"))
                .expect(403);
    }
}
