package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 推演一件事: the errand and all its cases, as the real use cases would have it; and nothing stays. */
@OnServer
class ErrandSimulationIT {

    private final Db db;
    private final City city;
    private final Api officer;

    ErrandSimulationIT(YiwangServer server) {
        this.db = server.db();
        this.city = new City(server);
        this.officer = city.as("window-1");
    }

    private static ObjectNode script(String bundle, String scenario, ObjectNode... events) {
        ObjectNode script = Api.object("itemCode", bundle, "scenario", scenario);
        ArrayNode list = script.putArray("events");
        Stream.of(events).forEach(list::add);
        return script;
    }

    private static ObjectNode event(String action, String item, Object... more) {
        return Api.object(more).put("action", action).put("item", item);
    }

    private JsonNode simulate(ObjectNode script) {
        return officer.post("/simulations", script).expect(200).json();
    }

    private static JsonNode moment(JsonNode run, int event) {
        return run.path("moments").get(event);
    }

    private static JsonNode part(JsonNode moment, String item) {
        for (JsonNode part : moment.path("parts")) {
            if (part.path("item").asText().equals(item)) {
                return part;
            }
        }
        throw new AssertionError(item + " in " + moment);
    }

    private static String state(JsonNode moment, String item) {
        return part(moment, item).path("state").asText();
    }

    @Test
    void theServicesBeginInTheirOrderAndEachHasItsOwnEvents() {
        JsonNode run = simulate(script(
                "bundle-birth",
                "all",
                event("ACCEPT", "social-card"),
                event("REVIEW", "social-card"),
                event("DECIDE", "social-card"),
                event("ACCEPT", "maternity-allowance")));
        JsonNode begun = moment(run, 0);
        assertEquals("IN_PROGRESS", begun.path("status").asText());
        for (String item : List.of("birth-cert", "hukou-birth", "resident-medical", "vaccination-card")) {
            assertEquals("DONE", state(begun, item), item + " in " + begun);
        }
        assertEquals("RUNNING", state(begun, "social-card"), "it began when the registration was there");
        assertTrue(begun.path("letters").findValuesAsText("kind").contains("ERRAND_RECEIPT"), begun.toString());
        assertEquals(
                7,
                begun.path("happened").findValuesAsText("type").stream()
                        .filter("MEMBER_STARTED"::equals)
                        .count());
        JsonNode accepted = moment(run, 1);
        assertEquals("social-card", accepted.path("item").asText());
        assertEquals("ACCEPTED", part(accepted, "social-card").at("/now/status").asText());
        assertEquals(
                "SUBMITTED",
                part(accepted, "childcare-subsidy").at("/now/status").asText());
        assertFalse(part(accepted, "social-card").at("/now/waiting").isEmpty(), "and it is said who is next");
        assertEquals(
                "DONE", state(moment(run, 3), "social-card"), moment(run, 3).toString());
        assertEquals(
                "ACCEPTED",
                part(moment(run, 4), "maternity-allowance").at("/now/status").asText());
    }

    @Test
    void oneThatIsRefusedTakesWithItWhatDependsOnIt() {
        JsonNode run = simulate(script("bundle-restaurant", "new", event("REFUSE", "food-business")));
        JsonNode after = moment(run, 1);
        assertEquals("FAILED", state(after, "food-business"), after.toString());
        assertEquals("PARTIAL", after.path("status").asText());
        assertEquals("RUNNING", state(after, "outdoor-ad"), "the others go on");
        assertTrue(
                after.path("notices").toString().contains("食品经营许可"),
                after.path("notices").toString());
    }

    @Test
    void resultsOfACompanyAreHeldAndGoOutTogether() {
        JsonNode run = simulate(script("bundle-company", "all"));
        JsonNode done = moment(run, 0);
        assertEquals("COMPLETED", done.path("status").asText(), done.toString());
        assertTrue(done.path("happened").findValuesAsText("type").contains("RESULTS_RELEASED"));
    }

    @Test
    void timePassesForAllCasesAtOnce() {
        JsonNode run = simulate(script("bundle-restaurant", "new", event("WAIT", null, "on", "2026-12-15"))
                .put("start", "2026-11-23"));
        JsonNode after = moment(run, 1);
        for (String item : List.of("food-business", "outdoor-ad")) {
            assertEquals(
                    "ACCEPTED", part(after, item).at("/now/status").asText(), item + " is taken as accepted: " + after);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        JsonNode run = simulate(
                script("bundle-restaurant", "new", event("REFUSE", "food-business"), event("ACCEPT", "food-business")));
        assertEquals(409, moment(run, 2).at("/refused/status").asInt(), run.toString());
        officer.post("/simulations", script("bundle-restaurant", "new", event("ACCEPT", "social-card")))
                .problem(422, "INVALID")
                .error("events[0].item", "UNKNOWN_VALUE");
        city.as("chenjing")
                .post("/simulations", script("bundle-restaurant", "new"))
                .problem(403, "FORBIDDEN");
    }

    @Test
    void nothingStaysAndALetterIsASample() {
        city.settle();
        long before = db.number("SELECT count(*) FROM case_bundle") + db.number("SELECT count(*) FROM case_file");
        ObjectNode script = script("bundle-birth", "all");
        JsonNode run = simulate(script);
        int receipt = run.at("/moments/0/letters").findValuesAsText("kind").indexOf("ERRAND_RECEIPT");
        Reply letter = officer.post("/simulations/letters?event=0&index=" + receipt, script)
                .expect(200);
        assertTrue(new String(letter.bytes(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        assertEquals(
                before, db.number("SELECT count(*) FROM case_bundle") + db.number("SELECT count(*) FROM case_file"));
        assertEquals(0, db.number("SELECT count(*) FROM case_bundle WHERE bundle_no LIKE '000000%'"));
    }

    // ---- 二手房和水电气网联动

    /** The title passes: what every run of the errand begins with. */
    private static ObjectNode[] afterTheTitle(ObjectNode... more) {
        Stream<ObjectNode> title = Stream.of(
                event("PAY", "estate-transfer"),
                event("ACCEPT", "estate-transfer"),
                event("REVIEW", "estate-transfer", "by", "tax/reviewer"),
                event("REVIEW", "estate-transfer", "by", "estate/reviewer"),
                event("DECIDE", "estate-transfer"));
        return Stream.concat(title, Stream.of(more)).toArray(ObjectNode[]::new);
    }

    @Test
    void accountsFollowTheTitleByThemselves() {
        JsonNode run = simulate(script(
                "bundle-house",
                "all",
                afterTheTitle(
                        event("ACCEPT", "water-transfer"),
                        event("REVIEW", "water-transfer"),
                        event("DECIDE", "water-transfer"))));
        assertEquals("PLANNED", state(moment(run, 4), "water-transfer"), "not before the title has passed");
        for (String account : List.of("water-transfer", "power-transfer", "gas-transfer", "cable-transfer")) {
            assertEquals(
                    "RUNNING", state(moment(run, 5), account), moment(run, 5).toString());
        }
        assertEquals(
                "DONE", state(moment(run, 8), "water-transfer"), moment(run, 8).toString());
    }

    @Test
    void aBlurredPictureIsTakenAgainForItsOwnAccountAlone() {
        ObjectNode demands = Api.object();
        demands.putArray("demands").add(Api.object("target", "materials.meter-photo", "text", "没有拍到灶前阀和软管，请补拍"));
        JsonNode run = simulate(script(
                "bundle-house",
                "all",
                afterTheTitle(
                        event("REQUEST_CORRECTION", "gas-transfer", "fields", demands),
                        event("SUPPLY_CORRECTION", "gas-transfer"),
                        event("ACCEPT", "gas-transfer"),
                        event("REVIEW", "gas-transfer"),
                        event("DECIDE", "gas-transfer"))));
        assertEquals(
                "RUNNING", state(moment(run, 6), "gas-transfer"), moment(run, 6).toString());
        assertEquals(
                "DONE", state(moment(run, 10), "gas-transfer"), moment(run, 10).toString());
    }

    @Test
    void arrearsHoldUpOnlyTheAccountTheyAreOn() {
        JsonNode run = simulate(script(
                "bundle-house",
                "all",
                afterTheTitle(
                        event("ACCEPT", "power-transfer"),
                        event(
                                "REVIEW",
                                "power-transfer",
                                "fields",
                                Api.object("opinion", "DISAGREE", "text", "户号欠电费，原户主没有付清")),
                        event("DECIDE", "power-transfer", "fields", Api.object("decision", "DENY")))));
        JsonNode denied = moment(run, 8);
        assertEquals("FAILED", state(denied, "power-transfer"), denied.toString());
        for (String account : List.of("water-transfer", "gas-transfer", "cable-transfer")) {
            assertEquals("RUNNING", state(denied, account), account);
        }
        assertEquals("DONE", state(denied, "estate-transfer"));
        JsonNode refused = moment(simulate(script("bundle-house", "all", event("REFUSE", "estate-transfer"))), 1);
        assertEquals("CANCELLED", state(refused, "water-transfer"), refused.toString());
    }

    // ---- 简易低风险工程

    @Test
    void eachStageBeginsWithThePermitOfTheOneBefore() {
        JsonNode run = simulate(script(
                "bundle-project",
                "all",
                event("ACCEPT", "land-permit"),
                event("REVIEW", "land-permit"),
                event("DECIDE", "land-permit")));
        JsonNode begun = moment(run, 0);
        assertEquals("DONE", state(begun, "invest-filing"), begun.toString());
        assertEquals("RUNNING", state(begun, "land-permit"));
        assertEquals("RUNNING", state(begun, "utility-connect"), "the connections go on beside it");
        assertEquals("PLANNED", state(begun, "plan-permit"));
        JsonNode second = moment(run, 3);
        assertEquals("DONE", state(second, "land-permit"), second.toString());
        assertEquals("RUNNING", state(second, "plan-permit"));
        assertEquals("PLANNED", state(second, "construction-permit"));
    }

    @Test
    void aStageThatIsCorrectedGoesOn() {
        ObjectNode demands = Api.object();
        demands.putArray("demands").add(Api.object("target", "materials.boundary-survey", "text", "勘测定界图没有盖章"));
        JsonNode run = simulate(script(
                "bundle-project",
                "least",
                event("REQUEST_CORRECTION", "land-permit", "fields", demands),
                event("SUPPLY_CORRECTION", "land-permit"),
                event("ACCEPT", "land-permit"),
                event("REVIEW", "land-permit"),
                event("DECIDE", "land-permit")));
        assertEquals(
                "DONE", state(moment(run, 5), "land-permit"), moment(run, 5).toString());
        assertEquals("RUNNING", state(moment(run, 5), "plan-permit"));
    }

    @Test
    void aStageThatIsDeniedEndsWhatWouldHaveFollowed() {
        JsonNode run = simulate(script(
                "bundle-project",
                "all",
                event("ACCEPT", "land-permit"),
                event("REVIEW", "land-permit", "fields", Api.object("opinion", "DISAGREE", "text", "用途与规划条件不符")),
                event("DECIDE", "land-permit", "fields", Api.object("decision", "DENY"))));
        JsonNode denied = moment(run, 3);
        assertEquals("FAILED", state(denied, "land-permit"), denied.toString());
        assertEquals("CANCELLED", state(denied, "plan-permit"));
        assertEquals("CANCELLED", state(denied, "construction-permit"));
        assertEquals("DONE", state(denied, "invest-filing"), "what was granted stays");
        assertEquals("RUNNING", state(denied, "utility-connect"));
    }
}
