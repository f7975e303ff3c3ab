package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 签发前再次核验身份: a token alone signs no decision, over the API as little as on the page; and signing out ends it. */
@OnServer
class ConfirmationIT {

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api director;

    ConfirmationIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.director = city.as("civil-director");
    }

    @Test
    void withoutAFreshProofOfThePasswordNothingIsDecided() {
        String no = reviewed();
        ObjectNode decide = decision(no);
        decide.remove("confirmation");
        traces.unchanged(no, () -> decide(no, decide).problem(403, "REAUTHENTICATE"));
        traces.unchanged(
                no, () -> decide(no, decide.put("confirmation", "made-up")).problem(403, "REAUTHENTICATE"));
        decide(no, decide.put("confirmation", City.confirmation(director))).expect(200);
    }

    @Test
    void aProofIsGoodForOneDecisionOnly() {
        String first = reviewed();
        String second = reviewed();
        ObjectNode decide = decision(first);
        decide(first, decide).expect(200);
        ObjectNode again = decision(second);
        again.set("confirmation", decide.get("confirmation"));
        traces.unchanged(second, () -> decide(second, again).problem(403, "REAUTHENTICATE"));
    }

    @Test
    void aRefusedTryDoesNotUseItUp() {
        String no = reviewed();
        ObjectNode decide = decision(no);
        ObjectNode stale = decide.deepCopy().put("seenVersion", 0);
        decide(no, stale).problem(409, "STALE");
        decide(no, decide).expect(200);
    }

    @Test
    void itBelongsToTheTokenItWasMadeWith() {
        String no = reviewed();
        Api elsewhere = city.nobody().signIn("civil-director", City.PASSWORD);
        ObjectNode decide = decision(no);
        traces.unchanged(
                no, () -> elsewhere.post("/cases/" + no + "/actions", decide).problem(403, "REAUTHENTICATE"));
        traces.unchanged(no, () -> decide(
                        no, decide.deepCopy().put("confirmation", City.confirmation(city.as("street-reviewer"))))
                .problem(403, "REAUTHENTICATE"));
    }

    @Test
    void aWrongPasswordIsNamedAtItsFieldAndNothingOfItIsKept() {
        director.put("/tokens/current/confirmation")
                .json(Api.object("password", "not-the-password"))
                .send()
                .problem(422, "INVALID")
                .error("password", "SIGN_IN_FAILED");
        director.put("/tokens/current/confirmation")
                .json(Api.object())
                .send()
                .problem(422, "INVALID")
                .error("password", "REQUIRED");
        city.nobody()
                .put("/tokens/current/confirmation")
                .json(Api.object("password", City.PASSWORD))
                .send()
                .problem(401, "UNAUTHENTICATED");
        String secret = City.confirmation(director);
        assertEquals(0, db.number("SELECT count(*) FROM confirmation WHERE hash = ?", secret), "hashes only");
    }

    @Test
    void onlyTheDecisionTakesAConfirmation() {
        String no = city.submitted("chenjing", "elder-allowance");
        Api clerk = city.as("window-1");
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "ACCEPT", "confirmation", "x"))
                .problem(422, "INVALID")
                .error("confirmation", "UNKNOWN_FIELD");
    }

    @Test
    void signingOutEndsTheTokenAndWhatWasConfirmedUnderIt() {
        String no = reviewed();
        Api once = city.nobody().signIn("civil-director", City.PASSWORD);
        ObjectNode decide = decision(no).put("confirmation", City.confirmation(once));
        once.get("/work-items").expect(200);
        assertEquals(204, once.delete("/tokens/current").status());
        once.get("/work-items").problem(401, "UNAUTHENTICATED");
        once.delete("/tokens/current").problem(401, "UNAUTHENTICATED");
        once.post("/cases/" + no + "/actions", decide).problem(401, "UNAUTHENTICATED");
        traces.unchanged(no, () -> decide(no, decide).problem(403, "REAUTHENTICATE"));
    }

    private String reviewed() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        return no;
    }

    private ObjectNode decision(String no) {
        return city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第三条");
    }

    private Reply decide(String no, ObjectNode body) {
        return director.post("/cases/" + no + "/actions", body);
    }
}
