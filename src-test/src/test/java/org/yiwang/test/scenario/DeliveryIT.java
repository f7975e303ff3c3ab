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
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/**
 * 出件与送达: the card is made, fetched against identity or posted; each letter is served once, in a way of the law; what is
 * over goes into the archive by itself.
 */
@OnServer
class DeliveryIT {

    private static final String CHENJING = "999999199304180020";
    private static final String WANGQIANG = "999999198507150011";
    private static final String ADDRESS = "云州市云东区东湖路 18 号";
    private static final Duration DAY = Duration.ofDays(1);

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api citizen;
    private final Api window;

    DeliveryIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("chenjing");
        this.window = city.as("result-1");
    }

    /** Tests share their people: what one let another do ends with the test. */
    @AfterEach
    void takeMandatesBack() {
        for (JsonNode one :
                citizen.get("/mandates?given=true").expect(200).json().path("items")) {
            citizen.request("DELETE", "/mandates/" + one.path("number").asText())
                    .send()
                    .expect(204);
        }
    }

    // ---- 制证、待领取

    @Test
    void aCardIsMadeBeforeItIsIssuedAndLiesReadyForItsHolder() {
        String no = granted("PICKUP", false);
        JsonNode making = city.see(citizen, no);
        assertEquals("CERTIFYING", making.path("status").asText());
        assertEquals("RUNNING", City.clock(making, "LEGAL").path("state").asText(), "制作发放: the card is not there yet");
        assertEquals(List.of("certify"), work(no));
        refused(no, 409, "ILLEGAL_ACTION", "DELIVER", "receiver", "陈静");
        refused(no, 409, "NO_ADDRESS", "DISPATCH");
        refused(no, 422, "INVALID", "CERTIFY");
        city.act(window, no, "CERTIFY", "serialNo", "YD00000001");

        JsonNode ready = city.see(citizen, no);
        assertEquals("AWAITING_PICKUP", ready.path("status").asText());
        assertEquals("STOPPED", City.clock(ready, "LEGAL").path("state").asText());
        assertEquals("PAUSED", City.clock(ready, "DELIVER").path("state").asText(), "the office has done its part");
        assertEquals("RUNNING", City.clock(ready, "PICKUP").path("state").asText());
        JsonNode pickup = ready.at("/service/pickup");
        assertTrue(pickup.path("place").asText().contains("政务服务中心"), pickup.toString());
        LocalDate until = LocalDate.parse(pickup.path("until").asText());
        assertFalse(until.isBefore(city.today().plusDays(7)), "a week, and then a day on which the window is open");
        assertEquals(List.of("handout"), work(no));
        refused(no, 409, "ILLEGAL_ACTION", "CERTIFY", "serialNo", "YD00000002");
        assertTrue(listed("HAND_OUT", no), "the hand-out list has it");
        assertFalse(listed("CERTIFY", no));
    }

    @Test
    void theWindowHandsItOutToItsHolderOnlyAndTheSlipSaysToWhom() {
        String no = ready();
        refused(no, 422, "INVALID", "DELIVER", "receiver", "陈静", "idNumber", CHENJING)
                .error("identityChecked", "REQUIRED");
        refused(no, 422, "INVALID", "DELIVER", "receiver", "王强", "idNumber", WANGQIANG, "identityChecked", true)
                .error("idNumber", "NOT_ENTITLED");
        refused(no, 422, "INVALID", "DELIVER", "receiver", "陈晶", "idNumber", CHENJING, "identityChecked", true)
                .error("receiver", "NAME_MISMATCH");
        refused(
                        no,
                        422,
                        "INVALID",
                        "DELIVER",
                        "receiver",
                        "张三",
                        "idNumber",
                        "999999199001010016",
                        "identityChecked",
                        true)
                .error("idNumber", "NOT_ENTITLED");
        city.act(window, no, "DELIVER", "receiver", "陈静", "idNumber", CHENJING, "identityChecked", true);
        city.settle();
        JsonNode done = completed(no);
        String slip = text(done, "HANDOUT_SLIP");
        for (String said : List.of("领取登记单", "陈静", "申请人本人", "居住证", "YD00000001", "扫码评价")) {
            assertTrue(slip.contains(said), said + " in " + slip);
        }
        assertFalse(slip.contains(CHENJING), "the number is masked");
        byte[] paper = citizen.get("/documents/" + City.document(done, "HANDOUT_SLIP"))
                .expect(200)
                .bytes();
        String token = window.post("/ratings/links", Api.object("caseNo", no))
                .expect(201)
                .text("/token");
        assertTrue(
                PaperCodes.read(paper).stream().anyMatch(code -> code.endsWith("/rate/" + token)),
                "and he can rate it from the slip");
        String receipt = text(done, "SERVICE_RECEIPT");
        for (String said : List.of("送达回证", "直接送达", "陈静", "居住证", "受理通知书")) {
            assertTrue(receipt.contains(said), said + " in " + receipt);
        }
        assertTrue(allServed(done, "DIRECT"), done.path("servings").toString());
    }

    @Test
    void whoHasThePowerToCollectMayFetchItAndTheRecordNamesTheMandate() {
        String no = ready();
        give("APPLY");
        refused(no, 422, "INVALID", "DELIVER", "receiver", "王强", "idNumber", WANGQIANG, "identityChecked", true)
                .error("idNumber", "NOT_ENTITLED");
        String mandate = give("COLLECT").path("number").asText();
        city.act(window, no, "DELIVER", "receiver", "王强", "idNumber", WANGQIANG, "identityChecked", true);
        city.settle();
        String slip = text(completed(no), "HANDOUT_SLIP");
        assertTrue(slip.contains("受委托人") && slip.contains(mandate), slip);
        assertTrue(traces.event(no, "RESULT_DELIVERED").contains(mandate));
    }

    @Test
    void onlyTheWindowHandsOut() {
        String no = ready();
        Api director = city.as("police-director");
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DELIVER", "receiver", "x", "identityChecked", true))
                .problem(403, "FORBIDDEN");
        citizen.get("/handouts").problem(403, "FORBIDDEN");
        window.get("/handouts?task=ALL").problem(422, "INVALID").error("task", "UNKNOWN_VALUE");
    }

    @Test
    void whatIsNotFetchedIsRememberedThreeTimes() {
        String no = ready();
        for (int reminder = 1; reminder <= 3; reminder++) {
            LocalDate due = LocalDate.parse(
                    City.clock(city.see(citizen, no), "PICKUP").path("dueOn").asText());
            city.moveTo(due.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
            city.settle();
            assertEquals(
                    reminder,
                    db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.pickupReminder'", no));
        }
        city.move(Duration.ofDays(40));
        city.settle();
        assertEquals(
                3, db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.pickupReminder'", no));
        assertEquals("AWAITING_PICKUP", city.see(citizen, no).path("status").asText(), "it is kept for him");
        assertEquals(
                0,
                db.number("SELECT count(*) FROM supervision_order WHERE case_no = ? AND clock_kind = 'DELIVER'", no),
                "that he does not come is not the office's lateness");
    }

    // ---- 寄递

    @Test
    void theCourierTakesItAndItsSignatureIsTheServiceOfIt() {
        String no = made(ADDRESS);
        assertEquals(List.of("post"), work(no));
        city.act(window, no, "DISPATCH");
        city.settle();
        JsonNode sent = city.see(citizen, no);
        assertEquals("IN_DELIVERY", sent.path("status").asText());
        String number = sent.at("/service/parcel/trackingNo").asText();
        assertTrue(number.startsWith("YS"), number);
        assertTrue(sent.at("/service/parcel/courier").asText().contains("替身"), "a stand-in says that it is one");
        refused(no, 409, "ILLEGAL_ACTION", "DISPATCH");
        refused(no, 409, "ILLEGAL_ACTION", "DELIVER", "receiver", "陈静");
        city.move(DAY.multipliedBy(3));
        city.settle();
        JsonNode done = completed(no);
        assertEquals("DELIVERED", done.at("/service/parcel/state").asText());
        assertTrue(allServed(done, "POST"), done.path("servings").toString());
        String receipt = text(done, "SERVICE_RECEIPT");
        assertTrue(receipt.contains("邮寄送达") && receipt.contains(number), receipt);
    }

    @Test
    @DisplayName("邮件退回 → 转窗口")
    void returnedMailWaitsAtTheWindowAndTheApplicantIsTold() {
        String no = made(ADDRESS + "（查无此人）");
        city.act(window, no, "DISPATCH");
        city.settle();
        city.move(DAY.multipliedBy(4));
        city.settle();
        JsonNode back = city.see(citizen, no);
        assertEquals("AWAITING_PICKUP", back.path("status").asText());
        assertEquals("PICKUP", back.at("/service/method").asText());
        assertEquals("RETURNED", back.at("/service/parcel/state").asText());
        assertEquals(List.of("handout"), work(no));
        assertEquals(1, db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.mailReturned'", no));
        city.act(window, no, "DELIVER", "receiver", "陈静", "idNumber", CHENJING, "identityChecked", true);
        completed(no);
    }

    @Test
    void aWaybillFilledInByHandIsFollowedByTheWindow() {
        String no = made(ADDRESS);
        city.act(window, no, "DISPATCH", "trackingNo", "EMS1234567890");
        assertEquals(
                "EMS1234567890",
                city.see(citizen, no).at("/service/parcel/trackingNo").asText());
        refused(no, 422, "INVALID", "RECORD_MAIL").error("outcome", "REQUIRED");
        refused(no, 422, "INVALID", "RECORD_MAIL", "outcome", "RETURNED").error("reason", "REQUIRED");
        city.act(window, no, "RECORD_MAIL", "outcome", "RECEIVED", "receiver", "陈静");
        completed(no);
        city.move(DAY.multipliedBy(7));
        city.settle();
        assertEquals(0, db.number("SELECT count(*) FROM parcel WHERE case_no = ? AND next_look_at IS NOT NULL", no));
    }

    @Test
    @DisplayName("电子送达须同意")
    void nothingIsPostedWithoutAnAddress() {
        String no = granted("PICKUP", false);
        refusedBy(citizen, no, 422, "INVALID", "CHANGE_SERVICE", "method", "POST")
                .error("address", "REQUIRED");
        refusedBy(citizen, no, 422, "INVALID", "CHANGE_SERVICE", "method", "ELECTRONIC")
                .error("eServiceConsent", "CONSENT");
        city.act(citizen, no, "CHANGE_SERVICE", "method", "POST", "address", ADDRESS, "phone", "13800138000");
        city.act(window, no, "CERTIFY", "serialNo", "YD00000003");
        city.act(window, no, "DISPATCH");
        refusedBy(citizen, no, 409, "ILLEGAL_ACTION", "CHANGE_SERVICE", "method", "PICKUP");
    }

    // ---- 电子送达

    @Test
    void whoWantsItElectronicallyNeedsNoCard() {
        String no = granted("PICKUP", false);
        city.act(citizen, no, "CHANGE_SERVICE", "method", "ELECTRONIC", "eServiceConsent", true);
        city.settle();
        JsonNode done = completed(no);
        assertTrue(allServed(done, "ELECTRONIC"), done.path("servings").toString());
        assertTrue(text(done, "SERVICE_RECEIPT").contains("电子送达"));
        assertEquals(
                0,
                db.number(
                        "SELECT count(*) FROM case_record r JOIN case_file c ON c.id = r.case_id"
                                + " WHERE c.case_no = ? AND r.kind = 'CERTIFICATION'",
                        no));
    }

    @Test
    void whatLiesReadyMayStillArriveElectronicallyButGoesToThePostNoMore() {
        String no = ready();
        refusedBy(
                citizen,
                no,
                409,
                "READY_AT_WINDOW",
                "CHANGE_SERVICE",
                "method",
                "POST",
                "address",
                ADDRESS,
                "phone",
                "13800138000");
        city.act(citizen, no, "CHANGE_SERVICE", "method", "ELECTRONIC", "eServiceConsent", true);
        completed(no);
    }

    @Test
    void aLetterArrivesWhereThereIsAnAccountAndElseTheResultGoesToTheWindow() {
        Api clerk = city.as("window-1");
        ObjectNode order = Api.object(
                "itemCode",
                "cross-medical",
                "applicant",
                Api.object("name", "周无号", "idType", "ID_CARD", "number", nobody(), "phone", "13900001111"));
        String draft = city.draft(clerk, order, city.answers("cross-medical"));
        String no = city.submit(clerk, draft);
        city.settle();
        JsonNode bounced = city.see(clerk, no);
        assertEquals(
                "AWAITING_PICKUP",
                bounced.path("status").asText(),
                bounced.path("sentence").asText());
        assertFalse(bounced.at("/service/electronic").asBoolean());
        assertEquals(1, db.number("SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'case.bounced'", no));
    }

    // ---- 送达回证

    @Test
    @DisplayName("电子送达须同意 · 拒签 → 留置+见证")
    void aRefusedDecisionIsLeftBeforeAWitnessByTwo() {
        String no = denied();
        String letter = City.document(city.see(window, no), "DENIAL_DECISION");
        assertEquals(List.of("serve"), work(no));
        refused(no, 422, "INVALID", "SERVE", "document", letter, "way", "LEFT", "place", ADDRESS, "refusal", "不认可")
                .error("witness", "REQUIRED")
                .error("withStaffNo", "REQUIRED");
        refused(
                        no,
                        422,
                        "INVALID",
                        "SERVE",
                        "document",
                        letter,
                        "way",
                        "LEFT",
                        "place",
                        ADDRESS,
                        "refusal",
                        "不认可",
                        "witness",
                        "东湖社区 孙敏",
                        "withStaffNo",
                        "YZ9999")
                .error("withStaffNo", "SECOND_OFFICER");
        refused(no, 422, "INVALID", "SERVE", "document", letter, "way", "ELECTRONIC")
                .error("way", "CONSENT");
        refused(no, 422, "INVALID", "SERVE", "document", letter, "way", "DIRECT", "place", ADDRESS)
                .error("receiver", "REQUIRED");
        refused(
                        no,
                        422,
                        "INVALID",
                        "SERVE",
                        "document",
                        letter,
                        "way",
                        "DIRECT",
                        "place",
                        ADDRESS,
                        "receiver",
                        "陈静",
                        "servedAt",
                        city.now().plus(DAY).toString())
                .error("servedAt", "OUT_OF_RANGE");
        city.act(
                window,
                no,
                "SERVE",
                "document",
                letter,
                "way",
                "LEFT",
                "place",
                ADDRESS,
                "refusal",
                "不认可决定，拒绝签收",
                "witness",
                "东湖社区居委会 孙敏",
                "withStaffNo",
                "YZ1002");
        city.settle();
        JsonNode done = completed(no);
        String receipt = text(done, "SERVICE_RECEIPT");
        for (String said : List.of("留置送达", "拒绝签收", "孙敏", "视为送达")) {
            assertTrue(receipt.contains(said), said + " in " + receipt);
        }
        refused(
                no,
                409,
                "SERVED_ALREADY",
                "SERVE",
                "document",
                letter,
                "way",
                "DIRECT",
                "place",
                ADDRESS,
                "receiver",
                "陈静");
    }

    @Test
    void aPublicNoticeCountsAsServiceAfterThirtyDays() {
        String no = denied();
        String letter = City.document(city.see(window, no), "DENIAL_DECISION");
        ObjectNode notice = city.action(
                window,
                no,
                "SERVE",
                "document",
                letter,
                "way",
                "PUBLIC_NOTICE",
                "place",
                "云州市政务服务网公告栏",
                "reason",
                "受送达人下落不明，邮寄两次退回");
        window.post("/cases/" + no + "/actions", notice).expect(200);
        assertEquals("DENIED", city.see(citizen, no).path("status").asText(), "not yet served");
        refused(
                no,
                409,
                "NOTICE_RUNS",
                "SERVE",
                "document",
                letter,
                "way",
                "PUBLIC_NOTICE",
                "place",
                "公告栏",
                "reason",
                "下落不明");
        city.move(DAY.multipliedBy(29));
        city.settle();
        assertEquals("DENIED", city.see(citizen, no).path("status").asText());
        city.move(DAY.multipliedBy(6));
        city.settle();
        assertTrue(text(completed(no), "SERVICE_RECEIPT").contains("公告送达"));
    }

    @Test
    void lettersBeforeTheDecisionAreServedOnceEach() {
        String draft = city.draft(citizen, "residence-permit");
        city.pickUp(citizen, draft);
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.settle();
        String letter = City.document(city.see(window, no), "ACCEPT_NOTICE");
        String receipt = City.document(city.see(window, no), "MATERIAL_RECEIPT");
        refused(no, 409, "NOT_TO_BE_SERVED", "SERVE", "document", receipt, "way", "DIRECT", "place", "窗口");
        city.act(window, no, "SERVE", "document", letter, "way", "DIRECT", "place", "综合窗口", "receiver", "陈静");
        JsonNode served = city.see(citizen, no);
        assertEquals("ACCEPTED", served.path("status").asText(), "the case stays where it is");
        assertEquals("DIRECT", served.at("/servings/0/way").asText());
        refused(
                no,
                409,
                "SERVED_ALREADY",
                "SERVE",
                "document",
                letter,
                "way",
                "DIRECT",
                "place",
                "综合窗口",
                "receiver",
                "陈静");
    }

    // ---- 归档

    @Test
    void whatIsOverAndServedGoesIntoTheArchiveAndRefusesEverything() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(citizen, no, "WITHDRAW", "reason", "不办了");
        city.settle();
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM case_clock k JOIN case_file c ON c.id = k.case_id"
                                + " WHERE c.case_no = ? AND k.kind = 'ARCHIVE' AND k.state = 'RUNNING'",
                        no));
        city.move(DAY.multipliedBy(95));
        city.settle();
        JsonNode archived = city.see(citizen, no);
        assertFalse(archived.path("archivedAt").asText().isEmpty());
        assertEquals("WITHDRAWN", archived.path("status").asText(), "a flag beside the state");
        assertTrue(
                archived.path("allowedActions").isEmpty(),
                archived.path("allowedActions").toString());
        refusedBy(citizen, no, 409, "ARCHIVED", "RATE", "level", 5);
        refusedBy(citizen, no, 409, "ARCHIVED", "WITHDRAW", "reason", "再撤一次");
        refusedBy(window, no, 409, "ARCHIVED", "SERVE");
    }

    @Test
    void whatWasNotServedIsNotArchived() {
        String draft = city.draft(citizen, "elder-allowance");
        city.pickUp(citizen, draft);
        String no = city.submit(citizen, draft);
        city.act(citizen, no, "WITHDRAW", "reason", "不办了");
        city.settle();
        assertEquals(List.of("serve"), work(no), "the notice is for the window to serve");
        city.move(DAY.multipliedBy(95));
        city.settle();
        assertTrue(city.see(citizen, no).path("archivedAt").isMissingNode());
        String letter = City.document(city.see(window, no), "TERMINATION_NOTICE");
        city.act(window, no, "SERVE", "document", letter, "way", "DIRECT", "place", "综合窗口", "receiver", "陈静");
        city.settle();
        assertEquals(List.of(), work(no));
        city.move(DAY.multipliedBy(95));
        city.settle();
        assertFalse(city.see(citizen, no).path("archivedAt").asText().isEmpty());
    }

    // ---- ways

    private Reply refused(String no, int status, String code, String action, Object... fields) {
        return refusedBy(window, no, status, code, action, fields);
    }

    private Reply refusedBy(Api who, String no, int status, String code, String action, Object... fields) {
        Reply[] reply = new Reply[1];
        ObjectNode body = city.action(who, no, action, fields);
        traces.unchanged(
                no, () -> reply[0] = who.post("/cases/" + no + "/actions", body).problem(status, code));
        return reply[0];
    }

    private JsonNode completed(String no) {
        JsonNode done = city.see(citizen, no);
        assertEquals("COMPLETED", done.path("status").asText());
        assertEquals("STOPPED", City.clock(done, "DELIVER").path("state").asText(), "stops when served");
        assertTrue(city.see(window, no).path("workItems").isEmpty(), "nothing is left to do");
        return done;
    }

    private static boolean allServed(JsonNode view, String way) {
        for (JsonNode letter : view.path("servings")) {
            if (!letter.path("way").asText().equals(way)
                    || letter.path("servedAt").asText().isEmpty()) {
                return false;
            }
        }
        return !view.path("servings").isEmpty();
    }

    private List<String> work(String no) {
        return city.see(window, no).path("workItems").findValuesAsText("step");
    }

    private boolean listed(String task, String no) {
        String after = "";
        do {
            JsonNode page = window.get("/handouts?task=" + task + "&limit=100" + after)
                    .expect(200)
                    .json();
            if (page.path("items").findValuesAsText("caseNo").contains(no)) {
                return true;
            }
            after = page.path("next").asText("");
            after = after.isEmpty() || after.equals("null") ? "" : "&after=" + after;
        } while (!after.isEmpty());
        return false;
    }

    private String text(JsonNode view, String kind) {
        byte[] pdf = citizen.get("/documents/" + City.document(view, kind))
                .expect(200)
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode give(String power) {
        return citizen.post(
                        "/mandates",
                        Api.object(
                                "kind",
                                "ENTRUSTED",
                                "agentName",
                                "王强",
                                "agentNumber",
                                WANGQIANG,
                                "validTo",
                                city.today().plusDays(30).toString(),
                                "powers",
                                List.of(power),
                                "items",
                                List.of("residence-permit")))
                .expect(201)
                .json();
    }

    private String ready() {
        String no = granted("PICKUP", false);
        city.act(window, no, "CERTIFY", "serialNo", "YD00000001");
        return no;
    }

    private String made(String address) {
        String no = granted("POST", address, false);
        city.act(window, no, "CERTIFY", "serialNo", "YD00000002");
        return no;
    }

    private String granted(String method, boolean consent) {
        return granted(method, ADDRESS, consent);
    }

    /** A granted residence permit whose documents are made. */
    private String granted(String method, String address, boolean consent) {
        String no = reviewed(method, address, consent, true);
        decide(no, "GRANT");
        return no;
    }

    private String denied() {
        String no = reviewed("PICKUP", ADDRESS, false, false);
        decide(no, "DENY");
        assertEquals("DENIED", city.see(citizen, no).path("status").asText());
        return no;
    }

    private void decide(String no, String decision) {
        city.act(
                city.as("police-director"),
                no,
                "DECIDE",
                "decision",
                decision,
                "reason",
                "经核查。",
                "legalBasis",
                "《居住证暂行条例》第二条");
        city.settle();
    }

    private String reviewed(String method, String address, boolean consent, boolean passed) {
        String draft = city.draft(citizen, "residence-permit");
        citizen.put("/drafts/" + draft + "/service")
                .ifMatch(citizen.get("/drafts/" + draft).expect(200).text("/version"))
                .json(Api.object(
                        "method", method, "address", address, "phone", "13800138000", "eServiceConsent", consent))
                .send()
                .expect(200);
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(
                city.as("post-officer-1"),
                no,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1010",
                "checkedAt",
                city.now().toString(),
                "place",
                ADDRESS,
                "findings",
                "已走访。",
                "passed",
                passed,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", passed ? "AGREE" : "DISAGREE", "text", "已审核。");
        return no;
    }

    /** The number of somebody nobody has heard of (GB 11643). */
    private static String nobody() {
        String body = "99999919900101"
                + String.format("%03d", ThreadLocalRandom.current().nextInt(100, 1000));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
