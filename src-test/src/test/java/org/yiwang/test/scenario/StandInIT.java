package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 请假代理与交接: a deputy acts for who is away, for as long as he is; who leaves hands over all he has. */
@OnServer
class StandInIT {

    private final City city;
    private final Db db;
    private final StreetFair fair;
    private String absence;

    StandInIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.fair = new StreetFair(server);
    }

    @AfterEach
    void everybodyIsBack() {
        if (absence != null) {
            city.as("admin").delete("/absences/" + absence).expect(204);
        }
    }

    @Test
    void theDeputySeesTheWorkAndActsForWhoIsAway() {
        String no = atSite();
        Api away = city.as("urban-inspector-1");
        Api deputy = city.as("urban-inspector-2");
        city.act(away, no, "CLAIM");
        ObjectNode review = city.action(deputy, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        deputy.post("/cases/" + no + "/actions", review).problem(409, "CLAIMED_BY_OTHER");
        assertFalse(deputies(deputy).contains(no));
        absence = absent(away, 2);
        assertTrue(deputies(deputy).contains(no));
        city.act(deputy, no, "REVIEW", "opinion", "AGREE", "text", "代为同意。");
        Map<String, Object> event = db.rows(
                        "SELECT e.actor, e.on_behalf_of, e.basis FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = 'STEP_REVIEWED' ORDER BY e.seq DESC LIMIT 1",
                        no)
                .get(0);
        assertEquals("officer:" + id("YZ1018"), event.get("actor"));
        assertEquals("officer:" + id("YZ1017"), event.get("on_behalf_of"));
        assertTrue(event.get("basis").toString().startsWith("代理 "));
        String opinions = city.see(deputy, no).path("opinions").toString();
        assertTrue(opinions.contains("邓丽娟（代彭博）"), opinions);
    }

    @Test
    void itEndsByItself() {
        String no = atSite();
        Api away = city.as("urban-inspector-1");
        Api deputy = city.as("urban-inspector-2");
        city.act(away, no, "CLAIM");
        absence = absent(away, 0);
        assertTrue(deputies(deputy).contains(no));
        city.move(Duration.ofDays(1));
        assertFalse(deputies(deputy).contains(no), "the last day is over");
        ObjectNode review = city.action(deputy, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        deputy.post("/cases/" + no + "/actions", review).problem(409, "CLAIMED_BY_OTHER");
    }

    @Test
    void onlyAColleagueOfTheSamePostStandsInAndNotTwiceAtOnce() {
        Api away = city.as("urban-inspector-1");
        String today = city.today().toString();
        ask(away, "YZ1016", today, today).expect(422);
        ask(away, "YZ1017", today, today).expect(422);
        ask(away, "YZ1018", city.today().minusDays(1).toString(), today).expect(422);
        ask(city.as("chenjing"), "YZ1018", today, today).problem(403, "FORBIDDEN");
        absence = absent(away, 1);
        ask(away, "YZ1018", today, today).problem(409, "ABSENT_ALREADY");
        ask(city.as("urban-inspector-2"), "YZ1017", today, today).problem(422, "INVALID");
        city.as("market-reviewer").delete("/absences/" + absence).problem(403, "FORBIDDEN");
    }

    @Test
    void whoLeavesHandsOverAllAndHisAccountIsClosed() {
        Api leaver = city.as("fire-reviewer-2");
        Api colleague = city.as("fire-reviewer");
        String one = fair.forked();
        String two = fair.forked();
        city.act(leaver, one, "CLAIM");
        city.act(leaver, two, "CLAIM");
        Api head = city.as("fire-director");
        ObjectNode order = Api.object("staffNo", "YZ1091", "toStaffNo", "YZ1045", "closes", true);
        colleague.post("/handovers", order).problem(403, "FORBIDDEN");
        head.post("/handovers", Api.object("staffNo", "YZ1091", "toStaffNo", "YZ1016", "closes", true))
                .problem(422, "INVALID");
        String batch = head.post("/handovers", order).expect(202).text("/id");
        city.settle();
        JsonNode view = head.get("/batches/" + batch).expect(200).json();
        assertEquals(0, view.path("waiting").asInt(), view.toString());
        assertEquals(0, view.path("refused").asInt(), view.toString());
        assertTrue(view.path("done").asInt() >= 2, view.toString());
        assertTrue(view.hasNonNull("finishedAt"));
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE assignee = ?", id("YZ1091")));
        fair.agree("fire-reviewer", one);
        fair.agree("fire-reviewer", two);
        leaver.get("/cases/" + one).expect(401);
        colleague.get("/batches/" + batch).problem(404, "NOT_FOUND");
        // He comes back for the next run of this test.
        db.change("UPDATE officer SET active = true, left_at = NULL WHERE staff_no = 'YZ1091'");
        db.change("UPDATE organisation_revision SET revision = revision + 1");
        Await.until("he is back", () -> leaver.get("/work-items").status() == 200);
    }

    private String atSite() {
        String no = fair.forked();
        fair.agree("market-reviewer", no);
        return no;
    }

    private String absent(Api who, int days) {
        return ask(
                        who,
                        "YZ1018",
                        city.today().toString(),
                        city.today().plusDays(days).toString())
                .expect(201)
                .text("/id");
    }

    private static org.yiwang.test.Reply ask(Api who, String deputy, String from, String to) {
        return who.post("/absences", Api.object("deputyStaffNo", deputy, "from", from, "to", to, "reason", "LEAVE"));
    }

    private static String deputies(Api who) {
        return who.get("/work-items?queue=deputy&limit=100").expect(200).body();
    }

    private long id(String staffNo) {
        return db.number("SELECT id FROM officer WHERE staff_no = ?", staffNo);
    }
}
