package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 时限与通知: what happens when nobody does anything, and who is told of what. */
@OnServer
class DeadlinesIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Db db;

    DeadlinesIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
    }

    private LocalDate promiseOf(String no) {
        for (JsonNode clock : city.see(city.as("chenjing"), no).path("clocks")) {
            if (clock.path("kind").asText().equals("PROMISE")) {
                return LocalDate.parse(clock.path("dueOn").asText());
            }
        }
        throw new AssertionError("no promise runs");
    }

    private String accepted() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private long passed(String no, String what) {
        return db.number(
                """
                SELECT count(*) FROM case_event e JOIN case_file f ON f.id = e.case_id
                 WHERE f.case_no = ? AND e.type = 'CLOCK_PASSED' AND e.body LIKE '%"PROMISE"%' AND e.body LIKE ?
                """,
                no, "%" + what + "%");
    }

    @Test
    void aCaseLeftAloneIsToldYellowOnceAndRedOnce() {
        String no = accepted();
        LocalDate due = promiseOf(no);
        city.moveTo(due.atTime(9, 0).atZone(ZONE).toInstant());
        assertEquals(1, passed(no, "YELLOW"));
        assertEquals(0, passed(no, "DUE"));
        JsonNode view = city.see(city.as("chenjing"), no);
        assertEquals("YELLOW", City.clock(view, "PROMISE").path("light").asText());
        assertEquals("RED", City.clock(view, "STEP").path("light").asText(), "the review's own five days are over");
        assertEquals("RED", view.path("light").asText(), "the worst of promise, law and step");
        city.moveTo(due.plusDays(1).atStartOfDay(ZONE).toInstant());
        city.settle();
        assertEquals(1, passed(no, "YELLOW"));
        assertEquals(1, passed(no, "DUE"));
        assertEquals(
                0,
                db.number(
                        """
                        SELECT count(*) FROM case_clock c JOIN case_file f ON f.id = c.case_id
                         WHERE f.case_no = ? AND c.kind = 'PROMISE' AND c.next_fire_at IS NOT NULL
                        """,
                        no));
        assertEquals(
                2,
                db.number(
                        "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'work.clock.due'"
                                + " AND recipient = 'post:street-east/reviewer'",
                        no),
                "when the step was late, and when the promise was");
    }

    @Test
    void everyStepTellsThoseItConcernsWithTheCaseAndNoNumbers() {
        String no = accepted();
        city.settle();
        List<String> told = db
                .rows("SELECT topic || ' ' || split_part(recipient, ':', 1) AS t FROM notice WHERE case_no = ?", no)
                .stream()
                .map(row -> row.get("t").toString())
                .toList();
        assertTrue(
                told.containsAll(
                        List.of("case.submitted party", "work.intake post", "case.accepted party", "work.new post")),
                told.toString());
        for (var row : db.rows("SELECT title, body FROM notice WHERE case_no = ?", no)) {
            String said = row.get("title") + " " + row.get("body");
            assertTrue(said.contains(no), said);
            assertFalse(said.matches("(?s).*(99999919\\d{2}|1380000010\\d|[{}\\[\\]]).*"), said);
        }
    }

    @Test
    void outboxRowsOfNoticesHoldTheirNumberOnlyAndAreDelivered() {
        String no = accepted();
        city.settle();
        var rows = db.rows(
                """
                SELECT o.kind, o.body, o.state FROM outbox o JOIN notice n ON o.body = n.id::text
                 WHERE o.kind IN ('NOTIFY_MAIL', 'NOTIFY_SMS') AND n.case_no = ?
                """,
                no);
        assertTrue(rows.stream().anyMatch(r -> r.get("kind").equals("NOTIFY_MAIL")), rows.toString());
        assertTrue(rows.stream().anyMatch(r -> r.get("kind").equals("NOTIFY_SMS")), rows.toString());
        for (var row : rows) {
            assertTrue(row.get("body").toString().matches("\\d+"), row.toString());
            assertEquals("DONE", row.get("state"), row.toString());
        }
    }
}
