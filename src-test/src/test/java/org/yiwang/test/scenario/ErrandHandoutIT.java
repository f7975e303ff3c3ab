package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 一件事统一交付: one look at one document, one slip, and each case has its own record of service as if handed out alone. */
@OnServer
class ErrandHandoutIT {

    private static final String WANGQIANG = "999999198507150011";

    private final City city;
    private final Errands errands;
    private final Db db;
    private final Api founder;
    private final Api clerk;

    ErrandHandoutIT(YiwangServer server) {
        this.city = new City(server);
        this.errands = new Errands(city);
        this.db = server.db();
        this.founder = city.as("wangqiang");
        this.clerk = city.as("result-1");
    }

    @Test
    void allThatLiesReadyGoesOverTheCounterAtOnce() {
        String no = ready();
        JsonNode counter = look(no);
        int count = counter.path("ready").size();
        assertTrue(count > 2, counter.toString());
        assertTrue(counter.at("/ready/0/papers").size() > 0, counter.toString());
        hand(no, "earlier", "王强", WANGQIANG, true).problem(409, "STALE");
        String seen = counter.path("seen").asText();
        hand(no, seen, "王强", WANGQIANG, null).problem(422, "INVALID").error("identityChecked", "REQUIRED");
        hand(no, seen, "陈静", "999999199304180020", true).problem(422, "INVALID").error("idNumber", "NOT_ENTITLED");
        assertEquals(0, delivered(no), "all or nothing");

        JsonNode done = hand(no, seen, "王强", WANGQIANG, true).expect(200).json();
        assertEquals(0, done.path("ready").size());
        assertEquals(count, delivered(no), "each case has its own event");
        for (JsonNode line : counter.path("ready")) {
            JsonNode one = city.see(clerk, line.path("caseNo").asText());
            assertEquals("COMPLETED", one.path("status").asText());
        }
        hand(no, seen, "王强", WANGQIANG, true).problem(409, "NOTHING_READY");

        city.settle();
        JsonNode slips = look(no).path("slips");
        assertEquals(1, slips.size(), "one slip");
        String words = Errands.words(clerk, slips.at("/0/id").asText());
        assertTrue(words.contains("一件事领取登记单") && words.contains(no) && words.contains("居民身份证"), words);
        for (JsonNode line : counter.path("ready")) {
            assertTrue(words.contains(line.path("item").asText().replaceAll("\\s", "")), words);
        }
        assertFalse(words.contains(WANGQIANG), "masked as printed");
        JsonNode last = city.see(clerk, counter.at("/ready/0/caseNo").asText());
        List<String> kinds = last.path("documents").findValuesAsText("kind");
        assertTrue(kinds.contains("SERVICE_RECEIPT"), kinds.toString());
        assertFalse(kinds.contains("HANDOUT_SLIP"), "the slip is the errand's: " + kinds);
        assertEquals("COMPLETED", errands.see(founder, no).path("status").asText());
        assertTrue(errands.see(founder, no)
                .path("timeline")
                .findValuesAsText("type")
                .contains("RESULTS_HANDED_OUT"));
    }

    @Test
    void onlyTheWindowHandsOut() {
        String no = ready();
        founder.get("/bundles/" + no + "/handout").problem(403, "FORBIDDEN");
        city.as("market-reviewer").get("/bundles/" + no + "/handout").problem(403, "FORBIDDEN");
        clerk.get("/bundles/999900202601010000001/handout").problem(404, "NOT_FOUND");
    }

    private JsonNode look(String no) {
        return clerk.get("/bundles/" + no + "/handout").expect(200).json();
    }

    private Reply hand(String no, String seen, String receiver, String number, Boolean checked) {
        return clerk.post(
                "/bundles/" + no + "/handout",
                Api.object("seen", seen, "receiver", receiver, "idNumber", number, "identityChecked", checked));
    }

    private long delivered(String no) {
        return db.number(
                """
                SELECT count(*) FROM case_event e JOIN case_file f ON f.id = e.case_id JOIN case_bundle b ON b.id = f.bundle_id
                 WHERE b.bundle_no = ? AND e.type = 'RESULT_DELIVERED'
                """,
                no);
    }

    /** Everything granted and lying at the window. */
    private String ready() {
        String draft = errands.draft(founder, "bundle-company", city.errand("bundle-company", "all"), "articles");
        city.pickUp(founder, draft);
        String no = errands.submit(founder, draft).path("bundleNo").asText();
        city.settle();
        return no;
    }
}
