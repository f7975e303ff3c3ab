package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 高龄津贴: the street reviews, then the district decides; from a draft to a document that a stranger can verify. */
@OnServer
class ElderAllowanceIT {

    private final City city;
    private final YiwangServer server;

    ElderAllowanceIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void fromDraftToAVerifiedDecision() {
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        assertEquals("SUBMITTED", city.see(citizen, no).path("status").asText());

        city.act(city.as("window-1"), no, "ACCEPT");
        JsonNode accepted = city.see(citizen, no);
        assertEquals("ACCEPTED", accepted.path("status").asText());
        assertEquals("RUNNING", clock(accepted, "PROMISE").path("state").asText());
        assertEquals("STOPPED", clock(accepted, "ACCEPT").path("state").asText());

        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料齐全，符合条件。");
        assertEquals("IN_REVIEW", city.see(citizen, no).path("status").asText());
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "年满八十周岁，户籍在本区。",
                "legalBasis",
                "《老年人权益保障法》第三十三条");
        assertEquals("APPROVED", city.see(citizen, no).path("status").asText());

        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText(), "electronic service completes it at registration");
        List<String> kinds = done.path("documents").findValuesAsText("kind");
        assertTrue(
                kinds.containsAll(
                        List.of("APPLICATION_FORM", "MATERIAL_RECEIPT", "ACCEPT_NOTICE", "APPROVAL_DECISION")),
                kinds.toString());
        done.path("documents")
                .forEach(d -> assertEquals("REGISTERED", d.path("state").asText(), d.toString()));
        verifiedByAStranger(citizen, done);
    }

    private void verifiedByAStranger(Api citizen, JsonNode done) {
        String decision = "";
        for (JsonNode document : done.path("documents")) {
            decision = document.path("kind").asText().equals("APPROVAL_DECISION")
                    ? document.path("id").asText()
                    : decision;
        }
        byte[] pdf = citizen.get("/documents/" + decision).expect(200).bytes();
        assertArrayEquals("%PDF-".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(pdf, 5));
        assertEquals("VALID", verify(pdf).path("result").asText());
        byte[] forged = pdf.clone();
        forged[pdf.length / 2] ^= 1;
        assertEquals("TAMPERED", verify(forged).path("result").asText());
        String code = server.db()
                .text("SELECT verification_code FROM official_document WHERE id = CAST(? AS uuid)", decision);
        assertEquals(
                "VALID", city.nobody().get("/verifications/" + code).expect(200).text("/result"));
        city.as("wangqiang").get("/documents/" + decision).problem(404, "NOT_FOUND");
    }

    private JsonNode verify(byte[] pdf) {
        return city.nobody()
                .post("/verifications")
                .file("file", "decision.pdf", "application/pdf", pdf)
                .send()
                .expect(200)
                .json();
    }

    @Test
    @DisplayName("同一办件第二次评价被拒")
    void aDeniedApplicantIsToldHisRemediesAndMayRateOnce() {
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "户籍不在本区。");
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "RATE", "level", 5))
                .problem(409, "ILLEGAL_ACTION");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "DENY",
                "reason",
                "户籍不在本区。",
                "legalBasis",
                "《云州市高龄津贴发放办法》第三条");
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertEquals("DENY", done.path("decision").asText());
        assertTrue(done.path("documents").findValuesAsText("kind").contains("DENIAL_DECISION"));
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "RATE", "level", 1))
                .problem(422, "INVALID")
                .error("text", "REQUIRED");
        city.act(citizen, no, "RATE", "level", 2, "text", "等待时间太长");
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "RATE", "level", 5))
                .problem(409, "RATED");
        assertFalse(city.see(citizen, no).path("allowedActions").toString().contains("RATE"));
    }

    @Test
    void oneOfficerAloneCannotReviewAndDecide() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        Api director = city.as("civil-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "y"))
                .problem(409, "NOT_YET");
        Api street = city.as("street-reviewer");
        street.post(
                        "/cases/" + no + "/actions",
                        city.action(street, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "y"))
                .problem(403, "FORBIDDEN");
    }

    @Test
    void theDirectorSendsItBackToTheStreet() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(city.as("civil-director"), no, "RETURN", "reason", "请核实银行账户。");
        JsonNode back = city.see(city.as("street-reviewer"), no);
        assertEquals(List.of("review"), back.path("workItems").findValuesAsText("step"));
        assertEquals(
                List.of(Map.of("name_", "review")),
                server.db()
                        .rows(
                                "SELECT name_ FROM (SELECT task_def_key_ AS name_ FROM act_ru_task WHERE proc_inst_id_ = "
                                        + "(SELECT process_id FROM case_file WHERE case_no = ?)) t",
                                no),
                "engine and work list agree");
    }

    private static JsonNode clock(JsonNode view, String kind) {
        for (JsonNode clock : view.path("clocks")) {
            if (clock.path("kind").asText().equals(kind)) {
                return clock;
            }
        }
        throw new AssertionError("no clock " + kind + " in " + view.path("clocks"));
    }
}
