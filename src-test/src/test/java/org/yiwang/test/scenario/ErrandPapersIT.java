package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 统一受理回执和一件事进度: one paper for all, and one look-up for all. */
@OnServer
class ErrandPapersIT {

    private static final int ALLOWED = 5;

    private final City city;
    private final Errands errands;
    private final Api keeper;

    ErrandPapersIT(YiwangServer server) {
        this.city = new City(server);
        this.errands = new Errands(city);
        this.keeper = city.as("wangqiang");
    }

    private JsonNode restaurant() {
        return errands.submit(
                keeper,
                errands.draft(
                        keeper,
                        "bundle-restaurant",
                        city.errand("bundle-restaurant", "new"),
                        "layout",
                        "manager-proof",
                        "sign-picture",
                        "premises-proof-shop"));
    }

    private JsonNode progress(JsonNode errand, int status) {
        return city.nobody()
                .post("/progress", Api.object("caseNo", errand.path("bundleNo"), "queryCode", errand.path("queryCode")))
                .expect(status)
                .json();
    }

    @Test
    void theApplicantGetsOneReceiptForEverything() {
        JsonNode submitted = restaurant();
        String no = submitted.path("bundleNo").asText();
        assertEquals(6, submitted.path("queryCode").asText().length());
        city.settle();
        JsonNode receipt = errands.see(keeper, no).path("receipt");
        assertTrue(receipt.path("ready").asBoolean(), receipt.toString());
        assertTrue(receipt.path("number").asText().contains("统收〔"), receipt.toString());
        String words = Errands.words(keeper, receipt.path("id").asText());
        LocalDate promised = LocalDate.parse(submitted.path("promisedOn").asText());
        for (String said : List.of(
                no,
                "统一受理回执",
                "个体工商户登记",
                "食品经营许可",
                promised.getYear() + "年" + promised.getMonthValue() + "月" + promised.getDayOfMonth() + "日",
                submitted.path("queryCode").asText(),
                receipt.path("number").asText(),
                "以办理机关的决定为准")) {
            assertTrue(words.contains(said), said + " in " + words);
        }
        String id = receipt.path("id").asText();
        city.as("chenjing").get("/documents/" + id).problem(404, "NOT_FOUND");
        city.as("fire-reviewer").get("/documents/" + id).problem(404, "NOT_FOUND");
        city.as("window-1").get("/documents/" + id).expect(200);
    }

    @Test
    void aServedReceiptChangesNoCase() {
        JsonNode submitted = restaurant();
        city.settle();
        JsonNode now = errands.see(keeper, submitted.path("bundleNo").asText());
        String food = Errands.caseNo(now, "food-business");
        JsonNode view = city.see(keeper, food);
        assertEquals("SUBMITTED", view.path("status").asText());
        assertFalse(view.path("documents").findValuesAsText("kind").contains("ERRAND_RECEIPT"));
    }

    @Test
    void whoHasNumberAndCodeFollowsAllServicesAtOnce() {
        JsonNode submitted = restaurant();
        city.settle();
        JsonNode found = progress(submitted, 200);
        assertEquals(submitted.path("promisedOn"), found.path("promisedOn"));
        assertEquals(
                submitted.path("members").findValuesAsText("itemCode"),
                found.path("members").findValuesAsText("itemCode"),
                "one line for each");
        assertFalse(found.toString().contains("王"), "nobody is named");
        assertTrue(found.path("members").findValues("caseNo").isEmpty(), "and no case can be opened with it");
        String sign = Errands.caseNo(errands.see(keeper, found.path("bundleNo").asText()), "outdoor-ad");
        city.act(
                city.as("window-1"),
                sign,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.signText", "text", "招牌文字应与店名一致。")),
                "note",
                "");
        city.settle();
        JsonNode waits = progress(submitted, 200);
        assertTrue(waits.path("waitingForYou").asBoolean());
        assertTrue(Errands.member(waits, "outdoor-ad").path("toCorrect").asBoolean());
        assertFalse(Errands.member(waits, "food-business").path("toCorrect").asBoolean());
    }

    @Test
    void wrongCodesLockAnErrandLikeACase() {
        JsonNode submitted = restaurant();
        for (int i = 0; i < ALLOWED; i++) {
            city.nobody()
                    .post("/progress", Api.object("caseNo", submitted.path("bundleNo"), "queryCode", "AAAAAA"))
                    .problem(422, "INVALID")
                    .error("queryCode", "NO_MATCH");
        }
        assertEquals("LOCKED", progress(submitted, 429).path("code").asText());
        assertEquals(
                "IN_PROGRESS",
                errands.see(keeper, submitted.path("bundleNo").asText())
                        .path("status")
                        .asText(),
                "the applicant himself is not locked out");
    }

    @Test
    void theCodeIsForTheApplicantAlone() {
        JsonNode submitted = restaurant();
        JsonNode seen =
                errands.see(city.as("window-1"), submitted.path("bundleNo").asText());
        assertFalse(seen.has("queryCode"), seen.toString());
    }
}
