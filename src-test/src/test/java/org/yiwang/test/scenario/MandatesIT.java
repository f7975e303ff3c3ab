package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 代理与授权: who may act for another, in what and until when; what was done under a mandate names it. */
@OnServer
class MandatesIT {

    private final City city;
    private final Db db;
    private final Api principal;
    private final Api agent;
    private final Api clerk;
    /** What the window registered in this test. */
    private final List<String> registered = new ArrayList<>();

    MandatesIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.principal = city.as("chenjing");
        this.agent = city.as("wangqiang");
        this.clerk = city.as("window-1");
    }

    /** Tests share their people: what one let another do ends with the test. */
    @AfterEach
    void takeAllBack() {
        registered.forEach(
                number -> clerk.request("DELETE", "/mandates/" + number).send().expect(204));
        for (JsonNode one :
                principal.get("/mandates?given=true").expect(200).json().path("items")) {
            principal
                    .request("DELETE", "/mandates/" + one.path("number").asText())
                    .send()
                    .expect(204);
        }
    }

    private JsonNode give(Object... terms) {
        ObjectNode order = Api.object(terms);
        order.put("kind", "ENTRUSTED").put("agentName", "王强").put("agentNumber", "999999198507150011");
        return principal.post("/mandates", order).expect(201).json();
    }

    @Test
    void anAgentActsWithinHisMandateAndNoFurtherAndTheRecordNamesIt() {
        String until = city.today().plusDays(30).toString();
        JsonNode mandate =
                give("validTo", until, "powers", List.of("APPLY", "CORRECT"), "items", List.of("elder-allowance"));
        ObjectNode order = Api.object(
                "itemCode",
                "elder-allowance",
                "onBehalfOf",
                mandate.path("onBehalfOf").asText());
        String no = city.submit(agent, city.draft(agent, order, city.answers("elder-allowance")));
        assertEquals(
                mandate.path("number").asText(),
                db.text(
                        "SELECT e.basis FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = 'CASE_SUBMITTED'",
                        no));
        agent.post("/cases/" + no + "/actions", city.action(agent, no, "WITHDRAW", "reason", "不办了。"))
                .problem(403, "FORBIDDEN");
        agent.post(
                        "/drafts",
                        Api.object(
                                "itemCode",
                                "road-dig",
                                "onBehalfOf",
                                order.path("onBehalfOf").asText()))
                .problem(403, "NO_MANDATE");
        principal
                .request("DELETE", "/mandates/" + mandate.path("number").asText())
                .send()
                .expect(204);
        agent.post("/cases/" + no + "/actions", city.action(agent, no, "URGE")).problem(403, "FORBIDDEN");
        assertEquals("SUBMITTED", city.see(agent, no).path("status").asText(), "what he submitted he may still see");
        city.act(principal, no, "WITHDRAW", "reason", "自己撤回。");
    }

    @Test
    void aMandateThatHasRunOutLetsOneLookAndNotAct() {
        JsonNode mandate = give("validTo", city.today().plusDays(1).toString());
        ObjectNode order = Api.object(
                "itemCode",
                "elder-allowance",
                "onBehalfOf",
                mandate.path("onBehalfOf").asText());
        String no = city.submit(agent, city.draft(agent, order, city.answers("elder-allowance")));
        city.move(Duration.ofDays(2));
        assertTrue(city.see(agent, no).path("allowedActions").isEmpty());
        agent.post("/cases/" + no + "/actions", city.action(agent, no, "URGE")).problem(403, "FORBIDDEN");
    }

    @Test
    @DisplayName("企业经办人授权过期后在途件仍可查不可操作")
    void aCompanysAgentWhoseTimeIsOverMayStillReadAndNoLongerAct() {
        String company = agent.get("/mandates").expect(200).text("/items/0/onBehalfOf");
        String chenjing = give("validTo", city.today().plusDays(9).toString())
                .path("onBehalfOf")
                .asText();
        ObjectNode paper = Api.object("kind", "CORP_AGENT", "principal", company, "agent", chenjing)
                .put("proof", "授权委托书")
                .put("validTo", city.today().plusDays(1).toString());
        registered.add(clerk.post("/mandates", paper).expect(201).text("/number"));
        ObjectNode order = Api.object("itemCode", "food-business", "onBehalfOf", company);
        String no = city.submit(principal, city.draft(principal, order, city.answers("food-business", "low-risk")));
        assertTrue(city.see(principal, no).path("allowedActions").toString().contains("WITHDRAW"));
        city.move(Duration.ofDays(2));
        JsonNode seen = city.see(principal, no);
        assertEquals("SUBMITTED", seen.path("status").asText(), "still to be read, papers and all");
        principal.get("/documents/" + City.document(seen, "MATERIAL_RECEIPT")).expect(200);
        assertTrue(seen.path("allowedActions").isEmpty(), seen.toString());
        principal
                .post("/cases/" + no + "/actions", city.action(principal, no, "URGE"))
                .problem(403, "FORBIDDEN");
        principal
                .post("/cases/" + no + "/actions", city.action(principal, no, "WITHDRAW", "reason", "不办了。"))
                .problem(403, "FORBIDDEN");
        principal.post("/drafts", order).problem(403, "NO_MANDATE");
        city.act(agent, no, "WITHDRAW", "reason", "由另一位经办人撤回。");
    }

    @Test
    void aMandateIsOnlyGivenToAKnownPersonAndTakenBackOnlyByThoseItConcerns() {
        ObjectNode order = Api.object("kind", "FAMILY", "agentName", "王刚", "agentNumber", "999999198507150011");
        principal
                .post("/mandates", order)
                .problem(422, "INVALID")
                .error("agentNumber", "UNKNOWN")
                .error("validTo", "REQUIRED");
        String number = give("validTo", city.today().plusDays(9).toString())
                .path("number")
                .asText();
        city.as("street-reviewer")
                .request("DELETE", "/mandates/" + number)
                .send()
                .problem(404, "NOT_FOUND");
        principal.request("DELETE", "/mandates/" + number).send().expect(204);
        principal.request("DELETE", "/mandates/" + number).send().problem(404, "NOT_FOUND");
    }
}
