package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 居住证: the police post goes and looks, reviews, the branch signs; the legal time ends when the permit is issued. */
@OnServer
class ResidencePermitIT {

    private final City city;
    private final CaseTraces traces;

    ResidencePermitIT(YiwangServer server) {
        this.city = new City(server);
        this.traces = new CaseTraces(city, server.db());
    }

    @Test
    void visitedReturnedVisitedAgainGrantedAndTheLicenceIssued() {
        String no = accepted(true);
        visit(no, true);
        Api reviewer = city.as("post-reviewer");
        city.act(reviewer, no, "RETURN", "reason", "走访记录没有写明居住时间，请重新走访。");
        assertEquals(
                List.of("site-check"), city.see(reviewer, no).path("workItems").findValuesAsText("step"));
        visit(no, true);
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "走访属实，登记满半年。");
        decide(no, "GRANT");
        Api citizen = city.as("chenjing");
        JsonNode approved = city.see(citizen, no);
        assertEquals("APPROVED", approved.path("status").asText());
        assertEquals("RUNNING", City.clock(approved, "LEGAL").path("state").asText(), "signing is not yet issuing");
        city.settle();
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        for (String kind : List.of("LEGAL", "PROMISE")) {
            assertEquals("STOPPED", City.clock(done, kind).path("state").asText(), kind);
            assertEquals(
                    city.today().toString(),
                    City.clock(done, kind).path("stoppedOn").asText(),
                    kind);
        }
        byte[] permit = pdf(citizen, City.document(done, "RESULT"));
        assertTrue(text(permit).contains("居住证"));
        assertTrue(text(permit).contains("陈静"), "the licence names its holder");
        assertEquals("VALID", verified(permit));
    }

    @Test
    void aVisitOutsideTheTimeOfTheCaseIsNone() {
        String no = accepted(true);
        Api officer = city.as("post-officer-1");
        for (Duration away : List.of(Duration.ofDays(-30), Duration.ofDays(1))) {
            ObjectNode visit = visit(officer, no, true)
                    .put("checkedAt", city.now().plus(away).toString());
            traces.unchanged(no, () -> officer.post("/cases/" + no + "/actions", visit)
                    .problem(422, "INVALID")
                    .error("checkedAt", "OUT_OF_RANGE"));
        }
        ObjectNode alone = visit(officer, no, true).put("withStaffNo", "YZ1009");
        officer.post("/cases/" + no + "/actions", alone).problem(422, "INVALID").error("withStaffNo", "SECOND_OFFICER");
        ObjectNode foreignPhoto = visit(officer, no, true);
        foreignPhoto.putArray("photos").add("00000000-0000-4000-8000-000000000000");
        officer.post("/cases/" + no + "/actions", foreignPhoto)
                .problem(422, "INVALID")
                .error("photos", "UNKNOWN_FILE");
        ObjectNode empty = city.action(officer, no, "RECORD_SITE_CHECK");
        officer.post("/cases/" + no + "/actions", empty)
                .problem(422, "INVALID")
                .error("place", "REQUIRED")
                .error("findings", "REQUIRED")
                .error("withStaffNo", "REQUIRED")
                .error("passed", "REQUIRED")
                .error("signature", "REQUIRED")
                .error("checkedAt", "OUT_OF_RANGE");
    }

    @Test
    void whoIsDeniedIsToldWhyAndWhereToGoAndNoClockRunsOn() {
        String no = accepted(false);
        visit(no, false);
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "不在申报地址居住。");
        decide(no, "DENY");
        Api citizen = city.as("chenjing");
        assertEquals("DENIED", city.see(citizen, no).path("status").asText());
        city.settle();
        JsonNode served = city.see(citizen, no);
        assertEquals("DENIED", served.path("status").asText(), "without electronic service the window hands it over");
        for (String kind : List.of("LEGAL", "PROMISE")) {
            assertEquals(
                    "STOPPED", City.clock(served, kind).path("state").asText(), kind + ": nothing more will be issued");
        }
        assertFalse(served.path("documents").findValuesAsText("kind").contains("RESULT"));
        String letter =
                text(pdf(citizen, City.document(served, "DENIAL_DECISION"))).replaceAll("\\s", "");
        for (String said : List.of("不在申报地址居住", "《居住证暂行条例》第九条", "六十日", "行政复议", "六个月", "人民法院", "提起行政诉讼")) {
            assertTrue(letter.contains(said), said + " in " + letter);
        }
        Api window = city.as("result-1");
        window.post(
                        "/cases/" + no + "/actions",
                        city.action(window, no, "DELIVER", "receiver", "陈静", "idNumber", "999999199304180020"))
                .problem(422, "INVALID")
                .error("identityChecked", "REQUIRED");
        city.act(window, no, "DELIVER", "receiver", "陈静", "idNumber", "999999199304180020", "identityChecked", true);
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertTrue(
                done.path("sentence").asText().contains("不予"),
                done.path("sentence").asText());
    }

    @Test
    void whatTheWindowHasToHandOutIsDueWithTheTimeToFetchIt() {
        String no = accepted(false);
        visit(no, true);
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "属实。");
        decide(no, "GRANT");
        city.settle();
        Api window = city.as("result-1");
        JsonNode granted = city.see(window, no);
        assertEquals("CERTIFYING", granted.path("status").asText());
        assertTrue(granted.path("clocks").findValuesAsText("kind").stream().noneMatch("DELIVER"::equals), "not issued");
        city.act(window, no, "CERTIFY", "serialNo", "YD00000009");
        JsonNode issued = city.see(window, no);
        assertEquals("AWAITING_PICKUP", issued.path("status").asText());
        JsonNode serve = City.clock(issued, "DELIVER");
        assertEquals("PAUSED", serve.path("state").asText(), "it lies ready; it is the applicant's turn");
        assertTrue(LocalDate.parse(serve.path("dueOn").asText()).isAfter(city.today()));
        assertEquals(
                City.clock(issued, "PICKUP").path("dueOn").asText(),
                issued.path("workItems").get(0).path("dueOn").asText(),
                "the work is due with the clock");
    }

    private String accepted(boolean electronic) {
        Api citizen = city.as("chenjing");
        String draft = city.draft(citizen, "residence-permit");
        if (!electronic) {
            city.pickUp(citizen, draft);
        }
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private void visit(String no, boolean passed) {
        Api officer = city.as("post-officer-1");
        officer.post("/cases/" + no + "/actions", visit(officer, no, passed)).expect(200);
    }

    private ObjectNode visit(Api officer, String no, boolean passed) {
        return city.action(
                officer,
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1010",
                "checkedAt",
                city.now().toString(),
                "place",
                "东湖路100号6幢1202室",
                "findings",
                passed ? "本人在家，确在此居住。" : "房东称其已于上月搬走。",
                "passed",
                passed,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
    }

    private void decide(String no, String decision) {
        city.act(
                city.as("police-director"),
                no,
                "DECIDE",
                "decision",
                decision,
                "reason",
                decision.equals("GRANT") ? "符合申领条件。" : "不在申报地址居住。",
                "legalBasis",
                "《居住证暂行条例》第九条");
    }

    private static byte[] pdf(Api who, String document) {
        return who.get("/documents/" + document).expect(200).bytes();
    }

    private String verified(byte[] pdf) {
        return city.nobody()
                .post("/verifications")
                .file("file", "permit.pdf", "application/pdf", pdf)
                .send()
                .expect(200)
                .text("/result");
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
