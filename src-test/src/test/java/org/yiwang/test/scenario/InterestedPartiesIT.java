package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 利害关系人 (行政许可法 §36, §47): told, heard and answered before anything is decided; neither side sees who the other is. */
@OnServer
class InterestedPartiesIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CHENJING = "999999199304180020";

    private final City city;
    private final Api company;
    private final Api neighbour;
    private final Api reviewer;
    private final Api window;

    InterestedPartiesIT(YiwangServer server) {
        this.city = new City(server);
        this.company = city.as("wangqiang");
        this.neighbour = city.as("chenjing");
        this.reviewer = city.as("market-reviewer");
        this.window = city.as("window-1");
    }

    @Test
    void nothingIsDecidedBeforeHeWasHeardAndWhatHeSaidIsAnswered() {
        String no = told(false);
        city.settle();
        decide(no, null).problem(409, "INTEREST_NOT_SERVED");
        serve(no);
        decide(no, null).problem(409, "INTEREST_TIME_RUNS");
        String id = mine(no).path("id").asText();
        JsonNode matter = neighbour
                .post("/interests/" + id + "/statement", Api.object("statement", "排烟口正对卧室窗户，请改到屋顶。"))
                .expect(201)
                .json();
        assertEquals("STATED", matter.path("state").asText());
        neighbour
                .post("/interests/" + id + "/statement", Api.object("waived", true))
                .problem(409, "INTEREST_STATED");
        JsonNode seen = city.see(city.as("market-director"), no).at("/interested/0");
        assertEquals("排烟口正对卧室窗户，请改到屋顶。", seen.path("statement").asText(), "whoever decides sees it");
        decide(no, null).problem(422, "INVALID").error("answerToInterested", "REQUIRED");
        decide(no, "排烟管道已经改到屋顶，经检测达标。").expect(200);
        city.settle();
        String decision = text(company, City.document(city.see(company, no), "APPROVAL_DECISION"));
        assertTrue(decision.contains("排烟管道已经改到屋顶，经检测达标"), decision);
        assertFalse(decision.contains("陈静"), decision);

        JsonNode done = city.see(window, no);
        assertEquals("COMPLETED", done.path("status").asText(), "his own way does not wait for that of others");
        String notice = City.document(done, "INTERESTED_DECISION_NOTICE");
        String said = text(neighbour, notice);
        assertTrue(said.contains("陈静：") && said.contains("准予行政许可") && said.contains("经检测达标"), said);
        assertTrue(said.contains("六十日内"), "where he can turn is in it");
        assertFalse(said.contains("王强"), said);
        company.get("/documents/" + notice).problem(404, "NOT_FOUND");
        assertTrue(mine(no).path("letters").toString().contains(notice));
        serve(no, "INTERESTED_DECISION_NOTICE");
        window.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                window,
                                no,
                                "SERVE",
                                "document",
                                notice,
                                "way",
                                "DIRECT",
                                "place",
                                "湖滨路9号",
                                "receiver",
                                "陈静"))
                .problem(409, "SERVED_ALREADY");
    }

    @Test
    void whatEndsOtherwiseIsWaitedForNoMore() {
        String no = told(false);
        city.settle();
        city.act(company, no, "WITHDRAW", "reason", "另行选址。");
        JsonNode matter = mine(no);
        assertEquals("CASE_ENDED", matter.path("state").asText());
        assertFalse(matter.path("canState").asBoolean());
        assertEquals(
                "CASE_ENDED", city.see(reviewer, no).at("/interested/0/state").asText());
        neighbour
                .post("/interests/" + matter.path("id").asText() + "/statement", Api.object("statement", "晚了。"))
                .problem(409, "INTEREST_CLOSED");
    }

    @Test
    void theApplicantLearnsNothingOfHimAndHeOfTheApplicantAMaskedName() {
        String no = told(true);
        city.settle();
        serve(no);
        city.settle();
        String letter = City.document(city.see(reviewer, no), "INTERESTED_PARTY_NOTICE");
        String receipt = City.document(city.see(reviewer, no), "SERVICE_RECEIPT");
        for (String his : new String[] {letter, receipt}) {
            company.get("/documents/" + his).problem(404, "NOT_FOUND");
        }
        String all = city.see(company, no).toString();
        for (String secret : new String[] {"陈静", "INTERESTED_PARTY_NOTICE", "湖滨路", letter, "油烟"}) {
            assertFalse(all.contains(secret), secret);
        }
        neighbour.get("/cases/" + no).problem(404, "NOT_FOUND");
        JsonNode matter = mine(no);
        assertTrue(matter.path("letters").toString().contains(letter));
        String text = text(neighbour, letter);
        assertTrue(text.contains("陈静：") && text.contains("五个工作日") && text.contains("要求听证"), text);
        String applicant = city.see(reviewer, no).at("/applicant/name").asText();
        assertTrue(text.contains(applicant.replaceAll("\\s", "")), text);
        assertFalse((text + matter).contains("王强"), text);
        company.get("/interests/" + matter.path("id").asText()).problem(404, "NOT_FOUND");
    }

    @Test
    void whoWaivesAtTheWindowOrLetsTheTimeGoByIsNotWaitedFor() {
        String waived = told(false);
        city.settle();
        String party = city.see(reviewer, waived).at("/interested/0/id").asText();
        window.post("/cases/" + waived + "/actions", city.action(window, waived, "RECORD_STATEMENT", "party", party))
                .problem(422, "INVALID")
                .error("statement", "REQUIRED");
        city.act(window, waived, "RECORD_STATEMENT", "party", party, "waived", true);
        decide(waived, null).expect(200);

        String lapsed = told(false);
        city.settle();
        serve(lapsed);
        LocalDate until = LocalDate.parse(mine(lapsed).path("until").asText());
        city.moveTo(until.plusDays(1).atTime(9, 0).atZone(ZONE).toInstant());
        JsonNode late = mine(lapsed);
        assertEquals("LAPSED", late.path("state").asText());
        neighbour
                .post("/interests/" + late.path("id").asText() + "/statement", Api.object("statement", "晚了。"))
                .problem(409, "INTEREST_TIME_OVER");
        decide(lapsed, null).expect(200);
    }

    @Test
    void heMayAskForAHearingAndTheApplicantCannotCallItOff() {
        String no = told(true);
        city.settle();
        serve(no);
        neighbour
                .post(
                        "/interests/" + mine(no).path("id").asText() + "/statement",
                        Api.object("statement", "油烟影响居住。", "hearing", true))
                .expect(201);
        JsonNode asked = city.see(company, no);
        assertEquals("ASKED", asked.at("/hearing/state").asText());
        assertFalse(asked.path("hearing").toString().contains("油烟"), "what he wants to be heard on is not shown");
        assertEquals("PAUSED", City.clock(asked, "LEGAL").path("state").asText());
        company.post("/cases/" + no + "/actions", city.action(company, no, "WAIVE_HEARING"))
                .problem(409, "HEARING_NOT_YOURS");
        decide(no, "x").problem(409, "HEARING_OPEN");
        Instant at = LocalDate.parse(asked.at("/hearing/holdBy").asText())
                .atTime(9, 30)
                .atZone(ZONE)
                .toInstant();
        city.act(reviewer, no, "SET_HEARING", "heldAt", at.toString(), "place", "政务服务中心三楼听证室", "hostStaffNo", "YZ1012");
        city.settle();
        assertTrue(mine(no).path("letters").toString().contains("听证通知书"), "he is told of it as the applicant is");
        city.moveTo(at.plus(Duration.ofHours(2)));
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(
                                reviewer,
                                no,
                                "RECORD_HEARING",
                                "attended",
                                "a",
                                "opinion",
                                "b",
                                "statement",
                                "c",
                                "findings",
                                "d",
                                "signed",
                                true))
                .problem(409, "HEARING_NOTICE_UNSERVED");
    }

    @Test
    void aHearingIsOpenedByTheOfficeItself() {
        String no = accepted();
        city.act(reviewer, no, "CLAIM");
        reviewer.post(
                        "/cases/" + no + "/actions",
                        city.action(reviewer, no, "START_SPECIAL_PROCEDURE", "type", "HEARING", "reason", "旧的办法。"))
                .problem(409, "USE_HEARING");
        city.act(reviewer, no, "OPEN_HEARING", "reason", "涉及整条街的公共利益。");
        review(no);
        assertEquals("ASKED", city.see(company, no).at("/hearing/state").asText());
        decide(no, null).problem(409, "HEARING_OPEN");
        Instant at = LocalDate.parse(
                        city.see(reviewer, no).at("/hearing/holdBy").asText())
                .atTime(9, 30)
                .atZone(ZONE)
                .toInstant();
        String place = "三楼听证室 " + no;
        city.act(reviewer, no, "SET_HEARING", "heldAt", at.toString(), "place", place, "hostStaffNo", "YZ1012");
        String announced = city.nobody().get("/hearings").expect(200).json().toString();
        assertTrue(announced.contains(place) && announced.contains("涉及整条街的公共利益"), announced);
        assertFalse(announced.contains("新味"), "who applied is not said");
    }

    @Test
    void refusalsNameTheFieldAndTheWayOut() {
        String no = accepted();
        tell(no, "王强", "999999198507150010", false).problem(422, "INVALID").error("number", "ID_NUMBER_CHECK");
        tell(no, "王强", "999999198507150011", false).problem(422, "INVALID").error("number", "APPLICANT");
        tell(no, "", CHENJING, false).problem(422, "INVALID").error("name", "REQUIRED");
        tell(no, "陈静", CHENJING, false).expect(200);
        tell(no, "陈静", CHENJING, false).problem(422, "INVALID").error("number", "TOLD_ALREADY");
        company.post(
                        "/cases/" + no + "/actions",
                        city.action(company, no, "TELL_INTERESTED_PARTY", "name", "x", "contact", "y", "ground", "z"))
                .problem(403, "FORBIDDEN");
        reviewer.get("/interests").problem(403, "FORBIDDEN");
    }

    private JsonNode mine(String no) {
        for (JsonNode one : neighbour.get("/interests").expect(200).json().path("items")) {
            if (one.path("caseNo").asText().equals(no)) {
                return one;
            }
        }
        throw new AssertionError("he was not told of " + no);
    }

    private Reply tell(String no, String name, String number, boolean hearing) {
        return reviewer.post(
                "/cases/" + no + "/actions",
                city.action(
                        reviewer,
                        no,
                        "TELL_INTERESTED_PARTY",
                        "name",
                        name,
                        "contact",
                        "湖滨路9号 13800000101",
                        "number",
                        number,
                        "ground",
                        "拟设餐饮场所的排烟口正对其住宅窗户，油烟关系到居住。",
                        "hearing",
                        hearing));
    }

    private String told(boolean hearing) {
        String no = accepted();
        tell(no, "陈静", CHENJING, hearing).expect(200);
        review(no);
        return no;
    }

    private void serve(String no) {
        serve(no, "INTERESTED_PARTY_NOTICE");
    }

    private void serve(String no, String kind) {
        city.act(
                window,
                no,
                "SERVE",
                "document",
                City.document(city.see(window, no), kind),
                "way",
                "DIRECT",
                "place",
                "湖滨路9号",
                "receiver",
                "陈静");
    }

    private Reply decide(String no, String answer) {
        Api director = city.as("market-director");
        Object[] fields = answer == null
                ? new Object[] {"decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条"}
                : new Object[] {
                    "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条", "answerToInterested", answer
                };
        return director.post("/cases/" + no + "/actions", city.action(director, no, "DECIDE", fields));
    }

    private void review(String no) {
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
    }

    private String accepted() {
        String draft = city.draft(
                company, city.forCompany(company, "food-business"), city.answers("food-business", "low-risk"));
        city.electronic(company, draft);
        String no = city.submit(company, draft);
        city.act(window, no, "ACCEPT");
        return no;
    }

    /** Without white space: where a line breaks says nothing. */
    private static String text(Api reader, String document) {
        byte[] pdf = reader.get("/documents/" + document).expect(200).bytes();
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
