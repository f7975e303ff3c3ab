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
}
