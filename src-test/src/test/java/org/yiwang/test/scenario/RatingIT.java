package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 好差评: by page, by link and at the window; and what becomes of a bad grade, by the work calendar. */
@OnServer
class RatingIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String WORDS = "排队一上午没人理睬";

    private final City city;
    private final Db db;

    RatingIT(YiwangServer server, Db db) {
        this.city = new City(server);
        this.db = db;
    }

    /** Decided and served: civil-director has had a hand in it, civil-reviewer has not. */
    private String completed() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "属实。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《云州市高龄津贴发放办法》第三条");
        city.settle();
        return no;
    }

    private String withdrawn() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("chenjing"), no, "WITHDRAW", "reason", "暂时不办了。");
        return no;
    }

    /** Rates it badly and answers the ticket. */
    private String badlyRated(String no) {
        city.act(city.as("chenjing"), no, "RATE", "level", 1, "tags", List.of("late", "rude"), "text", WORDS);
        return ticket(no);
    }

    private String ticket(String no) {
        return db.text(
                "SELECT t.id FROM bad_rating_ticket t JOIN case_file c ON c.id = t.case_id WHERE c.case_no = ?", no);
    }

    private Reply step(Api who, String ticket, String action, Object... fields) {
        long seen = city.as("supervisor")
                .get("/rating-tickets/" + ticket)
                .expect(200)
                .number("/version");
        ObjectNode body = Api.object(fields).put("action", action).put("seenVersion", seen);
        return who.post("/rating-tickets/" + ticket + "/actions", body);
    }

    private Reply again(String no, int level) {
        return city.as("chenjing").post("/ratings/cases/" + no + "/again", Api.object("level", level, "text", "好多了"));
    }

    /** Ten in the morning after a last day. */
    private void moveBehind(String dueOn) {
        Instant then =
                LocalDate.parse(dueOn).plusDays(1).atTime(10, 0).atZone(ZONE).toInstant();
        if (then.isAfter(city.now())) {
            city.moveTo(then);
        }
    }

    private long notices(String topic, String no) {
        return db.number("SELECT count(*) FROM notice WHERE topic = ? AND case_no = ?", topic, no);
    }

    @Test
    void aBadGradeIsFoundOutPutRightCalledBackAndRatedOnceMore() {
        String no = completed();
        String ticket = badlyRated(no);
        Api department = city.as("civil-reviewer");
        assertEquals(
                "ASSIGNED",
                department.get("/rating-tickets/" + ticket).expect(200).text("/state"));
        city.as("window-1").get("/rating-tickets/" + ticket).problem(404, "NOT_FOUND");
        city.as("wangqiang").get("/rating-tickets/" + ticket).problem(403, "FORBIDDEN");
        assertTrue(
                department.get("/rating-tickets?limit=100").expect(200).body().contains(ticket),
                "on the department's list");
        assertFalse(city.as("market-reviewer")
                .get("/rating-tickets?limit=100")
                .expect(200)
                .body()
                .contains(ticket));

        step(department, ticket, "FEED_BACK", "text", "跳过").problem(409, "ILLEGAL_ACTION");
        step(department, ticket, "TAKE_UP").expect(200);
        step(department, ticket, "VERIFY", "finding", "VALID")
                .problem(422, "INVALID")
                .error("text", "REQUIRED");
        step(city.as("civil-director"), ticket, "VERIFY", "finding", "VALID", "text", "当日窗口确实少开一个。")
                .expect(200);
        step(department, ticket, "RECTIFY", "text", "增开窗口")
                .problem(422, "INVALID")
                .error("complex", "REQUIRED");
        step(department, ticket, "RECTIFY", "complex", false, "text", "增开窗口。").expect(200);
        again(no, 4).problem(409, "ILLEGAL_ACTION");
        step(department, ticket, "FEED_BACK", "text", "已增开一个窗口，向您致歉。").expect(200);
        step(city.as("civil-director"), ticket, "CALL_BACK", "reached", true, "text", "已致电。")
                .problem(403, "FORBIDDEN");
        step(department, ticket, "CALL_BACK", "reached", true, "text", "已致电，评价人认可。")
                .expect(200);

        JsonNode seen =
                city.as("chenjing").get("/ratings/cases/" + no).expect(200).at("/given/ticket");
        assertTrue(seen.path("mayReRate").asBoolean());
        assertEquals("已增开一个窗口，向您致歉。", seen.at("/answers/0").asText());
        city.as("wangqiang").get("/ratings/cases/" + no).problem(404, "NOT_FOUND");
        city.as("civil-reviewer").get("/ratings/cases/" + no).expect(403, 404);
        assertEquals(4, again(no, 4).expect(200).number("/given/reLevel"));
        again(no, 5).problem(409, "RE_RATED");
        assertEquals(
                "CLOSED",
                department.get("/rating-tickets/" + ticket).expect(200).text("/state"));
        step(department, ticket, "TAKE_UP").problem(409, "ILLEGAL_ACTION");
        assertTrue(department
                .get("/rating-tickets?ended=true&limit=5")
                .expect(200)
                .body()
                .contains(ticket));
    }

    @Test
    @DisplayName("差评 2 星自动生成工单")
    void twoStarsOpenATicketAndThreeDoNot() {
        String bad = withdrawn();
        city.act(city.as("chenjing"), bad, "RATE", "level", 2, "text", "等待时间太长。");
        assertEquals(
                "ASSIGNED",
                city.as("supervisor")
                        .get("/rating-tickets/" + ticket(bad))
                        .expect(200)
                        .text("/state"),
                "opened by itself, and somebody has it");
        String fair = withdrawn();
        city.act(city.as("chenjing"), fair, "RATE", "level", 3);
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM bad_rating_ticket t JOIN case_file c ON c.id = t.case_id WHERE c.case_no = ?",
                        fair));
    }

    @Test
    void thoseWhoHandledItAreNotToldWhoRatedAndTheWordsAreSealed() {
        String no = completed();
        String ticket = badlyRated(no);
        String page = city.as("civil-director")
                .get("/rating-tickets/" + ticket)
                .expect(200)
                .body();
        assertTrue(page.contains(WORDS));
        assertFalse(page.contains("陈静") || page.contains("陈*") || page.contains("chenjing"), page);
        String stored = db.rows("SELECT * FROM rating r JOIN case_file c ON c.id = r.case_id WHERE c.case_no = ?", no)
                .toString();
        assertFalse(stored.contains(WORDS));
        assertEquals(
                1,
                db.number(
                        "SELECT count(DISTINCT actor) FROM access_log a JOIN case_file c ON c.id = a.case_id"
                                + " WHERE c.case_no = ? AND ground = '差评处置'",
                        no),
                "reading is written down");
    }

    @Test
    void whoeverHandledTheCaseMayNotHaveItsBadGradeExcluded() {
        String no = completed();
        String ticket = badlyRated(no);
        step(city.as("civil-director"), ticket, "TAKE_UP").expect(200);
        step(city.as("civil-director"), ticket, "VERIFY", "finding", "MALICIOUS", "text", "无中生有。")
                .problem(403, "FORBIDDEN");
        step(city.as("civil-reviewer"), ticket, "VERIFY", "finding", "MISJUDGED", "text", "评价的是另一家。")
                .expect(200);
        step(city.as("civil-reviewer"), ticket, "REVIEW", "uphold", true, "text", "同意。")
                .problem(403, "FORBIDDEN");
        city.settle();
        assertEquals(1, notices("rating.ticket.appeal", no), "the supervisor is told");
        step(city.as("supervisor"), ticket, "REVIEW", "uphold", true, "text", "经核实为误评。")
                .expect(200);
        assertEquals(
                "EXCLUDED",
                city.as("civil-reviewer")
                        .get("/rating-tickets/" + ticket)
                        .expect(200)
                        .text("/state"));
        assertTrue(city.as("chenjing")
                .get("/ratings/cases/" + no)
                .expect(200)
                .at("/given/excluded")
                .asBoolean());
    }

    @Test
    void aRejectedAppealIsValidAfterAll() {
        String ticket = badlyRated(completed());
        step(city.as("civil-reviewer"), ticket, "TAKE_UP").expect(200);
        step(city.as("civil-reviewer"), ticket, "VERIFY", "finding", "MALICIOUS", "text", "多次差评。")
                .expect(200);
        step(city.as("supervisor"), ticket, "REVIEW", "uphold", false, "text", "证据不足。")
                .expect(200);
        assertEquals(
                "VALID",
                city.as("civil-reviewer")
                        .get("/rating-tickets/" + ticket)
                        .expect(200)
                        .text("/state"));
    }

    @Test
    void whatIsNotLegallyOwedIsExplainedAndClosedWhenTheRaterSaysNothingMore() {
        String no = completed();
        String ticket = badlyRated(no);
        step(city.as("civil-reviewer"), ticket, "TAKE_UP").expect(200);
        step(city.as("civil-reviewer"), ticket, "VERIFY", "finding", "NO_LEGAL_BASIS", "text", "政策没有一次性发放的规定。")
                .expect(200);
        Reply called = step(city.as("supervisor"), ticket, "CALL_BACK", "reached", false, "text", "三次未接通，已留言。");
        moveBehind(called.expect(200).text("/dueOn"));
        Reply closed = city.as("supervisor").get("/rating-tickets/" + ticket).expect(200);
        assertEquals("CLOSED", closed.text("/state"));
        assertFalse(closed.at("/late").asBoolean());
        again(no, 5).problem(409, "ILLEGAL_ACTION");
    }

    @Test
    void aMissedLimitIsToldOnceHoweverManyLook() {
        String no = completed();
        String ticket = badlyRated(no);
        String dueOn = city.as("supervisor")
                .get("/rating-tickets/" + ticket)
                .expect(200)
                .text("/dueOn");
        moveBehind(dueOn);
        // As several nodes would at the same moment.
        Instant now = city.now().plusSeconds(30);
        IntStream.range(0, 3).parallel().forEach(node -> city.nobody()
                .put("/clock")
                .json(Api.object("now", now.plusSeconds(node).toString()))
                .send()
                // Time goes forward only: whoever comes after a later one is refused.
                .expect(200, 422));
        city.settle();
        long told = db.number(
                "SELECT count(*) FROM officer WHERE active AND (department = 'civil-affairs' OR roles LIKE '%SUPERVISOR%')");
        assertEquals(told, notices("rating.ticket.due", no));
        Reply late = city.as("supervisor").get("/rating-tickets/" + ticket).expect(200);
        assertTrue(late.at("/late").asBoolean());
        assertEquals("RED", late.text("/light"));
    }

    @Test
    @DisplayName("同一办件第二次评价被拒")
    void aLinkIsGoodForOneRatingAfterTheEnd() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.as("wangqiang").post("/ratings/links", Api.object("caseNo", no)).problem(404, "NOT_FOUND");
        String token = city.as("window-1")
                .post("/ratings/links", Api.object("caseNo", no))
                .expect(201)
                .text("/token");
        assertFalse(city.nobody()
                .get("/ratings/links/" + token)
                .expect(200)
                .at("/rateable")
                .asBoolean());
        rate(token, 5).problem(409, "NOT_RATEABLE");
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("0") ? "1" : "0");
        city.nobody().get("/ratings/links/" + forged).problem(404, "NOT_FOUND");

        city.act(city.as("chenjing"), no, "WITHDRAW", "reason", "暂时不办了。");
        rate(token, 2).problem(422, "INVALID").error("text", "REQUIRED");
        city.nobody()
                .post("/ratings/links/" + token, Api.object("level", 5, "tags", List.of("rude")))
                .problem(422, "INVALID")
                .error("tags", "UNKNOWN_TAG");
        assertEquals(5, rate(token, 5).expect(200).number("/given/level"));
        rate(token, 4).problem(409, "RATED");
        city.as("chenjing")
                .post("/cases/" + no + "/actions", city.action(city.as("chenjing"), no, "RATE", "level", 4))
                .problem(409, "RATED");
        assertFalse(
                city.nobody().get("/ratings/links/" + token).expect(200).body().contains("陈"));
    }

    private Reply rate(String token, int level) {
        return city.nobody().post("/ratings/links/" + token, Api.object("level", level));
    }

    @Test
    void aWindowVisitIsRatedOnceAndItsClerkDoesNotJudgeTheRating() {
        city.as("civil-reviewer").post("/ratings/links", Api.object()).problem(403, "FORBIDDEN");
        String token = city.as("window-1")
                .post("/ratings/links", Api.object())
                .expect(201)
                .text("/token");
        assertEquals(
                "窗口服务", city.nobody().get("/ratings/links/" + token).expect(200).text("/what"));
        city.nobody()
                .post("/ratings/links/" + token, Api.object("level", 1, "tags", List.of("rude"), "text", "没有抬头看人"))
                .expect(200);
        rate(token, 5).problem(409, "RATED");
        String ticket = db.text("SELECT t.id FROM bad_rating_ticket t JOIN rating r ON r.id = t.rating_id"
                + " WHERE r.visit_id IS NOT NULL ORDER BY t.opened_at DESC LIMIT 1");
        step(city.as("window-1"), ticket, "TAKE_UP").expect(200);
        step(city.as("window-1"), ticket, "VERIFY", "finding", "MISJUDGED", "text", "不是我。")
                .problem(403, "FORBIDDEN");
        step(city.as("window-2"), ticket, "VERIFY", "finding", "NO_LEGAL_BASIS", "text", "已说明排队规则。")
                .expect(200);
        step(city.as("window-2"), ticket, "CALL_BACK", "reached", false, "text", "评价人没有留下联系方式。")
                .expect(200);
        city.nobody()
                .post("/ratings/links/" + token + "/again", Api.object("level", 3))
                .expect(200);
        city.nobody()
                .post("/ratings/links/" + token + "/again", Api.object("level", 5))
                .problem(409, "RE_RATED");
    }

    @Test
    @DisplayName("默认好评不计主动率")
    void anAssumedGradeIsNobodysVoice() {
        String no = withdrawn();
        city.move(Duration.ofDays(8));
        assertEquals(
                "DEFAULT",
                db.text("SELECT source FROM rating r JOIN case_file c ON c.id = r.case_id WHERE c.case_no = ?", no));
        JsonNode view = city.see(city.as("chenjing"), no);
        assertTrue(view.path("rating").isMissingNode());
        JsonNode before = figures();
        city.act(city.as("chenjing"), no, "RATE", "level", 5, "tags", List.of("quick"));
        JsonNode after = figures();
        assertEquals(1, difference(before, after, "/activeRate/numerator"));
        assertEquals(1, difference(before, after, "/goodRate/numerator"));
        assertEquals(0, difference(before, after, "/activeRate/denominator"));
        assertEquals(-1, difference(before, after, "/assumed"), "his voice takes the place of the assumed grade");
    }

    private JsonNode figures() {
        LocalDate today = city.today();
        return city.nobody()
                .get("/ratings/figures?from=" + today.minusDays(30) + "&until=" + today)
                .expect(200)
                .at("/total");
    }

    private static long difference(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }
}
