package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 督办: warnings and orders by the clocks, replies, appeals against a light, and who is late. */
@OnServer
class SupervisionIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Db db;

    SupervisionIT(YiwangServer server, Db db) {
        this.city = new City(server);
        this.db = db;
    }

    private String accepted() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private void moveTo(LocalDate day) {
        Instant then = day.atTime(10, 0).atZone(ZONE).toInstant();
        if (then.isAfter(city.now())) {
            city.moveTo(then);
        }
    }

    private LocalDate due(String no, String kind) {
        return LocalDate.parse(City.clock(city.see(city.as("supervisor"), no), kind)
                .path("dueOn")
                .asText());
    }

    /** Its promise has passed; answers the red order about it. */
    private String late(String no) {
        moveTo(due(no, "PROMISE").plusDays(1));
        return order(no, "PROMISE", "RED");
    }

    private String order(String no, String clock, String level) {
        return db.text(
                "SELECT id FROM supervision_order WHERE case_no = ? AND clock_kind = ? AND level = ? AND trigger = 'AUTO'",
                no,
                clock,
                level);
    }

    private Reply read(String who, String order) {
        return city.as(who).get("/supervision/orders/" + order);
    }

    private Reply reply(String who, String order) {
        long seen = read("supervisor", order).expect(200).number("/version");
        return city.as(who)
                .post(
                        "/supervision/orders/" + order + "/reply",
                        Api.object("seenVersion", seen, "reason", "承办人休假未交接。", "measures", "已改派，三日内办结。"));
    }

    private Reply close(String who, String order) {
        long seen = read("supervisor", order).expect(200).number("/version");
        return city.as(who)
                .post("/supervision/orders/" + order + "/close", Api.object("seenVersion", seen, "opinion", "已整改。"));
    }

    private Reply appeal(String who, String order, String ground, Instant from, Instant until) {
        return city.as(who)
                .post(
                        "/supervision/orders/" + order + "/appeals",
                        Api.object(
                                "ground", ground, "from", from.toString(), "until", until.toString(), "text", "机房断电。"));
    }

    private Reply decide(String who, String appeal, boolean approve) {
        return city.as(who)
                .post(
                        "/supervision/appeals/" + appeal + "/decision",
                        Api.object("approve", approve, "opinion", "已核对机房记录。"));
    }

    @Test
    void aClockThatTurnsYellowWarnsAndOneThatTurnsRedAsksForReasons() {
        String no = accepted();
        JsonNode promise = City.clock(city.see(city.as("supervisor"), no), "PROMISE");
        LocalDate dueOn = LocalDate.parse(promise.path("dueOn").asText());
        moveTo(dueOn);
        String yellow = order(no, "PROMISE", "YELLOW");
        JsonNode warning = read("civil-director", yellow).expect(200).json();
        assertEquals("OPEN", warning.path("state").asText());
        assertTrue(warning.path("replyDueOn").isMissingNode(), "a warning asks for nothing but haste");

        String red = late(no);
        JsonNode order = read("civil-director", red).expect(200).json();
        assertEquals(dueOn.toString(), order.path("dueOn").asText());
        assertTrue(LocalDate.parse(order.path("replyDueOn").asText()).isAfter(city.today()));
        assertTrue(order.path("allowedActions").toString().contains("REPLY"));
        assertEquals("CLOSED", read("supervisor", yellow).expect(200).text("/state"), "it has become an order");
        city.settle();
        assertTrue(db.number("SELECT count(*) FROM notice WHERE topic = 'supervision.order' AND case_no = ?", no) >= 2);
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM supervision_order WHERE case_no = ? AND clock_kind = 'PROMISE' AND level = 'RED'",
                        no),
                "once, however often the clocks are looked at");
    }

    @Test
    void theHeadOfTheDepartmentAnswersAndASupervisorCloses() {
        String order = late(accepted());
        read("market-director", order).problem(404, "NOT_FOUND");
        read("chenjing", order).problem(403, "FORBIDDEN");
        reply("civil-reviewer", order).problem(403, "FORBIDDEN");
        reply("market-director", order).problem(404, "NOT_FOUND");
        close("supervisor", order).problem(409, "NOT_REPLIED");
        city.as("civil-director")
                .post("/supervision/orders/" + order + "/reply", Api.object("seenVersion", 1, "reason", "忙。"))
                .problem(422, "INVALID")
                .error("measures", "REQUIRED");
        Reply replied = reply("civil-director", order).expect(200);
        assertEquals("REPLIED", replied.text("/state"));
        assertFalse(replied.at("/replyOverdue").asBoolean());
        assertFalse(
                db.rows("SELECT * FROM supervision_order WHERE id = CAST(? AS uuid)", order)
                        .toString()
                        .contains("休假"),
                "words are sealed");
        reply("civil-director", order).problem(409, "ILLEGAL_ACTION");
        close("civil-director", order).problem(403, "FORBIDDEN");
        assertEquals("CLOSED", close("supervisor", order).expect(200).text("/state"));
        close("supervisor", order).problem(409, "ILLEGAL_ACTION");
        assertTrue(city.as("civil-director")
                .get("/supervision/orders?closed=true&limit=100")
                .expect(200)
                .body()
                .contains(order));
    }

    @Test
    void aReplyThatDoesNotComeIsMarkedAndToldOnce() {
        String no = accepted();
        String order = late(no);
        moveTo(LocalDate.parse(read("supervisor", order).expect(200).text("/replyDueOn"))
                .plusDays(1));
        city.settle();
        assertTrue(read("supervisor", order).expect(200).at("/replyOverdue").asBoolean());
        long told = db.number(
                "SELECT count(*) FROM notice n JOIN supervision_order o ON n.order_key LIKE 'order:' || o.id"
                        + " || ':overdue%' WHERE o.id = CAST(? AS uuid)",
                order);
        assertEquals(2, told, "the supervisor and the head of the department, once");
        assertTrue(
                reply("civil-director", order).expect(200).at("/replyOverdue").asBoolean());
    }

    @Test
    void aSupervisorIssuesOneByHimself() {
        String no = accepted();
        Api supervisor = city.as("supervisor");
        city.as("civil-director")
                .post("/supervision/orders", Api.object("caseNo", no, "level", "RED", "reason", "群众反映。"))
                .problem(403, "FORBIDDEN");
        supervisor
                .post("/supervision/orders", Api.object("caseNo", no, "level", "RED", "replyWithinDays", 99))
                .problem(422, "INVALID")
                .error("text", "REQUIRED");
        String order = supervisor
                .post(
                        "/supervision/orders",
                        Api.object(
                                "caseNo",
                                no,
                                "level",
                                "YELLOW",
                                "department",
                                "civil-affairs",
                                "reason",
                                "群众反映迟缓。",
                                "replyWithinDays",
                                2))
                .expect(201)
                .text("/id");
        assertEquals("MANUAL", read("civil-director", order).expect(200).text("/trigger"));
        appeal(
                        "civil-director",
                        order,
                        "SYSTEM_FAILURE",
                        city.now().minusSeconds(90000),
                        city.now().minusSeconds(60))
                .problem(409, "NO_LIGHT");
        assertFalse(
                city.see(city.as("chenjing"), no).path("timeline").toString().contains("SUPERVISION"),
                "it is between the offices");
        city.act(city.as("chenjing"), no, "WITHDRAW", "reason", "不办了。");
        supervisor
                .post("/supervision/orders", Api.object("caseNo", no, "level", "RED", "reason", "再督办。"))
                .problem(409, "CASE_ENDED");
    }

    @Test
    void anApprovedAppealGivesTheTimeBackInANewRowAndOverwritesNone() {
        String no = accepted();
        Instant from = city.now();
        LocalDate before = due(no, "PROMISE");
        String order = late(no);
        Instant until = city.now().minusSeconds(3600);
        appeal("market-director", order, "SYSTEM_FAILURE", from, until).problem(404, "NOT_FOUND");
        appeal("supervisor", order, "SYSTEM_FAILURE", from, until).problem(403, "FORBIDDEN");
        appeal("civil-reviewer", order, "SYSTEM_FAILURE", until, from)
                .problem(422, "INVALID")
                .error("until", "OUT_OF_RANGE");
        String asked = appeal("civil-reviewer", order, "SYSTEM_FAILURE", from, until)
                .expect(201)
                .text("/appeals/0/id");
        appeal("civil-reviewer", order, "SYSTEM_FAILURE", from, until).problem(409, "PENDING");
        assertEquals(before, due(no, "PROMISE"), "asking changes nothing");
        decide("civil-director", asked, true).problem(403, "FORBIDDEN");

        JsonNode decided = decide("supervisor", asked, true).expect(200).json();
        assertEquals("CLOSED", decided.path("state").asText(), "no longer late, nothing to answer");
        assertEquals("APPROVED", decided.at("/appeals/0/state").asText());
        LocalDate after = due(no, "PROMISE");
        assertTrue(after.isAfter(before));
        assertEquals(after.toString(), decided.at("/appeals/0/newDueOn").asText());
        List<?> rows = db.rows(
                "SELECT due_on, state FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                        + " WHERE c.case_no = ? AND kind = 'PROMISE' ORDER BY seq",
                no);
        assertEquals(2, rows.size());
        assertTrue(rows.get(0).toString().contains(before.toString())
                && rows.get(0).toString().contains("SUPERSEDED"));
        decide("supervisor", asked, false).problem(409, "DECIDED");
        assertTrue(
                city.see(city.as("chenjing"), no).path("timeline").toString().contains("CLOCK_CORRECTED"),
                "the applicant is told that the date has moved");
        assertFalse(
                city.see(city.as("chenjing"), no).path("timeline").toString().contains("LIGHT_APPEAL"));
    }

    @Test
    void aRejectedAppealLeavesTheLightAndTheDutyToAnswer() {
        String no = accepted();
        Instant from = city.now();
        String order = late(no);
        String asked = appeal("civil-reviewer", order, "SPECIAL_PROCEDURE_NOT_REGISTERED", from, city.now())
                .expect(201)
                .text("/appeals/0/id");
        LocalDate before = due(no, "PROMISE");
        decide("supervisor", asked, false).expect(200);
        assertEquals(before, due(no, "PROMISE"));
        assertEquals("OPEN", read("supervisor", order).expect(200).text("/state"));
        reply("civil-director", order).expect(200);
    }

    @Test
    void whoIsLateIsListedByDepartmentAndPersonTheOldestFirst() {
        String no = accepted();
        city.act(city.as("street-reviewer"), no, "CLAIM");
        late(no);
        JsonNode late = city.as("supervisor")
                .get("/supervision/late?department=street-east&officer=YZ1006&limit=100")
                .expect(200)
                .json();
        assertTrue(late.path("items").toString().contains(no));
        String last = "";
        for (JsonNode line : late.path("items")) {
            assertEquals("street-east", line.path("department").asText());
            assertEquals("赵敏", line.path("officer").asText());
            assertTrue(line.path("daysLate").asLong() > 0);
            assertTrue(line.path("dueOn").asText().compareTo(last) >= 0);
            last = line.path("dueOn").asText();
        }
        Reply first = city.as("supervisor").get("/supervision/late?limit=1").expect(200);
        assertEquals(1, first.at("/items").size());
        assertFalse(city.as("market-director")
                .get("/supervision/late?limit=100")
                .expect(200)
                .body()
                .contains(no));
        city.as("market-director")
                .get("/supervision/late?department=street-east")
                .problem(403, "FORBIDDEN");
        city.as("chenjing").get("/supervision/late").problem(403, "FORBIDDEN");
    }
}
