package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
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
    void theDeputyIsToldWhatWhoIsAwayWouldBeTold() {
        String no = fair.accepted();
        Api head = city.as("urban-director");
        absence = absent(city.as("urban-inspector-1"), 1);
        JsonNode work = city.see(head, no).at("/workItems/0");
        head.post(
                        "/cases/" + no + "/actions",
                        Api.object("toStaffNo", "YZ1017", "reason", "由他办理。")
                                .put("action", "REASSIGN")
                                .put("workItemId", work.path("id").asText())
                                .put(
                                        "seenVersion",
                                        city.see(head, no).path("version").asLong()))
                .expect(200);
        assertTold(no, "work.transferred");
        city.act(city.as("chenjing"), no, "URGE");
        assertTold(no, "work.urged");
        Api deputy = city.as("urban-inspector-2");
        city.act(
                deputy,
                no,
                "REQUEST_REVIEW_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.place", "text", "位置不清楚，请核对。")));
        city.act(city.as("chenjing"), no, "SUPPLY_CORRECTION", "answers", Api.object("place", "东湖路图书馆东门"));
        assertTold(no, "work.reviewCorrected");
    }

    @Test
    void whatADeputyReviewedHeDecidesNeitherForHimselfNorForWhoIsAway() {
        Api deputy = city.as("street-reviewer");
        holdsAlso("YZ1006", "civil-affairs/director");
        try {
            String no = city.submitted("chenjing", "elder-allowance");
            city.act(city.as("window-1"), no, "ACCEPT");
            city.act(deputy, no, "REVIEW", "opinion", "AGREE", "text", "属实。");
            ObjectNode himself = decision(deputy, no);
            deputy.post("/cases/" + no + "/actions", himself).problem(409, "FOUR_EYES");
            city.act(city.as("civil-director"), no, "CLAIM");
            absence = standIn(city.as("civil-director"), "YZ1006");
            ObjectNode forHim = decision(deputy, no);
            deputy.post("/cases/" + no + "/actions", forHim).problem(409, "FOUR_EYES");
            assertEquals("IN_REVIEW", city.see(deputy, no).path("status").asText());
            // Of a case that another reviewed he may decide for who is away, and it is written down for whom.
            holdsAlso("YZ1004", "street-east/reviewer");
            String other = city.submitted("chenjing", "elder-allowance");
            city.act(city.as("window-1"), other, "ACCEPT");
            city.act(city.as("civil-reviewer"), other, "REVIEW", "opinion", "AGREE", "text", "属实。");
            city.as("admin").delete("/absences/" + absence).expect(204);
            city.act(city.as("civil-director"), other, "CLAIM");
            absence = standIn(city.as("civil-director"), "YZ1006");
            deputy.post("/cases/" + other + "/actions", decision(deputy, other)).expect(200);
            assertEquals(
                    "officer:" + id("YZ1005"),
                    db.text(
                            "SELECT e.on_behalf_of FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                    + " WHERE c.case_no = ? AND e.type = 'CASE_DECIDED'",
                            other));
        } finally {
            holdsNoMore("YZ1006", "civil-affairs/director");
            holdsNoMore("YZ1004", "street-east/reviewer");
        }
    }

    @Test
    void whoReviewedOneOfSeveralStepsDecidesItNotForAnother() {
        Api deputy = city.as("urban-reviewer");
        String no = fair.joined();
        fair.agree("urban-reviewer", no);
        holdsAlso("YZ1016", "urban/director");
        try {
            city.act(city.as("urban-director"), no, "CLAIM");
            absence = standIn(city.as("urban-director"), "YZ1016");
            deputy.post("/cases/" + no + "/actions", decision(deputy, no)).problem(409, "FOUR_EYES");
        } finally {
            holdsNoMore("YZ1016", "urban/director");
        }
        city.as("admin").delete("/absences/" + absence).expect(204);
        absence = null;
        city.act(city.as("urban-director"), no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第十七条");
    }

    private ObjectNode decision(Api who, String no) {
        return city.action(who, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第十七条");
    }

    private String standIn(Api away, String deputy) {
        String today = city.today().toString();
        return ask(away, deputy, today, today).expect(201).text("/id");
    }

    private void holdsAlso(String staffNo, String post) {
        db.change(
                "INSERT INTO officer_post (officer_id, post) VALUES (?, ?) ON CONFLICT DO NOTHING", id(staffNo), post);
        reread(staffNo, post, true);
    }

    private void holdsNoMore(String staffNo, String post) {
        db.change("DELETE FROM officer_post WHERE officer_id = ? AND post = ?", id(staffNo), post);
        reread(staffNo, post, false);
    }

    private void reread(String staffNo, String post, boolean held) {
        db.change("UPDATE organisation_revision SET revision = revision + 1");
        String login = db.text("SELECT login FROM officer WHERE staff_no = ?", staffNo);
        Await.until(staffNo + " at " + post, () -> signedIn(login).contains(post) == held);
    }

    private String signedIn(String login) {
        return city.nobody()
                .post("/tokens", Api.object("account", login, "password", City.PASSWORD))
                .expect(200, 201)
                .body();
    }

    /** Both have it in their own box, the deputy with the name of the one for whom it was meant; once each. */
    private void assertTold(String no, String topic) {
        city.settle();
        List<Map<String, Object>> told = db.rows(
                "SELECT recipient, title FROM notice WHERE case_no = ? AND topic = ? AND recipient IN (?, ?) ORDER BY id",
                no,
                topic,
                "officer:" + id("YZ1017"),
                "officer:" + id("YZ1018"));
        assertEquals(2, told.size(), told.toString());
        assertEquals("officer:" + id("YZ1018"), told.get(1).get("recipient"));
        assertTrue(told.get(1).get("title").toString().startsWith("（代彭博）"), told.toString());
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
