package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

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

    private static void step(Page page, String action, String day) {
        int before = page.locator(".played > li").count();
        page.selectOption("select[name=action]", action);
        page.fill("input[name=on]", day);
        page.click("button:has-text('走这一步')");
        page.waitForFunction("n => document.querySelectorAll('.played > li').length > n", before);
    }
}
