package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
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

/** 受理之前: what is missing is said once and all at once; and the other ways in which an application ends at the window. */
@OnServer
class CorrectionIT {

    private static final Map<String, String> BANK = Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。");
    private static final Map<String, String> PHONE = Map.of("target", "answers.elderPhone", "text", "电话无法接通。");
    private static final Map<String, String> REGISTER =
            Map.of("target", "materials.household-register", "text", "户口簿缺首页，请补拍。");

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api citizen;
    private final Api clerk;

    CorrectionIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("chenjing");
        this.clerk = city.as("window-1");
    }

    @Test
    void everythingIsSaidAtOnceAndTheNoticeListsIt() {
        String no = submitted();
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(BANK, REGISTER), "note", "请一并补齐。");
        JsonNode view = city.see(citizen, no);
        assertEquals("CORRECTION_REQUIRED", view.path("status").asText());
        JsonNode notice = view.at("/corrections/0");
        assertEquals(
                List.of("answers.bankAccount", "materials.household-register"),
                notice.path("items").findValuesAsText("target"));
        assertEquals("银行卡号", notice.at("/items/0/label").asText());
        assertEquals("STOPPED", City.clock(view, "ACCEPT").path("state").asText(), "the office waits for him");
        JsonNode his = City.clock(view, "CORRECTION");
        assertEquals("RUNNING", his.path("state").asText());
        assertEquals(his.path("dueOn").asText(), notice.path("dueOn").asText());
        assertEquals("BLUE", view.path("light").asText());
        assertTrue(city.see(clerk, no).path("workItems").isEmpty(), "nobody at the office has work with it");
        city.settle();
        assertTrue(
                city.see(citizen, no).path("documents").findValuesAsText("kind").contains("CORRECTION_NOTICE"));
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.correction' AND recipient LIKE 'party:%'",
                        no));
    }

    @Test
    void aNoticeWithoutContentOrAboutNothingOfTheServiceIsRefused() {
        String no = submitted();
        refusedNotice(no, List.of()).error("demands", "REQUIRED");
        refusedNotice(no, List.of(BANK, Map.of("target", "answers.shoeSize", "text", "请填写。")))
                .error("demands[1].target", "UNKNOWN");
        refusedNotice(
                        no,
                        List.of(Map.of("target", "materials.nothing", "text", "x"), Map.of("target", "x", "text", "x")))
                .error("demands[0].target", "UNKNOWN")
                .error("demands[1].target", "UNKNOWN");
        refusedNotice(no, List.of(Map.of("target", "answers.bankAccount", "text", "  ")))
                .error("demands[0].text", "REQUIRED");
        refusedNotice(no, List.of(Map.of("text", "没有说是哪一项"))).error("demands[0].target", "UNKNOWN");
        assertEquals("SUBMITTED", city.see(citizen, no).path("status").asText());
    }

    @Test
    void aDemandLeftUnansweredIsNamedAndNothingIsTaken() {
        String no = corrected(List.of(BANK, REGISTER));
        supply(no, Api.object("bankAccount", "6222000000000000996"), List.of())
                .problem(422, "INVALID")
                .error("materials.household-register", "STILL_MISSING");
        supply(no, Api.object(), List.of(file(no)))
                .problem(422, "INVALID")
                .error("answers.bankAccount", "STILL_MISSING");
        supply(no, Api.object("bankAccount", "abc"), List.of(file(no)))
                .problem(422, "INVALID")
                .error("answers.bankAccount", "BANK_ACCOUNT_FORMAT");
        assertEquals("CORRECTION_REQUIRED", city.see(citizen, no).path("status").asText());
    }

    @Test
    void whatNobodyAskedForIsNotTakenWithTheAnswer() {
        String no = corrected(List.of(BANK));
        traces.unchanged(no, () -> supply(
                        no, Api.object("bankAccount", "6222000000000000996", "elderPhone", "13800000009"), List.of())
                .problem(422, "INVALID")
                .error("answers.elderPhone", "NOT_DEMANDED"));
        traces.unchanged(no, () -> supply(no, Api.object("bankAccount", "6222000000000000996"), List.of(file(no)))
                .problem(422, "INVALID")
                .error("files[0].requirement", "NOT_DEMANDED"));
        traces.unchanged(no, () -> supply(no, Api.object("bankAccount", "6222000000000000996", "x", 1), List.of())
                .problem(422, "INVALID")
                .error("answers.x", "NOT_DEMANDED"));
        supply(no, Api.object("bankAccount", "6222000000000000996"), List.of()).expect(200);
    }

    @Test
    void onlyFilesOfThisCaseCanAnswerItsNotice() {
        String no = corrected(List.of(REGISTER));
        String other = corrected(List.of(REGISTER));
        traces.unchanged(
                no, () -> supply(no, Api.object(), List.of(file(other))).problem(404, "NOT_FOUND"));
        city.as("wangqiang")
                .post("/cases/" + no + "/files")
                .file("file", "a.pdf", "application/pdf", City.pdf())
                .send()
                .problem(404, "NOT_FOUND");
    }

    @Test
    void acceptedAfterACorrectionCountsFromTheDayThePapersWereComplete() {
        String no = corrected(List.of(BANK, REGISTER));
        city.move(Duration.ofDays(2));
        supply(no, Api.object("bankAccount", "6222000000000000996"), List.of(file(no)))
                .expect(200);
        LocalDate complete = city.today();
        JsonNode answered = city.see(citizen, no);
        assertEquals("CORRECTION_SUBMITTED", answered.path("status").asText());
        JsonNode answerBy = running(answered, "ACCEPT");
        assertEquals(complete.toString(), answerBy.path("startedOn").asText(), "the five days begin anew");
        LocalDate due = LocalDate.parse(answerBy.path("dueOn").asText());
        String said = due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日";
        assertTrue(answered.path("nextStep").asText().contains(said), answered.path("nextStep") + " without " + said);
        city.settle();
        assertTrue(
                city.see(citizen, no).path("documents").findValuesAsText("kind").contains("CORRECTION_RECEIPT"));
        city.move(Duration.ofDays(1));
        city.act(clerk, no, "ACCEPT");
        JsonNode accepted = city.see(citizen, no);
        assertEquals(
                complete.toString(),
                Api.json(traces.event(no, "CASE_ACCEPTED")).path("acceptedOn").asText());
        assertEquals(
                complete.toString(),
                City.clock(accepted, "PROMISE").path("startedOn").asText());
    }

    @Test
    @DisplayName("二次补正试图新增材料 → 被拒")
    void aSecondNoticeMayOnlyRepeatWhatIsStillMissing() {
        String no = corrected(List.of(BANK, REGISTER));
        supply(no, Api.object("bankAccount", "6222000000000000996"), List.of(file(no)))
                .expect(200);
        traces.unchanged(
                no, () -> refusedNotice(no, List.of(REGISTER, PHONE)).error("demands[1].target", "NEW_DEMAND"));
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", List.of(REGISTER));
        JsonNode again = city.see(citizen, no);
        assertEquals("CORRECTION_REQUIRED", again.path("status").asText());
        assertEquals(2, again.path("corrections").size());
        JsonNode his = running(again, "CORRECTION");
        assertEquals(city.today().toString(), his.path("startedOn").asText());
        supply(no, Api.object(), List.of(file(no))).expect(200);
        refusedNotice(no, List.of(BANK)).error("demands[0].target", "NEW_DEMAND");
        city.act(clerk, no, "ACCEPT");
        assertEquals("ACCEPTED", city.see(citizen, no).path("status").asText());
    }

    @Test
    void whatWasSuppliedIsWhatTheOfficersDecideOn() {
        String no = corrected(List.of(BANK));
        supply(no, Api.object("bankAccount", "6222000000000000996"), List.of()).expect(200);
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM submission_amendment b JOIN submission s ON s.id = b.submission_id WHERE s.case_no = ?",
                        no),
                "what was there before is kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "RECEIVED", "CORRECTION_REQUIRED", "ACCEPTED", "IN_REVIEW"})
    void theApplicantMayWithdrawUntilTheDecision(String state) {
        String no = inState(state);
        assertEquals(state, city.see(citizen, no).path("status").asText());
        city.act(citizen, no, "WITHDRAW", "reason", "材料填错了，重新申请。");
        JsonNode gone = city.see(citizen, no);
        assertEquals("WITHDRAWN", gone.path("status").asText());
        gone.path("clocks")
                .forEach(clock -> assertEquals("STOPPED", clock.path("state").asText(), clock.toString()));
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no));
        assertEquals(
                0,
                db.number(
                        """
                        SELECT count(*) FROM act_ru_execution x JOIN case_file c ON c.process_id = x.proc_inst_id_
                         WHERE c.case_no = ?
                        """,
                        no),
                "the engine has forgotten it");
        city.settle();
        assertTrue(
                city.see(citizen, no).path("documents").findValuesAsText("kind").contains("TERMINATION_NOTICE"));
        traces.unchanged(no, () -> clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "ACCEPT"))
                .problem(409, "ILLEGAL_ACTION"));
    }

    @Test
    void nothingIsWithdrawnAfterTheDecision() {
        String no = inState("IN_REVIEW");
        city.act(city.as("civil-director"), no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "第三条");
        ObjectNode late = city.action(citizen, no, "WITHDRAW", "reason", "不办了。");
        traces.unchanged(
                no, () -> citizen.post("/cases/" + no + "/actions", late).problem(409, "ILLEGAL_ACTION"));
    }

    @Test
    void notAcceptingNeedsReasonBasisAndWhereToApply() {
        String no = submitted();
        traces.unchanged(
                no, () -> clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "REFUSE", "reason", " "))
                        .problem(422, "INVALID")
                        .error("reason", "REQUIRED")
                        .error("legalBasis", "REQUIRED")
                        .error("competentAuthority", "REQUIRED"));
        city.act(clerk, no, "REFUSE", "reason", "户籍在云西区。", "legalBasis", "《办法》第四条", "competentAuthority", "云西区民政局");
        ended(no, "NOT_ACCEPTED", "NOT_ACCEPT_DECISION");
    }

    @Test
    void thatNoLicenceIsNeededNeedsReasonAndBasis() {
        String no = submitted();
        traces.unchanged(no, () -> clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "NO_LICENCE_NEEDED"))
                .problem(422, "INVALID")
                .error("reason", "REQUIRED")
                .error("legalBasis", "REQUIRED"));
        city.act(clerk, no, "NO_LICENCE_NEEDED", "reason", "已自动发放，无需申请。", "legalBasis", "《办法》第六条");
        ended(no, "NO_LICENCE_NEEDED", "NO_LICENCE_NOTICE");
    }

    private void ended(String no, String status, String letter) {
        city.settle();
        JsonNode view = city.see(citizen, no);
        assertEquals(status, view.path("status").asText());
        assertEquals("GREY", view.path("light").asText());
        assertTrue(view.path("documents").findValuesAsText("kind").contains(letter));
        assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE case_no = ?", no));
        assertFalse(view.path("allowedActions").toString().contains("WITHDRAW"));
        citizen.post("/cases/" + no + "/actions", city.action(citizen, no, "URGE"))
                .problem(409, "ILLEGAL_ACTION");
    }

    private String submitted() {
        return city.submitted("chenjing", "elder-allowance");
    }

    private String corrected(List<Map<String, String>> demands) {
        String no = submitted();
        city.act(clerk, no, "REQUEST_CORRECTION", "demands", demands);
        return no;
    }

    private String inState(String state) {
        if (state.equals("CORRECTION_REQUIRED")) {
            return corrected(List.of(BANK));
        }
        String no = submitted();
        if (state.equals("RECEIVED")) {
            city.act(clerk, no, "RECEIVE");
        } else if (!state.equals("SUBMITTED")) {
            city.act(clerk, no, "ACCEPT");
            if (state.equals("IN_REVIEW")) {
                city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
            }
        }
        return no;
    }

    private org.yiwang.test.Reply refusedNotice(String no, List<Map<String, String>> demands) {
        return clerk.post("/cases/" + no + "/actions", city.action(clerk, no, "REQUEST_CORRECTION", "demands", demands))
                .problem(422, "INVALID");
    }

    private org.yiwang.test.Reply supply(String no, ObjectNode answers, List<Map<String, String>> files) {
        return citizen.post(
                "/cases/" + no + "/actions",
                city.action(citizen, no, "SUPPLY_CORRECTION", "answers", answers, "files", files));
    }

    private Map<String, String> file(String no) {
        String id = citizen.post("/cases/" + no + "/files")
                .file("file", "户口簿首页.pdf", "application/pdf", City.pdf())
                .send()
                .expect(201)
                .text("/id");
        return Map.of("requirement", "household-register", "fileId", id);
    }

    private static JsonNode running(JsonNode view, String kind) {
        for (JsonNode clock : view.path("clocks")) {
            if (clock.path("kind").asText().equals(kind)
                    && clock.path("state").asText().equals("RUNNING")) {
                return clock;
            }
        }
        throw new AssertionError("no running " + kind + " in " + view.path("clocks"));
    }
}
