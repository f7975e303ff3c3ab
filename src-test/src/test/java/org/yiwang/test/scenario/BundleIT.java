package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yiwang.test.scenario.Errands.member;
import static org.yiwang.test.scenario.Errands.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 一件事: one form, one set of materials, one submission; every service its own case, clock and decision. */
@OnServer
class BundleIT {

    private final City city;
    private final Errands errands;
    private final Db db;

    BundleIT(YiwangServer server) {
        this.city = new City(server);
        this.errands = new Errands(city);
        this.db = server.db();
    }

    private ObjectNode answers(String bundle, String test) {
        return city.errand(bundle, test);
    }

    private static List<String> events(JsonNode bundle) {
        return bundle.path("timeline").findValuesAsText("type");
    }

    /** Clerk and two officers grant it. */
    private void grant(String no, String reviewer, String director) {
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as(reviewer), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(city.as(director), no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "有关法律规定");
    }

    private void refuse(String no) {
        city.act(
                city.as("window-1"),
                no,
                "REFUSE",
                "reason",
                "不属于本机关职权范围。",
                "legalBasis",
                "《行政许可法》第三十二条",
                "competentAuthority",
                "云西区政务服务中心");
    }

    @Test
    void aBirthGoesItsWholeWayFromOneSubmission() {
        Api parent = city.as("chenjing");
        LocalDate before = city.today();
        JsonNode submitted = errands.submit(
                parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "all"), "leave-proof"));
        String no = submitted.path("bundleNo").asText();
        assertEquals("IN_PROGRESS", submitted.path("status").asText());
        assertEquals("GRANTED", state(submitted, "birth-cert"), "done at once, in the same transaction");
        assertEquals("PLANNED", state(submitted, "hukou-birth"), "waits for the certificate's number");
        assertTrue(LocalDate.parse(submitted.path("promisedOn").asText()).isAfter(before.plusDays(4)));
        city.settle();
        JsonNode begun = errands.see(parent, no);
        for (String item : List.of("birth-cert", "hukou-birth", "resident-medical", "vaccination-card")) {
            assertEquals("DONE", state(begun, item), item);
        }
        for (String item : List.of("social-card", "maternity-allowance", "childcare-subsidy")) {
            assertEquals("RUNNING", state(begun, item), item);
        }
        resultsWentOn(parent, begun);
        grant(member(begun, "social-card").path("caseNo").asText(), "hrss-reviewer", "hrss-director");
        grant(member(begun, "maternity-allowance").path("caseNo").asText(), "medical-reviewer", "medical-director");
        grant(member(begun, "childcare-subsidy").path("caseNo").asText(), "health-reviewer", "health-director");
        city.settle();
        JsonNode done = errands.see(parent, no);
        assertEquals(
                "COMPLETED", done.path("status").asText(), done.path("members").toString());
        assertTrue(done.path("ended").asBoolean() && done.path("canRate").asBoolean());
        assertEquals(7, events(done).stream().filter("MEMBER_STARTED"::equals).count(), "each was begun once");
        ratedOnce(parent, no);
    }

    /** The household registration knows the number of the certificate issued in this errand, and so on. */
    private void resultsWentOn(Api parent, JsonNode bundle) {
        String certificate =
                member(bundle, "birth-cert").at("/results/0/number").asText();
        assertTrue(certificate.startsWith("YZ"), bundle.toString());
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM official_document WHERE number = ? AND case_no = ?",
                        certificate,
                        member(bundle, "birth-cert").path("caseNo").asText()));
        String card = member(bundle, "social-card").path("caseNo").asText();
        assertEquals("SUBMITTED", city.see(parent, card).path("status").asText());
        assertEquals("API", city.see(parent, card).path("channel").asText(), "asked for where the errand was");
    }

    private void ratedOnce(Api parent, String no) {
        JsonNode rated = parent.post("/bundles/" + no + "/rating", Api.object("level", 5))
                .expect(200)
                .json();
        assertEquals(5, rated.path("rating").asInt());
        parent.post("/bundles/" + no + "/rating", Api.object("level", 4)).problem(409, "RATED");
    }

    @Test
    @DisplayName("子件 2 不予受理 → 子件 1、3 继续 · 依赖子件取消 · 父件 PARTIAL")
    void aRefusedServiceTakesWithItOnlyWhatDependsOnIt() {
        Api parent = city.as("chenjing");
        ObjectNode answers = answers("bundle-birth", "all");
        answers.putObject("settleAddress").put("division", "999902001").put("detail", "古桥路1号");
        JsonNode submitted = errands.submit(parent, errands.draft(parent, "bundle-birth", answers));
        String no = submitted.path("bundleNo").asText();
        city.settle();
        JsonNode waiting = errands.see(parent, no);
        assertEquals("RUNNING", state(waiting, "hukou-birth"), "the rule does not cover another district");
        refuse(member(waiting, "hukou-birth").path("caseNo").asText());
        city.settle();
        JsonNode partial = errands.see(parent, no);
        assertEquals("PARTIAL", partial.path("status").asText());
        assertFalse(partial.path("ended").asBoolean(), "the others go on");
        assertEquals("DONE", state(partial, "birth-cert"));
        assertEquals("DONE", state(partial, "vaccination-card"));
        assertEquals("RUNNING", state(partial, "maternity-allowance"));
        for (String item : List.of("resident-medical", "social-card", "childcare-subsidy")) {
            assertEquals("CANCELLED", state(partial, item), item);
            assertTrue(member(partial, item).path("reason").asText().contains("落户"), "and it is said why");
        }
        grant(member(partial, "maternity-allowance").path("caseNo").asText(), "medical-reviewer", "medical-director");
        city.settle();
        JsonNode end = errands.see(parent, no);
        assertEquals("PARTIAL", end.path("status").asText());
        assertTrue(end.path("ended").asBoolean());
        assertEquals(
                1,
                db.number(
                        "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'bundle.partial' AND recipient LIKE 'party:%'",
                        no));
    }

    @Test
    void aCompanyGetsEverythingTogether() {
        Api founder = city.as("wangqiang");
        JsonNode submitted = errands.submit(
                founder, errands.draft(founder, "bundle-company", answers("bundle-company", "all"), "articles"));
        String no = submitted.path("bundleNo").asText();
        assertTrue(member(submitted, "company-register").path("held").asBoolean(), "waits for the others");
        city.settle();
        JsonNode done = errands.see(founder, no);
        assertEquals(
                "COMPLETED", done.path("status").asText(), done.path("members").toString());
        List<String> events = events(done);
        assertEquals(1, events.stream().filter("RESULTS_RELEASED"::equals).count(), "all at once");
        assertTrue(events.indexOf("RESULTS_RELEASED") > events.lastIndexOf("MEMBER_STARTED"));
        String code = member(done, "company-register").at("/results/0/number").asText();
        assertTrue(code.matches("91999901MA\\d{6}[0-9X][0-9A-Z]"), code);
        assertEquals(
                6,
                db.number(
                        "SELECT count(*) FROM case_file f JOIN case_bundle b ON b.id = f.bundle_id WHERE b.bundle_no = ?",
                        no));
    }

    @Test
    @DisplayName("材料只上传一次")
    void aRestaurantIsAskedForWhatItNeedsAndOnePaperServesTwoOffices() {
        Api keeper = city.as("wangqiang");
        String draft = errands.draft(
                keeper,
                "bundle-restaurant",
                answers("bundle-restaurant", "new"),
                "layout",
                "manager-proof",
                "sign-picture",
                "premises-proof-shop");
        JsonNode submitted = errands.submit(keeper, draft);
        String no = submitted.path("bundleNo").asText();
        assertEquals(
                List.of("self-employed", "food-business", "outdoor-ad"),
                submitted.path("members").findValuesAsText("itemCode"),
                "no fire check under 300 square metres, no drainage");
        city.settle();
        JsonNode begun = errands.see(keeper, no);
        String food = member(begun, "food-business").path("caseNo").asText();
        String sign = member(begun, "outdoor-ad").path("caseNo").asText();
        String trader = member(begun, "self-employed").path("caseNo").asText();
        assertEquals(
                1,
                db.number(
                        """
                        SELECT count(DISTINCT address) FROM uploaded_file
                         WHERE requirement = 'premises-proof' AND scope IN (?, ?)
                        """,
                        "case:" + sign,
                        "case:" + trader),
                "handed in once, stored once");
        assertEquals(
                2,
                db.number(
                        "SELECT count(*) FROM uploaded_file WHERE requirement = 'premises-proof' AND scope IN (?, ?)",
                        "case:" + sign,
                        "case:" + trader),
                "and lies in both files");
        refuse(food);
        grant(sign, "urban-reviewer", "urban-director");
        city.settle();
        JsonNode end = errands.see(keeper, no);
        assertEquals("PARTIAL", end.path("status").asText());
        assertEquals("DONE", state(end, "self-employed"));
        assertEquals("FAILED", state(end, "food-business"));
        assertEquals("DONE", state(end, "outdoor-ad"));
    }

    @Test
    void aBigShopThatIsRegisteredNeedsTheFireBrigade() {
        Api keeper = city.as("wangqiang");
        JsonNode submitted = errands.submit(
                keeper,
                errands.draft(
                        keeper,
                        "bundle-restaurant",
                        answers("bundle-restaurant", "big"),
                        "layout",
                        "manager-proof",
                        "fire-plan",
                        "drain-plan"));
        assertEquals(
                List.of("food-business", "public-fire-check", "drainage-permit"),
                submitted.path("members").findValuesAsText("itemCode"));
        for (JsonNode member : submitted.path("members")) {
            assertEquals("RUNNING", member.path("state").asText(), "nobody waits for a licence that is there");
        }
    }

    @Test
    void whatIsMissingIsSaidOnceAndNothingIsOpened() {
        Api parent = city.as("chenjing");
        String draft = errands.draft(parent, "bundle-birth", answers("bundle-birth", "missing"));
        JsonNode problem = parent.post("/drafts/" + draft + "/submission", Api.object())
                .problem(422, "INVALID")
                .json();
        List<String> paths = problem.path("errors").findValuesAsText("path");
        assertEquals(List.of("answers.babyName"), paths, "four services need the name; it is asked for once");
        assertEquals(0, db.number("SELECT count(*) FROM case_bundle WHERE CAST(draft_id AS text) = ?", draft));
    }

    @Test
    void submittingTwiceMakesOneErrand() {
        Api parent = city.as("chenjing");
        String draft = errands.draft(parent, "bundle-birth", answers("bundle-birth", "least"));
        String first = errands.submit(parent, draft).path("bundleNo").asText();
        assertEquals(first, errands.submit(parent, draft).path("bundleNo").asText());
        city.settle();
        city.settle();
        assertEquals(
                3,
                db.number(
                        "SELECT count(*) FROM case_file f JOIN case_bundle b ON b.id = f.bundle_id WHERE b.bundle_no = ?",
                        first));
    }

    @Test
    void anotherOnesErrandIsNotThere() {
        Api parent = city.as("chenjing");
        String no = errands.submit(parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "least")))
                .path("bundleNo")
                .asText();
        city.as("wangqiang").get("/bundles/" + no).problem(404, "NOT_FOUND");
        city.as("wangqiang")
                .post("/bundles/" + no + "/withdrawal", Api.object("seenVersion", 1))
                .problem(404, "NOT_FOUND");
        city.as("fire-reviewer").get("/bundles/" + no).problem(404, "NOT_FOUND");
        parent.get("/cases/" + no).problem(404, "NOT_FOUND");
    }

    @Test
    void anOfficerSeesWhereTheOthersStandAndNoMore() {
        Api parent = city.as("chenjing");
        String no = errands.submit(parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "all")))
                .path("bundleNo")
                .asText();
        city.settle();
        JsonNode seen = errands.see(city.as("hrss-reviewer"), no);
        assertTrue(member(seen, "social-card").has("caseNo"));
        assertFalse(member(seen, "maternity-allowance").has("caseNo"), "not his case");
        assertEquals("RUNNING", state(seen, "maternity-allowance"));
        assertTrue(member(seen, "maternity-allowance").path("results").isEmpty());
        assertFalse(seen.path("canWithdraw").asBoolean());
    }

    @Test
    void allThatIsNotDecidedCanBeTakenBackAtOnce() {
        Api parent = city.as("chenjing");
        String no = errands.submit(parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "all")))
                .path("bundleNo")
                .asText();
        city.settle();
        JsonNode begun = errands.see(parent, no);
        parent.post("/bundles/" + no + "/withdrawal", Api.object("seenVersion", 1))
                .problem(409, "STALE");
        JsonNode taken = parent.post(
                        "/bundles/" + no + "/withdrawal",
                        Api.object("seenVersion", begun.path("version").asLong(), "reason", "暂不办理"))
                .expect(200)
                .json();
        for (String item : List.of("social-card", "maternity-allowance", "childcare-subsidy")) {
            assertEquals("WITHDRAWN", state(taken, item), item);
        }
        assertEquals("DONE", state(taken, "birth-cert"), "what was granted stays");
        assertEquals("PARTIAL", taken.path("status").asText());
        assertTrue(taken.path("ended").asBoolean());
    }

    @Test
    void oneServiceAloneCanBeTakenBack() {
        Api parent = city.as("chenjing");
        String no = errands.submit(parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "all")))
                .path("bundleNo")
                .asText();
        city.settle();
        String card =
                member(errands.see(parent, no), "social-card").path("caseNo").asText();
        city.act(parent, card, "WITHDRAW", "reason", "以后再办");
        city.settle();
        JsonNode now = errands.see(parent, no);
        assertEquals("WITHDRAWN", state(now, "social-card"));
        assertEquals("RUNNING", state(now, "maternity-allowance"));
        assertEquals("PARTIAL", now.path("status").asText());
    }

    @Test
    void aCorrectionShowsOnTheErrandAndMovesItsDate() {
        Api keeper = city.as("wangqiang");
        JsonNode submitted = errands.submit(
                keeper,
                errands.draft(
                        keeper,
                        "bundle-restaurant",
                        answers("bundle-restaurant", "new"),
                        "layout",
                        "manager-proof",
                        "sign-picture"));
        String no = submitted.path("bundleNo").asText();
        LocalDate promised = LocalDate.parse(submitted.path("promisedOn").asText());
        String sign = member(submitted, "outdoor-ad").path("caseNo").asText();
        city.act(
                city.as("window-1"),
                sign,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.signText", "text", "招牌文字应与店名一致。")),
                "note",
                "");
        city.settle();
        JsonNode waits = errands.see(keeper, no);
        assertTrue(waits.path("waitingForYou").asBoolean());
        assertTrue(member(waits, "outdoor-ad").path("toCorrect").asBoolean());
        city.move(java.time.Duration.ofDays(7));
        city.act(keeper, sign, "SUPPLY_CORRECTION", "answers", Api.object("signText", "云州湖畔小馆"), "files", List.of());
        city.settle();
        JsonNode now = errands.see(keeper, no);
        assertFalse(now.path("waitingForYou").asBoolean());
        assertTrue(
                LocalDate.parse(now.path("promisedOn").asText()).isAfter(promised),
                "the days he was waited for are not the offices'");
        assertEquals(1, events(now).stream().filter("PROMISE_MOVED"::equals).count());
    }

    @Test
    void theWindowSubmitsItForWhoeverStandsThere() {
        Api clerk = city.as("window-1");
        ObjectNode order = Api.object(
                "itemCode",
                "bundle-birth",
                "applicant",
                Api.object("name", "陈静", "idType", "ID_CARD", "number", "999999199304180020", "phone", "13800000101"));
        JsonNode draft = clerk.post("/drafts", order).expect(201).json();
        String id = draft.path("id").asText();
        clerk.put("/drafts/" + id + "/answers")
                .ifMatch(draft.path("version").asText())
                .json(answers("bundle-birth", "least"))
                .send()
                .expect(200);
        city.electronic(clerk, id);
        JsonNode submitted = errands.submit(clerk, id);
        assertEquals("IN_PROGRESS", submitted.path("status").asText());
        assertEquals(
                submitted.path("bundleNo").asText(),
                errands.see(city.as("chenjing"), submitted.path("bundleNo").asText())
                        .path("bundleNo")
                        .asText(),
                "it is hers");
    }

    @Test
    void theRecordOfAnErrandIsUnbroken() {
        Api parent = city.as("chenjing");
        String no = errands.submit(parent, errands.draft(parent, "bundle-birth", answers("bundle-birth", "least")))
                .path("bundleNo")
                .asText();
        city.settle();
        assertEquals(
                0,
                db.number(
                        """
                        SELECT count(*) FROM (
                          SELECT e.prev_hash, lag(e.hash, 1, repeat('0', 64)) OVER (ORDER BY e.seq) AS before
                            FROM case_bundle_event e JOIN case_bundle b ON b.id = e.bundle_id
                           WHERE b.bundle_no = ?) x
                         WHERE x.prev_hash <> x.before
                        """,
                        no));
    }

    @Test
    void theErrandsAreToldToPrograms() {
        JsonNode offers = city.nobody().get("/bundles").expect(200).json();
        List<String> codes = new ArrayList<>();
        offers.path("items").forEach(offer -> codes.add(offer.path("code").asText()));
        assertTrue(codes.containsAll(List.of("bundle-birth", "bundle-company", "bundle-restaurant")), codes.toString());
    }
}
