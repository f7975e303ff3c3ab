package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 轮候: in the order of points and then of days; a place is offered, taken, given up, or lapses by time. */
@OnServer
class WaitingListIT {

    private static final String LIST = "public-rental-east";

    private final City city;
    private final Db db;

    WaitingListIT(YiwangServer server, Db db) {
        city = new City(server);
        this.db = db;
    }

    /** What other tests left on the shelf and in the list would come before ours. */
    @BeforeEach
    @AfterEach
    void emptyListAndEmptyShelf() {
        // An offer that nobody answers would lapse into the next test.
        for (Map<String, Object> open : db.rows("SELECT case_no FROM waiting_entry WHERE state = 'OFFERED'")) {
            String offered = (String) open.get("case_no");
            String login = city.as("chenjing").get("/cases/" + offered).status() == 200 ? "chenjing" : "wangqiang";
            city.act(city.as(login), offered, "ANSWER_PLACE", "accept", true);
        }
        db.change("UPDATE waiting_place SET state = 'TAKEN' WHERE state <> 'TAKEN'");
        db.change("UPDATE waiting_entry SET state = 'PLACED' WHERE state IN ('WAITING', 'OFFERED')");
    }

    private void release(String... labels) {
        ObjectNode body = Api.object();
        for (String label : labels) {
            body.withArray("places").add(label);
        }
        city.as("housing-director")
                .post("/waiting-lists/" + LIST + "/places", body)
                .expect(201);
    }

    private JsonNode waiting(String login, String no) {
        return city.as(login)
                .get("/waiting-lists/cases/" + no)
                .expect(200)
                .json()
                .path("waiting");
    }

    /** Eligible, shown to the public, confirmed and served. */
    private String confirmed(String login, int children) {
        Api who = city.as(login);
        ObjectNode answers = city.answers("public-rental").put("minors", children);
        String no = city.submit(who, city.draft(who, "public-rental", answers));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(city.as("housing-director"), no, "START_PUBLICITY", "proposal", "拟确认公租房保障资格");
        city.move(Duration.ofDays(11));
        city.act(
                city.as("housing-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件，公示无异议。",
                "legalBasis",
                "公共租赁住房管理办法第十条");
        city.settle();
        assertEquals("COMPLETED", city.see(who, no).path("status").asText(), "confirmed is not housed");
        return no;
    }

    @Test
    void theEarlierDayGoesFirstAndAPlaceIsOfferedInTurn() {
        String first = confirmed("chenjing", 1);
        String second = confirmed("wangqiang", 1);
        assertEquals(1, waiting("chenjing", first).path("position").asInt());
        assertEquals(2, waiting("wangqiang", second).path("position").asInt());
        assertFalse(
                City.clock(city.see(city.as("chenjing"), first), "PROMISE")
                        .path("stoppedOn")
                        .isMissingNode(),
                "the office's time has ended; nothing runs while he waits");
        city.as("wangqiang").get("/waiting-lists/cases/" + first).expect(404);
        city.as("chenjing").get("/waiting-lists/" + LIST).expect(403);

        release("湖滨苑3号楼502室，两居室，58平方米");
        city.settle();
        JsonNode offer = waiting("chenjing", first).path("offer");
        assertEquals("湖滨苑3号楼502室，两居室，58平方米", offer.path("place").asText());
        assertFalse(LocalDate.parse(offer.path("answerBy").asText())
                .isBefore(city.today().plusDays(10)));
        assertTrue(waiting("wangqiang", second).path("offer").isMissingNode());
        city.as("wangqiang")
                .post(
                        "/cases/" + second + "/actions",
                        city.action(city.as("wangqiang"), second, "ANSWER_PLACE", "accept", true))
                .problem(409, "NO_OFFER");

        city.act(city.as("chenjing"), first, "ANSWER_PLACE", "accept", true);
        assertEquals("PLACED", waiting("chenjing", first).path("state").asText());
        assertEquals(1, waiting("wangqiang", second).path("position").asInt(), "he moves up");
    }

    @Test
    void whatIsGivenUpGoesToTheNextAndSilenceIsGivingUp() {
        String first = confirmed("chenjing", 1);
        String second = confirmed("wangqiang", 1);
        release("东湖苑1号楼301室");
        city.settle();
        city.act(city.as("chenjing"), first, "ANSWER_PLACE", "accept", false);
        assertEquals(1, waiting("chenjing", first).path("refusalsLeft").asInt());
        assertEquals(1, waiting("chenjing", first).path("position").asInt(), "he keeps his turn");
        city.settle();
        assertEquals(
                "东湖苑1号楼301室", waiting("wangqiang", second).at("/offer/place").asText());

        release("东湖苑1号楼402室");
        city.settle();
        assertEquals("东湖苑1号楼402室", waiting("chenjing", first).at("/offer/place").asText());
        city.move(Duration.ofDays(25));
        assertEquals("DROPPED", waiting("chenjing", first).path("state").asText(), "twice, as the item says");
        assertTrue(waiting("chenjing", first).path("position").isMissingNode());
        assertTrue(
                city.see(city.as("chenjing"), first).path("timeline").toString().contains("PLACE_EXPIRED"));
    }

    @Test
    void pointsCountMoreThanTheDay() {
        String few = confirmed("chenjing", 1);
        String many = confirmed("wangqiang", 2);
        assertEquals(5, waiting("chenjing", few).path("points").asInt(), "no own home");
        assertEquals(15, waiting("wangqiang", many).path("points").asInt(), "and two children");
        assertEquals(1, waiting("wangqiang", many).path("position").asInt());
        assertEquals(2, waiting("chenjing", few).path("position").asInt());
    }

    @Test
    void onlyTheDepartmentReleasesPlaces() {
        ObjectNode body = Api.object();
        body.withArray("places").add("某套");
        city.as("housing-reviewer")
                .post("/waiting-lists/" + LIST + "/places", body)
                .expect(403);
        city.as("housing-director")
                .post("/waiting-lists/" + LIST + "/places", Api.object())
                .expect(422);
        city.as("housing-director")
                .post("/waiting-lists/no-such-list/places", body)
                .expect(404);
    }
}
