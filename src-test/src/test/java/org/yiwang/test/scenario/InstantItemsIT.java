package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.workflow.clock.ClockKind;

/** 即办件: decided at once under a rule that two persons published; what the rule does not cover goes to the window. */
@OnServer
class InstantItemsIT {

    private final City city;
    private final Db db;
    private final CaseTraces traces;

    InstantItemsIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-medical", "estate-query"})
    void isGrantedAtOnceByTheSystemAndItsResultIsIssued(String item) {
        Api citizen = city.as("chenjing");
        JsonNode receipt = citizen.post("/drafts/" + city.draft(citizen, item) + "/submission", Api.object())
                .expect(201)
                .json();
        String no = receipt.path("caseNo").asText();
        JsonNode view = city.see(citizen, no);
        assertEquals("APPROVED", view.path("status").asText());
        assertEquals(view.path("submittedAt").asText(), view.path("decidedAt").asText(), "within the same moment");
        decidedByTheSystemUnderThisVersion(no, view);
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no), "nobody has work with it");
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        List<String> kinds = done.path("documents").findValuesAsText("kind");
        assertTrue(kinds.containsAll(List.of("APPLICATION_FORM", "MATERIAL_RECEIPT", "RESULT")), kinds.toString());
        for (JsonNode clock : done.path("clocks")) {
            // How long the result is valid, and when the papers go to the archive, is seen to afterwards.
            boolean over = !ClockKind.valueOf(clock.path("kind").asText()).outlivesTheCase();
            assertEquals(over, clock.path("state").asText().equals("STOPPED"), clock.toString());
            assertFalse(clock.path("late").asBoolean(), clock.toString());
        }
        assertEquals(
                "REGISTERED",
                db.text("SELECT state FROM official_document WHERE case_no = ? AND kind = 'SERVICE_RECEIPT'", no),
                "its service leaves the proof that every other leaves");
        assertEquals(
                1,
                db.number("SELECT count(*) FROM official_document WHERE case_no = ? AND kind = 'SERVICE_RECEIPT'", no));
        byte[] result = citizen.get("/documents/" + City.document(done, "RESULT"))
                .expect(200)
                .bytes();
        assertEquals(
                "VALID",
                city.nobody()
                        .post("/verifications")
                        .file("file", "result.pdf", "application/pdf", result)
                        .send()
                        .expect(200)
                        .text("/result"));
    }

    private void decidedByTheSystemUnderThisVersion(String no, JsonNode view) {
        JsonNode decided = Api.json(traces.event(no, "CASE_DECIDED"));
        assertEquals(
                view.at("/item/code").asText() + "@" + view.at("/item/version").asInt(),
                decided.path("rule").asText());
        assertEquals("GRANT", decided.path("decision").asText());
        assertTrue(decided.path("ruleSha256").asText().matches("[0-9a-f]{64}"), decided.toString());
        assertEquals(2, decided.path("publishedBy").size(), "two persons answer for the rule");
        assertEquals(
                0,
                db.number(
                        """
                        SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id
                         WHERE c.case_no = ? AND e.type IN ('CASE_ACCEPTED', 'CASE_DECIDED') AND e.actor NOT LIKE 'system%'
                        """,
                        no));
    }

    @Test
    void whatIsMissingOrWrongIsSaidAndNothingIsDecided() {
        Api citizen = city.as("chenjing");
        String draft = city.draft(citizen, "estate-query", city.answers("estate-query", "missing"));
        citizen.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.unitNumber", "REQUIRED")
                .error("answers.purposeNote", "REQUIRED")
                .error("answers.copies", "TOO_LARGE");
        String other = city.draft(citizen, "cross-medical", city.answers("cross-medical", "missing"));
        citizen.post("/drafts/" + other + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.city", "REQUIRED")
                .error("answers.endOn", "TOO_EARLY")
                .error("answers.fromHospital", "REQUIRED");
        assertEquals(0, traces.casesOf(draft) + traces.casesOf(other));
    }

    @Test
    @DisplayName("即办件材料不齐 → 不得受理成承诺件蒙混")
    void aProofThatWasChosenMustBeThere() {
        Api citizen = city.as("chenjing");
        String draft = city.draftWithout(citizen, "cross-medical", city.answers("cross-medical", "with-proof"));
        citizen.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("materials.housing-proof", "REQUIRED");
        city.attach(citizen, draft, "housing-proof");
        assertEquals(
                "APPROVED",
                city.see(citizen, city.submit(citizen, draft)).path("status").asText());
    }

    @ParameterizedTest
    @DisplayName("即办件材料不齐 → 不得受理成承诺件蒙混")
    @ValueSource(strings = {"cross-medical", "estate-query"})
    void whatTheRuleDoesNotCoverIsForTheWindowAndCannotPassForAPromisedCase(String item) {
        Api citizen = city.as("chenjing");
        String no = city.submit(citizen, city.draft(citizen, item, city.answers(item, "ineligible")));
        JsonNode view = city.see(citizen, no);
        assertEquals("SUBMITTED", view.path("status").asText());
        assertFalse(view.path("documents").findValuesAsText("kind").contains("RESULT"));
        Api clerk = city.as("window-1");
        assertEquals(List.of("intake"), city.see(clerk, no).path("workItems").findValuesAsText("step"));
        assertFalse(
                city.see(clerk, no).path("allowedActions").toString().contains("\"ACCEPT\""),
                "what cannot be done is not offered");
        traces.unchanged(no, () -> clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "ACCEPT"))
                .problem(409, "INSTANT_ONLY"));
        city.act(
                clerk,
                no,
                "REFUSE",
                "reason",
                "不在网上即办范围。",
                "legalBasis",
                "有关办法第十条",
                "competentAuthority",
                "参保地或登记地经办机构窗口",
                "competentContact",
                "拨打 12333 查询");
        city.settle();
        JsonNode refused = city.see(citizen, no);
        assertEquals("NOT_ACCEPTED", refused.path("status").asText());
        assertTrue(refused.path("documents").findValuesAsText("kind").contains("NOT_ACCEPT_DECISION"));
    }

    @Test
    void aCorrectionThatMakesTheRuleHoldIsGrantedAtOnceToo() {
        Api citizen = city.as("chenjing");
        String no =
                city.submit(citizen, city.draft(citizen, "estate-query", city.answers("estate-query", "ineligible")));
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.ownRights", "text", "请确认查询的是本人名下的登记。")));
        city.act(citizen, no, "SUPPLY_CORRECTION", "answers", Api.object("ownRights", true));
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        decidedByTheSystemUnderThisVersion(no, done);
    }
}
