package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** 听证 (行政许可法 §46–§48): told, asked for or waived, held and recorded, before anything is decided. */
@OnServer
class HearingIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final City city;
    private final Api company;
    private final Api reviewer;

    HearingIT(YiwangServer server) {
        this.city = new City(server);
        this.company = city.as("wangqiang");
        this.reviewer = city.as("market-reviewer");
    }

    @Test
    void nothingIsDecidedBeforeTheTimeToAskIsOver() {
        String no = told();
        city.settle();
        JsonNode right = city.see(company, no).path("hearing");
        assertEquals("TOLD", right.path("state").asText());
        JsonNode clock = City.clock(city.see(company, no), "HEARING_REQUEST");
        assertEquals(right.path("until").asText(), clock.path("dueOn").asText());
        assertEquals(5, clock.path("limit").asInt());
        assertEquals("WORKDAY", clock.path("unit").asText());
        decide(no).problem(409, "HEARING_TIME_RUNS");
        LocalDate until = LocalDate.parse(right.path("until").asText());
        city.moveTo(until.plusDays(1).atTime(9, 0).atZone(ZONE).toInstant());
        assertEquals(
                "LAPSED", city.see(company, no).path("hearing").path("state").asText());
        company.post("/cases/" + no + "/actions", city.action(company, no, "ASK_HEARING"))
                .problem(409, "HEARING_TIME_OVER");
        decide(no).expect(200);
    }

    @Test
    void onPaperHisTimeBeginsWhenTheNoticeIsServed() {
        String no = told(false);
        city.settle();
        assertTrue(city.see(company, no).path("hearing").path("until").isMissingNode());
        decide(no).problem(409, "HEARING_NOT_SERVED");
        serve(no, "HEARING_RIGHT_NOTICE");
        decide(no).problem(409, "HEARING_TIME_RUNS");
        city.act(company, no, "ASK_HEARING");
        set(no);
        city.settle();
        record(no).problem(409, "HEARING_NOTICE_UNSERVED");
        serve(no, "HEARING_NOTICE");
        record(no).problem(409, "HEARING_NOT_YET");
    }

    @Test
    void whoWaivesItIsNotWaitedFor() {
        String no = told();
        city.settle();
        city.act(company, no, "WAIVE_HEARING");
        assertEquals(
                "WAIVED", city.see(company, no).path("hearing").path("state").asText());
        company.post("/cases/" + no + "/actions", city.action(company, no, "ASK_HEARING"))
                .problem(409, "HEARING_NOT_OFFERED");
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "TELL_HEARING_RIGHT", "reason", "再次。"))
                .problem(409, "HEARING_TOLD_ALREADY");
        decide(no).expect(200);
    }

    @Test
    void whatIsDecidedAfterAHearingCitesItsRecord() {
        String no = told();
        city.settle();
        city.act(company, no, "ASK_HEARING", "request", "排烟方案符合标准。");
        JsonNode asked = city.see(company, no);
        assertEquals("IN_REVIEW", asked.path("status").asText(), "the case stays where it is");
        assertEquals("PAUSED", City.clock(asked, "LEGAL").path("state").asText());
        assertEquals(20, City.clock(asked, "SPECIAL").path("limit").asInt());
        decide(no).problem(409, "HEARING_OPEN");
        record(no).problem(409, "HEARING_NOT_SET");
        Instant at = set(no);
        decide(no).problem(409, "HEARING_OPEN");
        city.settle();
        record(no).problem(409, "HEARING_NOT_YET");
        String notice = text(company, "HEARING_NOTICE", no);
        assertTrue(notice.contains("政务服务中心三楼听证室") && notice.contains("杨帆"), notice);
        city.moveTo(at.plus(Duration.ofHours(2)));
        record(no).expect(200);
        assertEquals(
                "RUNNING",
                City.clock(city.see(company, no), "LEGAL").path("state").asText(),
                "the legal time runs on");
        city.settle();
        String record = text(company, "HEARING_RECORD", no);
        assertTrue(record.contains("听证笔录") && record.contains("重新设计排烟管道"), record);
        decide(no).expect(200);
        city.settle();
        JsonNode done = city.see(company, no);
        String number = "";
        for (JsonNode document : done.path("documents")) {
            number = document.path("kind").asText().equals("HEARING_RECORD")
                    ? document.path("number").asText()
                    : number;
        }
        String decision = text(company, "APPROVAL_DECISION", no);
        assertTrue(decision.contains("本决定根据听证笔录（" + number + "）作出"), decision);
    }

    @Test
    void aHearingIsToldSevenWorkdaysBeforeAndPresidedByAnOutsider() {
        String no = told();
        city.settle();
        city.act(company, no, "ASK_HEARING");
        Instant tooSoon = city.now().plus(Duration.ofDays(2));
        plan(no, tooSoon, "YZ1012").problem(422, "INVALID").error("heldAt", "OUT_OF_RANGE");
        plan(no, city.now().plus(Duration.ofDays(60)), "YZ1012")
                .problem(422, "INVALID")
                .error("heldAt", "OUT_OF_RANGE");
        plan(no, lastDay(no), "YZ1014").problem(422, "INVALID").error("hostStaffNo", "EXAMINES");
        plan(no, lastDay(no), "YZ1018").problem(422, "INVALID").error("hostStaffNo", "UNKNOWN_VALUE");
        plan(no, lastDay(no), "YZ1012").expect(200);
        city.act(company, no, "WAIVE_HEARING");
        JsonNode off = city.see(company, no);
        assertEquals("CALLED_OFF", off.path("hearing").path("state").asText());
        assertEquals("RUNNING", City.clock(off, "LEGAL").path("state").asText());
        decide(no).expect(200);
    }

    @Test
    void onlyTheApplicantsSideAsksAndOnlyTheDeskTells() {
        String no = told();
        city.settle();
        reviewer.post("/cases/" + no + "/actions", city.action(reviewer, no, "ASK_HEARING"))
                .problem(403, "FORBIDDEN");
        company.post("/cases/" + no + "/actions", city.action(company, no, "TELL_HEARING_RIGHT", "reason", "x"))
                .problem(403, "FORBIDDEN");
        ObjectNode foreign = city.action(company, no, "ASK_HEARING");
        city.as("chenjing").post("/cases/" + no + "/actions", foreign).problem(404, "NOT_FOUND");
        assertFalse(
                city.see(company, no).path("allowedActions").toString().contains("SET_HEARING"), "the desk sets it");
        city.act(city.as("window-1"), no, "ASK_HEARING", "request", "当面提出。");
        assertEquals(
                "ASKED", city.see(company, no).path("hearing").path("state").asText());
    }

    private Instant set(String no) {
        Instant at = lastDay(no);
        plan(no, at, "YZ1012").expect(200);
        return at;
    }

    /** The last day on which it may be held, in the morning. */
    private Instant lastDay(String no) {
        LocalDate day = LocalDate.parse(
                city.see(reviewer, no).path("hearing").path("holdBy").asText());
        return day.atTime(9, 30).atZone(ZONE).toInstant();
    }

    private Reply plan(String no, Instant at, String host) {
        return reviewer.post(
                "/cases/" + no + "/actions",
                city.action(
                        reviewer,
                        no,
                        "SET_HEARING",
                        "heldAt",
                        at.toString(),
                        "place",
                        "政务服务中心三楼听证室",
                        "hostStaffNo",
                        host));
    }

    private Reply record(String no) {
        return reviewer.post(
                "/cases/" + no + "/actions",
                city.action(
                        reviewer,
                        no,
                        "RECORD_HEARING",
                        "attended",
                        "申请人代表王强；审查人员唐越。",
                        "opinion",
                        "排烟口距居民窗户不足10米。",
                        "statement",
                        "已委托重新设计排烟管道，提交设计图。",
                        "findings",
                        "双方对改造方案没有争议。",
                        "signed",
                        true));
    }

    private Reply decide(String no) {
        Api director = city.as("market-director");
        return director.post(
                "/cases/" + no + "/actions",
                city.action(
                        director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《食品安全法》第三十五条"));
    }

    private void serve(String no, String letter) {
        Api window = city.as("window-1");
        city.act(
                window,
                no,
                "SERVE",
                "document",
                City.document(city.see(window, no), letter),
                "way",
                "DIRECT",
                "place",
                "政务服务中心一楼",
                "receiver",
                "王强");
    }

    /** Reviewed, told, and waiting for the decision. */
    private String told() {
        return told(true);
    }

    private String told(boolean electronically) {
        String draft = city.draft(
                company, city.forCompany(company, "food-business"), city.answers("food-business", "low-risk"));
        if (electronically) {
            city.electronic(company, draft);
        } else {
            city.pickUp(company, draft);
        }
        String no = city.submit(company, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(reviewer, no, "TELL_HEARING_RIGHT", "reason", "排烟口位置直接关系到楼上住户的重大利益。");
        city.act(reviewer, no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        return no;
    }

    /** Without white space: where a line breaks says nothing. */
    private String text(Api reader, String kind, String no) {
        byte[] pdf = reader.get("/documents/" + City.document(city.see(reader, no), kind))
                .expect(200)
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
