package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/**
 * 会签、或签和批量的事项: shipped services that several sign (ngo-register), that the first settles (senior-meals) and that
 * are decided together (disabled-two).
 */
@OnServer
class SignedTogetherIT {

    private final City city;

    SignedTogetherIT(YiwangServer server) {
        this.city = new City(server);
    }

    @Test
    void policeAndSubdistrictBothSignBeforeAnOrganisationIsRegistered() {
        String no = reviewed("ngo-register");
        Api director = city.as("civil-director");
        agree("street-reviewer", no);
        ObjectNode early = decision(director, no, "GRANT");
        director.post("/cases/" + no + "/actions", early).problem(409, "NOT_YET");
        JsonNode signed = city.see(director, no).path("workItems");
        assertEquals(1, signed.size(), "the police have not signed yet: " + signed);
        assertEquals("police-post-east/reviewer", signed.at("/0/queue").asText());
        Api street = city.as("street-reviewer");
        ObjectNode again = city.action(street, no, "REVIEW", "opinion", "AGREE", "text", "再签一次。");
        street.post("/cases/" + no + "/actions", again).expect(403, 409, 422);
        agree("post-reviewer", no);
        director.post("/cases/" + no + "/actions", decision(director, no, "GRANT"))
                .expect(200);
        city.settle();
        JsonNode done = city.see(city.as("chenjing"), no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(done.path("documents").findValuesAsText("kind").contains("RESULT"));
    }

    @Test
    void oneNoOfThePoliceIsTheEndOfIt() {
        String no = reviewed("ngo-register");
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "有被剥夺政治权利的记录。");
        agree("street-reviewer", no);
        Api director = city.as("civil-director");
        director.post("/cases/" + no + "/actions", decision(director, no, "GRANT"))
                .problem(409, "CO_APPROVAL_REFUSED");
        director.post("/cases/" + no + "/actions", decision(director, no, "DENY"))
                .expect(200);
        assertEquals("DENY", city.see(director, no).path("decision").asText());
    }

    @Test
    void whoeverChecksFirstSettlesTheCardAndTheOtherIsTold() {
        String no = accepted("senior-meals");
        Api street = city.as("street-reviewer");
        Api civil = city.as("civil-reviewer");
        assertTrue(listed(street, no) && listed(civil, no), "it waits with both");
        ObjectNode late = city.action(street, no, "REVIEW", "opinion", "AGREE", "text", "核对无误。");
        agree("civil-reviewer", no);
        assertFalse(listed(street, no));
        street.post("/cases/" + no + "/actions", late).problem(409, "SIGNED_BY_OTHER");
        Api director = city.as("civil-director");
        director.post("/cases/" + no + "/actions", decision(director, no, "GRANT"))
                .expect(200);
        city.settle();
        assertEquals(
                "COMPLETED", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void allowancesArePassedOnAndDecidedInBatches() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            cases.add(accepted("disabled-two"));
        }
        everyLine(city.as("street-reviewer"), review("户籍和资格相符。"), cases);
        everyLine(city.as("disabled-reviewer"), review("等级与证库一致。"), cases);
        Api director = city.as("civil-director");
        cases.forEach(no -> city.act(director, no, "START_PUBLICITY", "proposal", "拟审定残疾人两项补贴"));
        city.move(Duration.ofDays(11));
        ObjectNode order = Api.object("action", "DECIDE");
        order.putObject("fields")
                .put("decision", "GRANT")
                .put("reason", "公示无异议，符合条件。")
                .put("legalBasis", "国发〔2015〕52号");
        director.post("/batches", with(order.deepCopy(), director, cases)).problem(403, "REAUTHENTICATE");
        order.put("confirmation", City.confirmation(director));
        everyLine(director, order, cases);
        for (String no : cases) {
            assertEquals(
                    "COMPLETED",
                    city.see(city.as("chenjing"), no).path("status").asText());
        }
    }

    @Test
    void aBatchDoesNotPassOnWhatTheFederationMustSayNoTo() {
        String no = accepted("disabled-two");
        Api street = city.as("street-reviewer");
        ObjectNode order = review("不同意。");
        order.with("fields").put("opinion", "DISAGREE");
        street.post("/batches", with(order, street, List.of(no)))
                .problem(422, "INVALID")
                .error("opinion", "ONLY_AGREE");
        assertEquals("review", city.see(street, no).at("/workItems/0/step").asText());
    }

    private String accepted(String item) {
        String no = city.submitted("chenjing", item);
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private String reviewed(String item) {
        String no = accepted(item);
        agree("civil-reviewer", no);
        return no;
    }

    private void agree(String login, String no) {
        city.act(city.as(login), no, "REVIEW", "opinion", "AGREE", "text", "核对无误，同意。");
    }

    private ObjectNode decision(Api who, String no, String decision) {
        return city.action(
                who, no, "DECIDE", "decision", decision, "reason", "依审查意见。", "legalBasis", "《社会团体登记管理条例》第十二条");
    }

    private static boolean listed(Api who, String no) {
        return who.get("/work-items?queue=department&q=" + no)
                        .expect(200)
                        .at("/items")
                        .size()
                > 0;
    }

    private static ObjectNode review(String text) {
        ObjectNode order = Api.object("action", "REVIEW");
        order.putObject("fields").put("opinion", "AGREE").put("text", text);
        return order;
    }

    private ObjectNode with(ObjectNode order, Api who, List<String> cases) {
        ArrayNode items = order.putArray("items");
        for (String no : cases) {
            JsonNode work = city.see(who, no).at("/workItems/0");
            items.addObject()
                    .put("caseNo", no)
                    .put("workItemId", work.path("id").asText())
                    .put("seenVersion", work.path("version").asLong());
        }
        return order;
    }

    private void everyLine(Api who, ObjectNode order, List<String> cases) {
        String id = who.post("/batches", with(order, who, cases)).expect(202).text("/id");
        city.settle();
        JsonNode view = who.get("/batches/" + id).expect(200).json();
        assertEquals(cases.size(), view.path("done").asInt(), view.toString());
    }
}
