package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 现场核查笔录、内部审批表: what a review leaves in writing, and who may read it. */
@OnServer
class ReviewLettersIT {

    private final City city;

    ReviewLettersIT(YiwangServer server) {
        this.city = new City(server);
    }

    @Test
    void theSiteRecordNamesBothInspectorsAndWhoSigned() {
        String no = checked();
        Api company = city.as("wangqiang");
        String record = text(company, city.see(company, no), "SITE_RECORD");
        assertTrue(record.contains("现场核查笔录") && record.contains("东湖路与湖滨路路口"), record);
        assertTrue(record.contains("在场负责人核对笔录无误，已在笔录上签字确认"), record);
        assertTrue(record.contains("彭博999900001017") && record.contains("邓丽娟999900001018"), record);
    }

    @Test
    void whoDoesNotSignIsReplacedByAWitnessAndAReason() {
        String no = accepted();
        reviewed(no);
        Api inspector = city.as("urban-inspector-1");
        inspector
                .post("/cases/" + no + "/actions", visit(inspector, no, "REFUSED"))
                .problem(422, "INVALID")
                .error("refusal", "REQUIRED")
                .error("witness", "REQUIRED");
        inspector
                .post("/cases/" + no + "/actions", visit(inspector, no, "ABSENT"))
                .problem(422, "INVALID")
                .error("witness", "REQUIRED");
        inspector
                .post("/cases/" + no + "/actions", visit(inspector, no, "SIGNED"))
                .problem(422, "INVALID")
                .error("party", "REQUIRED");
        ObjectNode refused = visit(inspector, no, "REFUSED");
        refused.put("refusal", "称须先请示公司").put("witness", "东湖社区 孙敏");
        inspector.post("/cases/" + no + "/actions", refused).expect(200);
        city.settle();
        String record = text(inspector, city.see(inspector, no), "SITE_RECORD");
        assertTrue(record.contains("拒绝签字，理由：称须先请示公司") && record.contains("东湖社区孙敏"), record);
    }

    @Test
    void theApprovalFormIsForTheDeskAlone() {
        String no = checked();
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "各方同意，建议准予。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《城市道路管理条例》第三十三条");
        city.settle();
        Api reviewer = city.as("urban-reviewer");
        JsonNode desk = city.see(reviewer, no);
        String form = text(reviewer, desk, "APPROVAL_FORM");
        assertTrue(form.contains("各方同意，建议准予") && form.contains("予以受理") && form.contains("与平面图一致"), form);
        Api company = city.as("wangqiang");
        JsonNode own = city.see(company, no);
        assertFalse(own.path("documents").findValuesAsText("kind").contains("APPROVAL_FORM"), own.toString());
        assertFalse(own.path("servings").findValuesAsText("title").contains("内部审批表"));
        company.get("/documents/" + City.document(desk, "APPROVAL_FORM")).problem(404, "NOT_FOUND");
    }

    private String checked() {
        String no = accepted();
        reviewed(no);
        city.visitRoad(no);
        city.settle();
        return no;
    }

    private void reviewed(String no) {
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "交通组织可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
    }

    private ObjectNode visit(Api inspector, String no, String signature) {
        return city.action(
                inspector,
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1018",
                "checkedAt",
                city.now().toString(),
                "place",
                "路口",
                "findings",
                "一致。",
                "passed",
                true,
                "signature",
                signature);
    }

    private String accepted() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    /** Without white space: where a line breaks says nothing. */
    private static String text(Api reader, JsonNode view, String kind) {
        byte[] pdf = reader.get("/documents/" + City.document(view, kind))
                .expect(200)
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
