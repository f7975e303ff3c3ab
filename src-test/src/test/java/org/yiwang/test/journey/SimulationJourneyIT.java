package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.PackageFolder;

/** 推演的页面: an officer plays a case step by step, sees why a step is refused, takes it back, and looks at a letter. */
@OnServer
class SimulationJourneyIT {

    private final YiwangServer server;

    SimulationJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void aCaseIsPlayedStepByStep() {
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/simulation");
            screen.lookAtBothWidths("simulation-empty");
            screen.assertClean();
            Page page = screen.page();
            page.selectOption("select[name=item]", "elder-allowance");
            page.fill("input[name=start]", "2026-11-23");
            page.click("button:has-text('开始推演')");
            page.waitForSelector(".played > li");
            step(page, "DECIDE", "");
            assertTrue(page.textContent(".played > li:last-child .note.bad").contains("不能作出决定"));
            page.click("a:has-text('撤回最后一步')");
            page.waitForURL(url -> !url.contains("DECIDE"));
            assertEquals(1, page.locator(".played > li").count());
            step(page, "ACCEPT", "2026-11-25");
            step(page, "REVIEW", "2026-11-26");
            step(page, "DECIDE", "2026-11-27");
            String last = page.textContent(".played > li:last-child");
            assertTrue(last.contains("已办结"), last);
            screen.lookAtBothWidths("simulation-played");
            screen.assertClean();
            String letter = page.getAttribute(".played > li:nth-child(2) a:has-text('受理通知书')", "href");
            var pdf = page.request().get(server.url() + letter);
            assertEquals(200, pdf.status());
            assertTrue(pdf.headers().get("content-type").startsWith("application/pdf"));
        }
    }

    @Test
    void anErrandIsPlayedWithAllItsCases() {
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/simulation");
            Page page = screen.page();
            page.selectOption("select[name=item]", "bundle-restaurant");
            page.fill("input[name=start]", "2026-11-23");
            page.click("button:has-text('开始推演')");
            page.waitForSelector(".played > li");
            assertTrue(page.textContent(".played").contains("统一受理回执"));
            page.selectOption("select[name=service]", "food-business");
            step(page, "REFUSE", "2026-11-25");
            String last = page.textContent(".played > li:last-child");
            assertTrue(last.contains("部分事项未办成") && last.contains("食品经营许可"), last);
            screen.lookAtBothWidths("simulation-errand");
            screen.assertClean();
            String letter = page.getAttribute(".played > li:first-child a:has-text('统一受理回执')", "href");
            assertEquals(200, page.request().get(server.url() + letter).status());
        }
    }

    @Test
    void aPackageNobodyPublishedIsCheckedAndPlayedOnThePage() {
        String code = "banner-" + UUID.randomUUID().toString().substring(0, 8);
        PackageFolder folder = PackageFolder.read("street-banner").json("item.json", item -> item.put("code", code));
        try (Screen screen = Screen.desk(server)) {
            new Officer(screen).signIn("street-reviewer").open("/desk/simulation");
            Page page = screen.page();
            page.click("summary:has-text('推演没有发布的事项包')");
            page.setInputFiles(
                    "input[name=file]",
                    new FilePayload(
                            "wrong.zip",
                            "application/zip",
                            folder.copy()
                                    .json("item.json", item -> item.withArray("steps")
                                            .remove(0))
                                    .zip()));
            page.click("button:has-text('检查并推演')");
            page.waitForSelector(".note.bad");
            assertEquals(0, page.locator(".played > li").count(), "nothing is played that is not in order");
            page.setInputFiles("input[name=file]", new FilePayload("draft.zip", "application/zip", folder.zip()));
            page.click("button:has-text('检查并推演')");
            page.waitForSelector(".played > li");
            step(page, "ACCEPT", "");
            step(page, "REVIEW", "");
            assertEquals(3, page.locator(".played > li").count(), "the package travels with the page");
            screen.lookAtBothWidths("simulation-draft");
            screen.assertClean();
            page.click("button:has-text('撤回最后一步')");
            page.waitForFunction("() => document.querySelectorAll('.played > li').length === 2");
            assertEquals(
                    404, page.request().get(server.url() + "/items/" + code).status(), "and nothing is published");
        }
    }

    private static void step(Page page, String action, String day) {
        int before = page.locator(".played > li").count();
        page.selectOption("select[name=action]", action);
        page.fill("input[name=on]", day);
        page.click("button:has-text('走这一步')");
        page.waitForFunction("n => document.querySelectorAll('.played > li').length > n", before);
    }
}
