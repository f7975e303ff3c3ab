package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;
import org.yiwang.test.YiwangServer;

/** 拒绝: what is wrong, foreign, forbidden or too late is refused with a reason and leaves nothing behind. */
@OnServer
class RefusalsIT {

    private static final String NOBODYS_UUID = "00000000-0000-4000-8000-000000000000";

    private final City city;
    private final Db db;
    private final CaseTraces traces;
    private final Api citizen;
    private final Api stranger;

    RefusalsIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.traces = new CaseTraces(city, db);
        this.citizen = city.as("chenjing");
        this.stranger = city.as("wangqiang");
    }

    // ---- what is filled in

    @Test
    void everythingMissingOrWrongIsSaidAtOnceAndNoCaseIsMade() {
        ObjectNode answers = city.answers("elder-allowance");
        answers.remove("bankName");
        answers.put("elderIdNumber", "999999194003150029")
                .put("livingWith", "with-a-dragon")
                .put("bankAccount", "12");
        answers.withArray("contacts").removeAll();
        String draft = city.draft(citizen, "elder-allowance", answers);
        List<String> said = citizen.get("/drafts/" + draft).at("/problems").findValuesAsText("path");
        Reply refused = citizen.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.bankName", "REQUIRED")
                .error("answers.elderIdNumber", "ID_NUMBER_CHECK")
                .error("answers.bankAccount", "BANK_ACCOUNT_FORMAT");
        assertEquals(said, refused.at("/errors").findValuesAsText("path"), "the draft said the same before");
        assertEquals(0, traces.casesOf(draft));
    }

    @Test
    void aDraftWithoutAnAnswerOrMaterialIsNoApplication() {
        String draft = citizen.post("/drafts", Api.object("itemCode", "residence-permit"))
                .expect(201)
                .text("/id");
        citizen.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .error("answers.homePlace", "REQUIRED")
                .error("materials.photo", "REQUIRED");
        assertEquals(0, traces.casesOf(draft));
    }

    @Test
    void aWrongNumberAtTheWindowIsSaidAndNobodyIsRegistered() {
        long before = db.number("SELECT count(*) FROM party");
        Api clerk = city.as("window-1");
        for (var wrong : Map.of("999999199001010017", "ID_NUMBER_CHECK", "9999991990", "ID_NUMBER_FORMAT")
                .entrySet()) {
            clerk.post(
                            "/drafts",
                            Api.object(
                                    "itemCode",
                                    "elder-allowance",
                                    "applicant",
                                    Api.object(
                                            "name",
                                            "张三",
                                            "idType",
                                            "ID_CARD",
                                            "number",
                                            wrong.getKey(),
                                            "phone",
                                            "13800000999")))
                    .problem(422, "INVALID")
                    .error("applicant.number", wrong.getValue());
        }
        clerk.post(
                        "/drafts",
                        Api.object(
                                "itemCode",
                                "elder-allowance",
                                "applicant",
                                Api.object(
                                        "name",
                                        "某公司",
                                        "idType",
                                        "CREDIT_CODE",
                                        "number",
                                        "91000000MA0000000P",
                                        "phone",
                                        "13800000999")))
                .problem(422, "INVALID")
                .error("applicant.number", "CREDIT_CODE_CHECK");
        assertEquals(before, db.number("SELECT count(*) FROM party"));
    }

    // ---- what is not his

    @ParameterizedTest
    @ValueSource(strings = {"/cases/", "/drafts/", "/documents/", "/items/", "/verifications/"})
    void anIdThatIsNoneIsNotFound(String path) {
        for (String id : List.of(
                "1", "-1", "0x1", "%27%20OR%201=1--", "..%2F..%2Fclock", NOBODYS_UUID, "999900202611210000001")) {
            Reply reply = citizen.get(path + id);
            reply.expect(400, 404);
            if (reply.status() == 404) {
                reply.problem(404, "NOT_FOUND");
            }
        }
    }

    @Test
    void someoneElsesDraftDoesNotExist() {
        String draft = city.draft(citizen, "elder-allowance");
        String at = "/drafts/" + draft;
        stranger.get(at).problem(404, "NOT_FOUND");
        stranger.put(at + "/answers")
                .ifMatch("1")
                .json(Api.object("bankName", "x"))
                .send()
                .problem(404, "NOT_FOUND");
        stranger.put(at + "/service")
                .ifMatch("1")
                .json(Api.object("method", "PICKUP", "eServiceConsent", false))
                .send()
                .problem(404, "NOT_FOUND");
        stranger.post(at + "/materials/id-card")
                .file("file", "a.pdf", "application/pdf", City.pdf())
                .send()
                .problem(404, "NOT_FOUND");
        stranger.post(at + "/submission", Api.object()).problem(404, "NOT_FOUND");
        city.as("window-1").post(at + "/submission", Api.object()).problem(404, "NOT_FOUND");
        assertEquals(0, traces.casesOf(draft));
    }

    @Test
    void someoneElsesCaseAndItsDocumentsDoNotExist() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.settle();
        String receipt = City.document(city.see(citizen, no), "MATERIAL_RECEIPT");
        long version = city.see(citizen, no).path("version").asLong();
        for (Api other : List.of(stranger, city.as("estate-director"), city.as("traffic-reviewer"))) {
            other.get("/cases/" + no).problem(404, "NOT_FOUND");
            other.get("/documents/" + receipt).problem(404, "NOT_FOUND");
            traces.unchanged(no, () -> {
                other.post("/cases/" + no + "/actions", Api.object("action", "WITHDRAW", "seenVersion", version))
                        .problem(404, "NOT_FOUND");
                other.post("/cases/" + no + "/files")
                        .file("file", "a.pdf", "application/pdf", City.pdf())
                        .send()
                        .problem(404, "NOT_FOUND");
            });
        }
        city.nobody().get("/cases/" + no).problem(401, "UNAUTHENTICATED");
        city.nobody().get("/documents/" + receipt).problem(401, "UNAUTHENTICATED");
    }

    @Test
    void nobodyActsForWhomHeHasNoMandate() {
        String company = stranger.get("/mandates").expect(200).text("/items/0/onBehalfOf");
        citizen.post("/drafts", Api.object("itemCode", "food-business", "onBehalfOf", company))
                .expect(403, 404);
        citizen.post("/drafts", Api.object("itemCode", "food-business", "onBehalfOf", NOBODYS_UUID))
                .expect(403, 404);
        citizen.post("/drafts", Api.object("itemCode", "no-such-item")).problem(404, "NOT_FOUND");
    }

    // ---- what is not his to do

    @ParameterizedTest
    @CsvSource({
        "chenjing, ACCEPT",
        "chenjing, REFUSE",
        "chenjing, DECIDE",
        "chenjing, DELIVER",
        "street-reviewer, ACCEPT",
        "street-reviewer, DECIDE",
        "street-reviewer, WITHDRAW",
        "street-reviewer, RATE",
        "civil-director, REQUEST_CORRECTION",
        "result-1, ACCEPT",
        "supervisor, ACCEPT",
        "supervisor, CLAIM",
        "admin, DECIDE",
        "admin, WITHDRAW"
    })
    void aVisibleCaseAndAForbiddenActionIsForbidden(String who, String action) {
        String no = city.submitted("chenjing", "elder-allowance");
        Api actor = city.as(who);
        ObjectNode body = city.action(actor, no, action);
        body.put("workItemId", NOBODYS_UUID);
        traces.unchanged(no, () -> actor.post("/cases/" + no + "/actions", body).problem(403, "FORBIDDEN"));
    }

    @Test
    void listsOfOfficersAreForOfficersAndThoseOfCitizensForCitizens() {
        citizen.get("/work-items?queue=department").problem(403, "FORBIDDEN");
        city.as("window-1").get("/cases").problem(403, "FORBIDDEN");
        city.as("window-1").get("/work-items?queue=all").problem(422, "INVALID").error("queue", "UNKNOWN_VALUE");
        city.as("window-1")
                .get("/work-items?after=gibberish")
                .problem(422, "INVALID")
                .error("after", "FORMAT");
        city.as("window-1").get("/work-items?limit=0").problem(422, "INVALID").error("limit", "OUT_OF_RANGE");
    }

    // ---- what cannot be done now

    @ParameterizedTest
    @CsvSource({
        "chenjing, SUPPLY_CORRECTION, '', ''",
        "chenjing, RATE, level, 5",
        "result-1, DELIVER, receiver, 陈静",
        "street-reviewer, CLAIM, '', ''",
        "street-reviewer, RETURN, reason, 看看",
        "street-reviewer, START_SPECIAL_PROCEDURE, reason, 看看",
        "street-reviewer, END_SPECIAL_PROCEDURE, result, 好",
        "civil-director, DECIDE, reason, 好"
    })
    void anActionThatTheStateForbidsChangesNothing(String who, String action, String field, String value) {
        String no = city.submitted("chenjing", "elder-allowance");
        Api actor = city.as(who);
        ObjectNode body =
                field.isEmpty() ? city.action(actor, no, action) : city.action(actor, no, action, field, value);
        body.put("workItemId", NOBODYS_UUID);
        traces.unchanged(no, () -> actor.post("/cases/" + no + "/actions", body).problem(409, "ILLEGAL_ACTION"));
    }

    @Test
    void whereNothingIsDueNothingIsPaid() {
        String no = city.submitted("chenjing", "elder-allowance");
        Api citizen = city.as("chenjing");
        ObjectNode body = city.action(citizen, no, "PAY", "reference", "PAY-1");
        traces.unchanged(
                no, () -> citizen.post("/cases/" + no + "/actions", body).problem(409, "NOTHING_DUE"));
    }

    @Test
    void workOfAnotherCaseIsNotTakenForThisOne() {
        String no = accepted();
        String other = accepted();
        Api street = city.as("street-reviewer");
        ObjectNode mixed = city.action(street, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        mixed.set("workItemId", city.see(street, other).at("/workItems/0/id"));
        traces.unchanged(
                no, () -> street.post("/cases/" + no + "/actions", mixed).problem(409, "WORK_DONE"));
    }

    @Test
    void anOpinionWithoutWordsIsNone() {
        String no = accepted();
        Api street = city.as("street-reviewer");
        traces.unchanged(no, () -> {
            street.post("/cases/" + no + "/actions", city.action(street, no, "REVIEW", "text", " "))
                    .problem(422, "INVALID")
                    .error("opinion", "REQUIRED")
                    .error("text", "REQUIRED");
            street.post("/cases/" + no + "/actions", city.action(street, no, "REVIEW", "opinion", "PERHAPS"))
                    .problem(422, "INVALID")
                    .error("opinion", "FORMAT");
            street.post("/cases/" + no + "/actions", city.action(street, no, "REVIEW", "opinoin", "AGREE"))
                    .problem(422, "INVALID")
                    .error("opinoin", "UNKNOWN_FIELD");
        });
    }

    @Test
    void anActionWithoutItsFrameIsRefusedWithWhatIsMissing() {
        String no = accepted();
        String at = "/cases/" + no + "/actions";
        Api street = city.as("street-reviewer");
        traces.unchanged(no, () -> {
            street.post(at, Api.object())
                    .problem(422, "INVALID")
                    .error("action", "REQUIRED")
                    .error("seenVersion", "REQUIRED");
            street.post(at, Api.object("action", "EXPLODE", "seenVersion", 1))
                    .problem(422, "INVALID")
                    .error("action", "UNKNOWN_VALUE");
            street.post(at, Api.object("action", "CLAIM", "seenVersion", "1"))
                    .problem(422, "INVALID")
                    .error("seenVersion", "WRONG_TYPE");
            street.post(at, Api.object("action", "CLAIM", "seenVersion", 1))
                    .problem(422, "INVALID")
                    .error("workItemId", "REQUIRED");
            street.post(at, Api.object("action", "CLAIM", "seenVersion", 1, "workItemId", "7"))
                    .problem(422, "INVALID")
                    .error("workItemId", "WRONG_TYPE");
        });
    }

    @Test
    void whoeverSawAnOlderVersionOfTheCaseOrTheWorkMustLookAgain() {
        String no = city.submitted("chenjing", "elder-allowance");
        Api clerk = city.as("window-1");
        ObjectNode accept = city.action(clerk, no, "ACCEPT");
        city.act(city.as("window-2"), no, "RECEIVE");
        traces.unchanged(
                no, () -> clerk.post("/cases/" + no + "/actions", accept).problem(409, "STALE"));
        city.act(clerk, no, "ACCEPT");
        Api street = city.as("street-reviewer");
        ObjectNode review = city.action(street, no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        city.act(street, no, "CLAIM");
        traces.unchanged(
                no, () -> street.post("/cases/" + no + "/actions", review).problem(409, "STALE"));
        Api director = city.as("civil-director");
        ObjectNode decide =
                city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "好", "legalBasis", "第三条");
        decide.put("seenVersion", decide.path("seenVersion").asLong() - 1);
        traces.unchanged(
                no, () -> director.post("/cases/" + no + "/actions", decide).problem(409, "STALE"));
    }

    // ---- files

    @Test
    void filesThatAreNotWhatTheySeemAreNotTaken() throws IOException {
        String draft = city.draftWithout(citizen, "residence-permit", city.answers("residence-permit"));
        byte[] program = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 4096);
        upload(draft, "照片.pdf", program).problem(415, "FILE_TYPE");
        upload(draft, "照片.jpg", "<html><script>alert(1)</script></html>".getBytes())
                .problem(415, "FILE_TYPE");
        upload(draft, "空.pdf", new byte[0]).problem(422, "INVALID").error("file", "FILE_EMPTY");
        upload(draft, "锁.pdf", pdf(true, false)).problem(422, "INVALID").error("file", "PDF_ENCRYPTED");
        upload(draft, "动.pdf", pdf(false, true)).problem(422, "INVALID").error("file", "PDF_ACTIVE");
        upload(draft, "坏.pdf", "%PDF-1.7\nnothing".getBytes())
                .problem(422, "INVALID")
                .error("file", "PDF_BROKEN");
        upload(draft, "大.pdf", Arrays.copyOf(City.pdf(), 20 * 1024 * 1024 + 1)).problem(413, "FILE_TOO_LARGE");
        upload(draft, "巨大.pdf", Arrays.copyOf(City.pdf(), 22 * 1024 * 1024)).problem(413, "TOO_LARGE");
        assertEquals(0, citizen.get("/drafts/" + draft).at("/files").size());
        citizen.post("/drafts/" + draft + "/materials/no-such-material")
                .file("file", "a.pdf", "application/pdf", City.pdf())
                .send()
                .problem(404, "NOT_FOUND");
        citizen.post("/drafts/" + draft + "/materials/photo")
                .field("file", "no file at all")
                .field("more", "x")
                .send()
                .problem(422, "INVALID");
    }

    @Test
    void aNameThatLeadsElsewhereIsOnlyAName() {
        String draft = city.draftWithout(citizen, "residence-permit", city.answers("residence-permit"));
        String kept =
                upload(draft, "../../../etc/passwd.pdf", City.pdf()).expect(201).text("/name");
        assertEquals(-1, kept.indexOf('/'), kept);
    }

    private Reply upload(String draft, String name, byte[] bytes) {
        return citizen.post("/drafts/" + draft + "/materials/photo")
                .file("file", name, "application/pdf", bytes)
                .send();
    }

    private static byte[] pdf(boolean encrypted, boolean active) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (encrypted) {
                document.protect(
                        new StandardProtectionPolicy(UUID.randomUUID().toString(), "secret", new AccessPermission()));
            }
            if (active) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private String accepted() {
        String no = city.submitted("chenjing", "elder-allowance");
        JsonNode view = city.act(city.as("window-1"), no, "ACCEPT");
        assertEquals("ACCEPTED", view.path("status").asText());
        return no;
    }
}
