package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 一件事的容缺和告知承诺: signed once, carried by each case that lets it be, with its own clock. */
@OnServer
class ErrandPromisesIT {

    private final City city;
    private final Errands errands;
    private final Promise promise;
    private final Api keeper;

    ErrandPromisesIT(YiwangServer server) {
        this.city = new City(server);
        this.errands = new Errands(city);
        this.promise = new Promise(city);
        this.keeper = city.as("wangqiang");
    }

    @BeforeEach
    void nobodyIsListed() {
        promise.clear(keeper);
    }

    /** A restaurant without the list of rules and without the proof of its premises. */
    private String draft() {
        String id = city.draftWithout(keeper, "bundle-restaurant", city.errand("bundle-restaurant", "new"));
        for (String material : List.of("layout", "manager-proof", "sign-picture")) {
            city.attach(keeper, id, material);
        }
        return id;
    }

    private JsonNode need(String draft, String key) {
        for (JsonNode need : keeper.get("/drafts/" + draft).expect(200).json().path("materials")) {
            if (need.path("key").asText().equals(key)) {
                return need;
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void whatIsPromisedOnceIsCarriedByTheCasesThatLetItBe() {
        String draft = draft();
        assertEquals("DEFERRABLE", need(draft, "rule-list").path("necessity").asText());
        keeper.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("materials.rule-list", "REQUIRED");
        promise.both(keeper, draft, "rule-list", 3, "王强").expect(200);
        JsonNode submitted = errands.submit(keeper, draft);
        city.settle();
        JsonNode begun = errands.see(keeper, submitted.path("bundleNo").asText());
        String food = Errands.caseNo(begun, "food-business");
        String sign = Errands.caseNo(begun, "outdoor-ad");
        JsonNode owes = city.see(keeper, food);
        assertEquals(List.of("rule-list"), owes.path("deferred").findValuesAsText("material"), owes.toString());
        assertTrue(city.see(keeper, sign).path("deferred").isEmpty(), "the sign owes nothing");
        assertTrue(letters(sign).contains("COMMITMENT_LETTER"), "but stands on a word");
        assertFalse(letters(food).contains("COMMITMENT_LETTER"));
        String words = Errands.words(keeper, begun.at("/receipt/id").asText());
        assertTrue(words.contains("承诺后补") && words.contains("告知承诺代替"), words);
        city.act(city.as("window-1"), food, "ACCEPT_DEFERRED");
        JsonNode runs = city.see(keeper, food);
        assertTrue(
                runs.path("clocks").findValuesAsText("kind").contains("DEFERRED"),
                "with a clock of its own: " + runs.path("clocks"));
        city.act(keeper, food, "SUPPLY_DEFERRED", "files", promise.files(keeper, food, "rule-list"));
        assertEquals("SUPPLIED", city.see(keeper, food).at("/deferred/0/state").asText());
    }

    private List<String> letters(String no) {
        return city.see(keeper, no).path("documents").findValuesAsText("kind");
    }

    @Test
    void whatTheListDoesNotNameIsNotDeferredAndNobodyPromisesLongerThanAllowed() {
        String draft = draft();
        promise.later(keeper, draft, "layout", 3, "王强")
                .problem(422, "INVALID")
                .error("promises.later.layout", "NOT_DEFERRABLE");
        promise.later(keeper, draft, "rule-list", 30, "王强")
                .problem(422, "INVALID")
                .error("promises.later.rule-list.days", "TOO_LONG");
        promise.later(keeper, draft, "rule-list", 3, "别人")
                .problem(422, "INVALID")
                .error("promises.signature", "SIGNATURE");
    }

    @Test
    void aBrokenPromiseEndsItsCaseAloneAndWhoeverBrokeItHandsEverythingInNextTime() {
        String draft = draft();
        promise.both(keeper, draft, "rule-list", 1, "王强").expect(200);
        JsonNode submitted = errands.submit(keeper, draft);
        String no = submitted.path("bundleNo").asText();
        city.settle();
        String food = Errands.caseNo(errands.see(keeper, no), "food-business");
        city.act(city.as("window-1"), food, "ACCEPT_DEFERRED");
        city.move(Duration.ofDays(14));
        promise.settled(keeper, food, "TERMINATED");
        city.settle();
        JsonNode now = errands.see(keeper, no);
        assertEquals("FAILED", Errands.state(now, "food-business"), now.toString());
        assertEquals("PARTIAL", now.path("status").asText());
        assertEquals("RUNNING", Errands.state(now, "outdoor-ad"), "the others go on");
        promise.later(keeper, draft(), "rule-list", 3, "王强").problem(409, "CREDIT_LISTED");
        promise.clear(keeper);
    }
}
