package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 批量办理: each case its own transaction and its own result; what is refused says why and holds up nothing. */
@OnServer
class BatchIT {

    private final City city;
    private final StreetFair fair;

    BatchIT(YiwangServer server) {
        this.city = new City(server);
        this.fair = new StreetFair(server);
    }

    @Test
    void oneRefusedHoldsUpNoOther() {
        Api lead = city.as("urban-reviewer");
        String one = fair.joined();
        String gone = fair.joined();
        String two = fair.joined();
        ObjectNode order = order("REVIEW", lead, one, gone, two);
        order.putObject("fields").put("opinion", "AGREE").put("text", "各方同意。");
        fair.agree("urban-reviewer", gone);
        JsonNode view = done(lead, order);
        assertEquals(3, view.path("total").asInt());
        assertEquals(2, view.path("done").asInt());
        assertEquals(1, view.path("refused").asInt());
        JsonNode refused = lead.get("/batches/" + view.path("id").asText() + "/lines?refused=true")
                .expect(200)
                .at("/items");
        assertEquals(1, refused.size());
        assertEquals(gone, refused.at("/0/caseNo").asText());
        assertTrue(refused.at("/0/message").asText().contains("已经办结"), refused.toString());
        assertEquals(List.of("decide"), fair.open(one));
        assertEquals(List.of("decide"), fair.open(two));
    }

    @Test
    void whereTheItemDoesNotAllowItNothingIsAgreedToInABatch() {
        Api lead = city.as("urban-reviewer");
        String no = fair.accepted();
        ObjectNode order = order("REVIEW", lead, no);
        order.putObject("fields").put("opinion", "AGREE").put("text", "同意。");
        JsonNode view = done(lead, order);
        assertEquals(1, view.path("refused").asInt());
        JsonNode line = lead.get("/batches/" + view.path("id").asText() + "/lines")
                .expect(200)
                .at("/items/0");
        assertTrue(line.path("message").asText().contains("不允许批量"), line.toString());
        assertEquals(List.of("precheck"), fair.open(no));
        assertEquals(1, done(lead, order("CLAIM", lead, no)).path("done").asInt(), "a claim always");
        ObjectNode away = order("TRANSFER", lead, no);
        away.putObject("fields");
        assertEquals(1, done(lead, away).path("done").asInt());
    }

    @Test
    void decisionsTakeOneFreshProof() {
        Api director = city.as("urban-director");
        String one = fair.joined();
        String two = fair.joined();
        fair.agree("urban-reviewer", one);
        fair.agree("urban-reviewer", two);
        ObjectNode order = order("DECIDE", director, one, two);
        order.putObject("fields")
                .put("decision", "GRANT")
                .put("reason", "符合条件。")
                .put("legalBasis", "第十七条");
        director.post("/batches", order).problem(403, "REAUTHENTICATE");
        order.put("confirmation", City.confirmation(director));
        JsonNode view = done(director, order);
        assertEquals(2, view.path("done").asInt(), view.toString());
        director.post("/batches", order).problem(403, "REAUTHENTICATE");
        for (String no : List.of(one, two)) {
            assertEquals("GRANT", city.see(director, no).path("decision").asText());
        }
    }

    @Test
    void onlyWhatCanBeAnsweredForTogether() {
        Api lead = city.as("urban-reviewer");
        String no = fair.joined();
        ObjectNode no1 = order("REVIEW", lead, no);
        no1.putObject("fields").put("opinion", "DISAGREE").put("text", "不同意。");
        lead.post("/batches", no1).problem(422, "INVALID").error("opinion", "ONLY_AGREE");
        lead.post("/batches", order("RETURN", lead, no)).problem(422, "INVALID").error("action", "NOT_IN_BATCH");
        ObjectNode nothing = order("CLAIM", lead);
        lead.post("/batches", nothing).problem(422, "INVALID").error("items", "REQUIRED");
        city.as("chenjing").post("/batches", order("CLAIM", lead, no)).problem(403, "FORBIDDEN");
    }

    @Test
    void phrasesAreOnesOwnOrTheDepartments() {
        Api officer = city.as("estate-reviewer");
        Api head = city.as("estate-director");
        Api other = city.as("street-reviewer");
        String own = officer.post("/phrases", Api.object("text", "材料齐全，符合条件。"))
                .expect(201)
                .text("/id");
        officer.post("/phrases", Api.object("text", "部门用语。", "department", true))
                .problem(403, "FORBIDDEN");
        String shared = head.post("/phrases", Api.object("text", "部门用语。", "department", true))
                .expect(201)
                .text("/id");
        String list = officer.get("/phrases").expect(200).body();
        assertTrue(list.contains(own) && list.contains(shared), list);
        assertTrue(!other.get("/phrases").expect(200).body().contains(shared));
        officer.delete("/phrases/" + shared).problem(403, "FORBIDDEN");
        other.delete("/phrases/" + own).problem(404, "NOT_FOUND");
        officer.delete("/phrases/" + own).expect(204);
        head.delete("/phrases/" + shared).expect(204);
    }

    private ObjectNode order(String action, Api who, String... cases) {
        ObjectNode order = Api.object("action", action);
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

    private JsonNode done(Api who, ObjectNode order) {
        String id = who.post("/batches", order).expect(202).text("/id");
        city.settle();
        JsonNode view = who.get("/batches/" + id).expect(200).json();
        assertEquals(0, view.path("waiting").asInt(), view.toString());
        assertTrue(view.hasNonNull("finishedAt"), view.toString());
        return view;
    }
}
