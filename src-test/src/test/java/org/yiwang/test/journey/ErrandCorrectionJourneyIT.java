package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.Errands;

/** 一件事补正: all that its cases wait for is on one page, given once, and what is complete is not held up by what is not. */
@OnServer
class ErrandCorrectionJourneyIT {

    private static final List<String> BOTH = List.of("maternity-allowance", "childcare-subsidy");

    private final YiwangServer server;
    private final City city;
    private final Db db;
    private final Errands errands;
    private final Api parent;

    ErrandCorrectionJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
        this.db = server.db();
        this.errands = new Errands(city);
        this.parent = city.as("chenjing");
    }

    private JsonNode waiting() {
        String no = errands.submit(
                        parent,
                        errands.draft(parent, "bundle-birth", city.errand("bundle-birth", "all"), "leave-proof"))
                .path("bundleNo")
                .asText();
        city.settle();
        JsonNode begun = errands.see(parent, no);
        for (String item : BOTH) {
            demand(Errands.caseNo(begun, item), "materials.parents-id", "身份证反面看不清，请重新拍摄。");
        }
        demand(Errands.caseNo(begun, "social-card"), "answers.babyName", "姓名与出生医学证明不一致，请核对。");
        city.settle();
        return begun;
    }

    private void demand(String no, String target, String text) {
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", target, "text", text)),
                "note",
                "");
    }

    private String status(JsonNode errand, String item) {
        return city.see(parent, Errands.caseNo(errand, item)).path("status").asText();
    }

    private static void signIn(Screen screen) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", "chenjing");
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Test
    void oneFileServesAllWhoAskForItAndWhatIsMissingHoldsUpNobody() {
        JsonNode errand = waiting();
        String no = errand.path("bundleNo").asText();
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen);
            Page page = screen.open("/my/bundles/" + no);
            screen.shot("bundle-waiting-390");
            page.locator("main a.button[href$='/correction']").first().click();
            assertEquals(1, page.locator("input[type=file]").count(), "two ask for the paper, it is asked for once");
            assertEquals(3, page.locator("input[name=which]").count());
            screen.shot("bundle-correction-390");
            screen.assertClean();
            page.fill("textarea[name=note]", "都在这里了");
            page.fill("main input[name=babyName]", "");
            page.locator("input[type=file]").setInputFiles(new FilePayload("身份证.pdf", "application/pdf", City.pdf()));
            page.locator("main form button.big").click();
            String said = page.locator("main").innerText();
            assertTrue(said.contains("已提交补正") && said.contains("还没有补正"), said);
            for (String item : BOTH) {
                assertEquals("CORRECTION_SUBMITTED", status(errand, item), item);
            }
            assertEquals("CORRECTION_REQUIRED", status(errand, "social-card"));
            assertEquals("都在这里了", page.inputValue("textarea[name=note]"), "nothing typed is lost");
            assertEquals(1, page.locator("input[name=which]").count(), "what is sent is not asked for again");
            screen.shot("bundle-correction-rest-390");
            screen.assertClean();
            page.fill("main input[name=babyName]", "陈小安");
            page.locator("main form button.big").click();
            assertTrue(page.url().endsWith("/my/bundles/" + no + "?said=corrected"), page.url());
            assertEquals("CORRECTION_SUBMITTED", status(errand, "social-card"));
        }
        assertEquals(
                2,
                db.number(
                        "SELECT count(*) FROM uploaded_file WHERE requirement = 'parents-id' AND scope IN (?, ?)",
                        "case:" + Errands.caseNo(errand, BOTH.get(0)),
                        "case:" + Errands.caseNo(errand, BOTH.get(1))),
                "chosen once, it lies in both files");
    }

    @Test
    void whatIsNotTickedWaitsAndTheFileStaysOnThePage() {
        JsonNode errand = waiting();
        try (Screen screen = Screen.desk(server)) {
            signIn(screen);
            Page page = screen.open("/my/bundles/" + errand.path("bundleNo").asText() + "/correction");
            screen.shot("bundle-correction-1366");
            screen.assertClean();
            page.locator("input[name=which]").all().forEach(box -> box.uncheck());
            page.locator("main form button.big").click();
            assertTrue(page.locator("main").innerText().contains("请至少勾选一个事项"));
            page.locator("input[type=file]").setInputFiles(new FilePayload("身份证.pdf", "application/pdf", City.pdf()));
            page.locator("input[name=which][value='" + Errands.caseNo(errand, BOTH.get(0)) + "']")
                    .check();
            page.locator("main form button.big").click();
            assertEquals("CORRECTION_SUBMITTED", status(errand, BOTH.get(0)));
            assertEquals("CORRECTION_REQUIRED", status(errand, BOTH.get(1)), "it was not ticked");
            assertEquals(1, page.locator(".kept input[type=checkbox]:checked").count(), "nobody chooses a file twice");
            screen.shot("bundle-correction-kept-1366");
            screen.assertClean();
            page.locator("input[name=which]").all().forEach(box -> box.check());
            page.locator("main form button.big").click();
            page.waitForURL(url -> url.endsWith("said=corrected"));
            assertEquals("CORRECTION_SUBMITTED", status(errand, BOTH.get(1)));
            assertEquals("CORRECTION_SUBMITTED", status(errand, "social-card"), "the answer was right as it stood");
        }
    }

    @Test
    void anotherOnesCorrectionsAreNotThere() {
        JsonNode errand = waiting();
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/sign-in");
            page.fill("[name=login]", "wangqiang");
            page.fill("[name=password]", City.PASSWORD);
            page.locator("button.big").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            int status = page.navigate(server.url() + "/my/bundles/"
                            + errand.path("bundleNo").asText() + "/correction")
                    .status();
            assertEquals(404, status);
        }
    }
}
