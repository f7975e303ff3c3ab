package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 我的材料 and 免交: what was handed in is used again by its owner only; what the state knows is looked up, not asked for. */
@OnServer
class VaultIT {

    private final YiwangServer server;
    private final City city;

    VaultIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void whatWasHandedInOnceIsUsedAgainWithOnePressAndKeepsItsGrade() {
        Api owner = city.as("chenjing");
        String first = begin(owner);
        city.attach(owner, first, "bank-card");
        String no = city.submit(owner, first);
        JsonNode entry = entry(owner, no);
        assertEquals("C", entry.path("grade").asText(), "uploaded by the applicant himself");
        String second = begin(owner);
        JsonNode again = owner.post(
                        "/drafts/" + second + "/vault",
                        Api.object(
                                "requirement",
                                "bank-card",
                                "entry",
                                entry.path("id").asText()))
                .expect(201)
                .json();
        assertEquals("VAULT", again.path("getType").asText());
        assertEquals("C", again.path("grade").asText());
        String other = city.submit(owner, second);
        assertEquals("VAULT", ways(other).path("bank-card").asText());
        assertEquals("UPLOADED", ways(no).path("bank-card").asText());
        assertTrue(entry(owner, no).path("usedIn").toString().contains(other), "where it was used again");
        owner.delete("/vault/" + entry.path("id").asText()).expect(204);
        assertTrue(find(owner, no).isEmpty(), "not offered any more");
        assertEquals(
                1L,
                server.db().number("SELECT count(*) FROM uploaded_file WHERE scope = ?", "case:" + no),
                "with its case it stays");
    }

    @Test
    void aStoredMaterialKeepsToItsOwner() {
        Api owner = city.as("chenjing");
        String draft = begin(owner);
        city.attach(owner, draft, "bank-card");
        String no = city.submit(owner, draft);
        String id = entry(owner, no).path("id").asText();
        Api stranger = city.as("wangqiang");
        assertTrue(find(stranger, no).isEmpty());
        stranger.delete("/vault/" + id).problem(404, "NOT_FOUND");
        String his = begin(stranger);
        stranger.post("/drafts/" + his + "/vault", Api.object("requirement", "bank-card", "entry", id))
                .problem(404, "NOT_FOUND");
        owner.post("/drafts/" + his + "/vault", Api.object("requirement", "bank-card", "entry", id))
                .problem(404, "NOT_FOUND");
        owner.asNobody().get("/vault").problem(401, "UNAUTHENTICATED");
        city.as("window-1").get("/vault").problem(403, "FORBIDDEN");
    }

    @Test
    void whatTheStateKnowsIsLookedUpShownAndCounted() {
        Api owner = city.as("chenjing");
        String draft = begin(owner);
        city.attach(owner, draft, "bank-card");
        JsonNode looked = owner.post("/drafts/" + draft + "/lookups", Api.object())
                .expect(200)
                .at("/lookups");
        JsonNode card = by(looked, "requirement", "id-card");
        assertEquals("FOUND", card.path("state").asText());
        assertTrue(card.path("by").asText().contains("替身"), "a stand-in says that it is one");
        assertEquals("陈静", card.at("/paper/lines/0/value").asText());
        assertTrue(card.at("/paper/lines/1/value").asText().contains("*"));
        String no = city.submit(owner, draft);
        assertEquals("LICENCE", ways(no).path("id-card").asText());
        assertEquals(
                1L,
                server.db()
                        .number(
                                "SELECT count(*) FROM lookup_call WHERE requirement = 'id-card' AND draft_id = CAST(? AS uuid)",
                                draft),
                "each call is recorded with its application");
    }

    @Test
    void whatIsNotFoundHasToBeUploadedAndNothingIsLost() {
        Api clerk = city.as("window-1");
        String draft = City.filled(
                clerk,
                Api.object(
                        "itemCode",
                        "elder-allowance",
                        "applicant",
                        Map.of(
                                "name",
                                "谭林",
                                "idType",
                                "ID_CARD",
                                "number",
                                "999999194601019994",
                                "phone",
                                "13800138000")),
                city.answers("elder-allowance"));
        city.electronic(clerk, draft);
        JsonNode looked = clerk.post("/drafts/" + draft + "/lookups", Api.object())
                .expect(200)
                .at("/lookups");
        assertEquals(
                "NOT_FOUND", by(looked, "requirement", "id-card").path("state").asText());
        clerk.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("materials.id-card", "NOT_FOUND_ELSEWHERE");
        assertFalse(clerk.get("/drafts/" + draft).expect(200).at("/answers").isEmpty(), "nothing is lost");
        for (String requirement : new String[] {"id-card", "household-register", "social-card"}) {
            city.attach(clerk, draft, requirement);
        }
        String no = city.submit(clerk, draft);
        assertEquals("SCANNED", ways(no).path("id-card").asText(), "with the original beside the scanner");
    }

    private String begin(Api who) {
        return city.draftWithout(
                who, "elder-allowance", city.answers("elder-allowance").put("accountOwner", "own-bank"));
    }

    private JsonNode ways(String no) {
        return Api.json(server.db().text("SELECT ways FROM submission WHERE case_no = ?", no));
    }

    private static JsonNode entry(Api who, String no) {
        return find(who, no).orElseThrow(() -> new AssertionError("nothing of " + no + " to use again"));
    }

    private static java.util.Optional<JsonNode> find(Api who, String no) {
        return StreamSupport.stream(who.get("/vault").expect(200).at("/entries").spliterator(), false)
                .filter(one -> one.path("caseNo").asText().equals(no))
                .findFirst();
    }

    private static JsonNode by(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
