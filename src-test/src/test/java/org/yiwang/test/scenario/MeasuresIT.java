package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 须批准的措施和须同意的退回: what one may only propose, and what needs the applicant's own yes. */
@OnServer
class MeasuresIT {

    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");
    private static final Map<String, String> PHONE = Map.of("target", "answers.elderPhone", "text", "电话无法接通。");

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api citizen;
    private final Api clerk;
    private final Api reviewer;
    private final Api director;

    MeasuresIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("chenjing");
        this.clerk = city.as("window-1");
        this.reviewer = city.as("street-reviewer");
        this.director = city.as("civil-director");
    }

    private String submitted() {
        return city.submitted("chenjing", "elder-allowance");
    }

    private String accepted() {
        String no = submitted();
        city.act(clerk, no, "ACCEPT");
        return no;
    }

    private String status(String no) {
        return city.see(citizen, no).path("status").asText();
    }

    private void refused(Api who, String no, String code, String action, Object... fields) {
        var body = city.action(who, no, action, fields);
        traces.unchanged(no, () -> who.post("/cases/" + no + "/actions", body).problem(409, code));
    }

    @Test
    void aHaltIsProposedByOneAndApprovedByAnotherAndRestsEveryClock() {
        String no = accepted();
        refused(director, no, "NOT_PROPOSED", "HALT", "reason", "同意。");
        city.act(reviewer, no, "PROPOSE", "measure", "HALT", "reason", "等待法院对监护权的裁定。", "legalBasis", "《规程》第十条");
        assertEquals("ACCEPTED", status(no), "a proposal changes nothing");
        refused(reviewer, no, "PROPOSED_ALREADY", "PROPOSE", "measure", "HALT", "reason", "再次请示。");
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "HALT", "reason", "我自己批准。"))
                .problem(403, "FORBIDDEN");
        LocalDate before = LocalDate.parse(
                City.clock(city.see(citizen, no), "PROMISE").path("dueOn").asText());
        city.act(director, no, "HALT", "reason", "同意中止。");
        JsonNode halted = city.see(citizen, no);
        assertEquals("HALTED", halted.path("status").asText());
        assertEquals("PAUSED", City.clock(halted, "PROMISE").path("state").asText());
        assertTrue(city.see(reviewer, no).at("/workItems/0/suspended").asBoolean());
        assertTrue(halted.path("proposals").isEmpty(), "what officers propose is not shown to the applicant");
        refused(director, no, "ILLEGAL_ACTION", "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "y");
        city.move(Duration.ofDays(14));
        city.act(reviewer, no, "RESUME", "reason", "裁定已经生效。");
        JsonNode again = city.see(citizen, no);
        assertEquals("IN_REVIEW", again.path("status").asText());
        assertTrue(LocalDate.parse(City.clock(again, "PROMISE").path("dueOn").asText())
                .isAfter(before));
        assertFalse(city.see(reviewer, no).at("/workItems/0/suspended").asBoolean());
        city.settle();
        assertTrue(
                city.see(citizen, no).path("documents").findValuesAsText("kind").contains("HALT_NOTICE"));
    }

    @Test
    void whoDecidesMayNotApproveWhatHeProposedHimself() {
        String no = accepted();
        city.act(director, no, "PROPOSE", "measure", "TERMINATE", "reason", "申请人已经去世。");
        refused(director, no, "FOUR_EYES", "TERMINATE", "reason", "同意。");
        city.act(reviewer, no, "PROPOSE", "measure", "HALT", "reason", "核实情况。");
        city.act(director, no, "REJECT_PROPOSAL", "measure", "HALT", "reason", "情况已经清楚。");
        assertEquals(
                "REJECTED",
                city.see(reviewer, no).path("proposals").findValuesAsText("outcome").stream()
                        .filter(o -> !o.equals("PENDING"))
                        .findFirst()
                        .orElse(""));
        refused(director, no, "NOT_PROPOSED", "HALT", "reason", "同意。");
    }

    @Test
    void anApprovedEndIsToldWithItsReasonAndLeavesNothingRunning() {
        String no = accepted();
        city.act(reviewer, no, "PROPOSE", "measure", "TERMINATE", "reason", "老人已迁出本市。");
        city.act(director, no, "TERMINATE", "reason", "同意终止。");
        city.settle();
        JsonNode view = city.see(citizen, no);
        assertEquals("TERMINATED", view.path("status").asText());
        assertTrue(view.path("documents").findValuesAsText("kind").contains("TERMINATION_NOTICE"));
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no));
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM act_ru_execution x JOIN case_file c ON c.process_id = x.proc_inst_id_"
                                + " WHERE c.case_no = ?",
                        no));
    }

    @Test
    void whatWasEnteredByMistakeIsMadeVoidAndKept() {
        String no = submitted();
        city.act(clerk, no, "PROPOSE", "measure", "VOID", "reason", "重复录入。");
        city.act(director, no, "VOID", "reason", "同意作废。");
        assertEquals("VOIDED", status(no));
        assertEquals("VOIDED", db.text("SELECT completion_kind FROM case_file WHERE case_no = ?", no));
        refused(clerk, no, "ILLEGAL_ACTION", "ACCEPT");
    }

    @Test
    void aMeasureIsNotProposedWhereItsApprovalWouldBeUnlawful() {
        String no = submitted();
        refused(clerk, no, "ILLEGAL_ACTION", "PROPOSE", "measure", "HALT", "reason", "先放一放。");
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "PROPOSE"))
                .problem(422, "INVALID")
                .error("measure", "REQUIRED")
                .error("reason", "REQUIRED");
    }

    @Test
    @DisplayName("二次补正试图新增材料 → 须审批记责")
    void whatTheFirstNoticeForgotNeedsTheHeadAndANameThatAnswersForIt() {
        String no = submitted();
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(BANK));
        city.act(citizen, no, "SUPPLY_CORRECTION", "answers", Api.object("bankAccount", "6222000000000000996"));
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "REQUEST_CORRECTION", "demands", List.of(PHONE)))
                .problem(422, "INVALID")
                .error("demands[0].target", "NEW_DEMAND");
        city.act(clerk, no, "PROPOSE", "measure", "NEW_DEMAND", "reason", "首次告知遗漏了联系电话。");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "ALLOW_NEW_DEMAND", "reason", "同意。", "answerable", "nobody"))
                .problem(422, "INVALID")
                .error("answerable", "UNKNOWN");
        city.act(director, no, "ALLOW_NEW_DEMAND", "reason", "同意，记责。", "answerable", "YZ1004");
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(PHONE));
        assertEquals("CORRECTION_REQUIRED", status(no));
        city.act(citizen, no, "SUPPLY_CORRECTION", "answers", Api.object("elderPhone", "13800000111"));
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "REQUEST_CORRECTION", "demands", List.of(BANK)))
                .problem(422, "INVALID")
                .error("demands[0].target", "NEW_DEMAND");
    }

    @Test
    void nothingIsReturnedBeforeAcceptanceWithoutTheApplicantsConsent() {
        String no = submitted();
        city.act(clerk, no, "OFFER_PRE_RETURN", "reason", "建议换一张清晰的照片。");
        assertEquals("SUBMITTED", status(no));
        assertEquals(
                "建议换一张清晰的照片。", city.see(citizen, no).at("/preReturn/reason").asText());
        clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "OFFER_PRE_RETURN", "reason", "再提一次。"))
                .problem(409, "OFFERED_ALREADY");
        city.act(citizen, no, "ANSWER_PRE_RETURN", "agree", false);
        assertEquals("SUBMITTED", status(no));
        refused(citizen, no, "NOT_OFFERED", "ANSWER_PRE_RETURN", "agree", true);
        city.act(clerk, no, "OFFER_PRE_RETURN", "reason", "建议核对银行卡号。");
        String due = City.clock(city.see(citizen, no), "ACCEPT").path("dueOn").asText();
        city.act(citizen, no, "ANSWER_PRE_RETURN", "agree", true);
        assertEquals("PRE_RETURNED", status(no));
        refused(clerk, no, "ILLEGAL_ACTION", "ACCEPT");
        city.act(citizen, no, "RESUBMIT", "answers", Api.object("bankAccount", "6222000000000000996"));
        JsonNode back = city.see(citizen, no);
        assertEquals("SUBMITTED", back.path("status").asText());
        assertEquals(due, City.clock(back, "ACCEPT").path("dueOn").asText(), "the five days ran on");
        city.act(clerk, no, "ACCEPT");
    }
}
