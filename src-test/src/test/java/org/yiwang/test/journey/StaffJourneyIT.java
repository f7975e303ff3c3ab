package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

/** 人员和权限的页面: one proposes, another refuses with a reason, a third reads it; nobody else gets in. */
@OnServer
class StaffJourneyIT {

    private final YiwangServer server;

    StaffJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void aRightIsProposedByOneDecidedByAnotherAndReadByAThird() {
        try (Screen screen = Screen.desk(server)) {
            Officer first = new Officer(screen).signIn("security-1");
            Page page = screen.page();
            assertTrue(page.url().endsWith("/admin/staff"), page.url());
            screen.shot("staff-1366");
            screen.assertClean();
            first.open("/admin/staff?q=YZ2055");
            first.open(page.locator("#staff a.open").getAttribute("href"));
            page.check("input[name=role][value=ADMIN]");
            page.locator("[id='rights:go']").click();
            first.trouble();
            assertTrue(page.textContent("#roles").contains("互斥")
                    || page.textContent("#roles").contains("不兼任"));
            assertTrue(page.textContent("#rights").contains("请写明授权的理由"));
            assertTrue(page.isChecked("input[name=role][value=ADMIN]"), "what was ticked stays ticked");
            screen.shot("staff-refused-1366");
            page.setViewportSize(390, 844);
            screen.shot("staff-refused-390");
            screen.assertClean();
            page.setViewportSize(1366, 768);
            page.uncheck("input[name=role][value=ADMIN]");
            page.check("input[name=role][value=SUPERVISOR]");
            page.fill("#reason", "督查室借调三个月。");
            page.locator("[id='rights:go']").click();
            page.waitForURL(url -> url.contains("done=proposed"));
            first.awake();
            assertTrue(page.textContent("section:has(#h-open)").contains("须由两人办理"));
            assertEquals(0, page.locator("section:has(#h-open) textarea").count(), "he cannot decide his own");
            screen.assertClean();
        }
        refused();
        read();
    }

    private void refused() {
        try (Screen screen = Screen.desk(server)) {
            Officer second = new Officer(screen).signIn("security-2");
            Page page = screen.page();
            page.locator("[id='order0:refuse']").click();
            second.trouble();
            assertTrue(page.textContent("section:has(#h-open)").contains("请写明不同意的理由"));
            page.fill("#words0", "借调文件未盖章。");
            screen.shot("staff-order-1366");
            screen.assertClean();
            page.locator("[id='order0:refuse']").click();
            page.waitForURL(url -> url.contains("done=refused"));
            second.awake();
            assertFalse(page.content().contains("h-open"), "nothing waits any more");
        }
    }

    private void read() {
        try (Screen screen = Screen.desk(server)) {
            Officer auditor = new Officer(screen).signIn("audit-1").open("/admin/rights-log");
            Page page = screen.page();
            String newest = page.locator("#log tbody tr").first().textContent();
            assertTrue(newest.contains("借调文件未盖章") && newest.contains("方正则"), newest);
            screen.shot("rights-log-1366");
            screen.assertClean();
            page.setViewportSize(390, 844);
            screen.shot("rights-log-390");
            screen.assertClean();
            page.setViewportSize(1366, 768);
            auditor.open("/admin/staff?officer=YZ2055");
            assertEquals(0, page.locator("[id='rights:go']").count(), "he looks and grants nothing");
            auditor.signOut();
            new Officer(screen).signIn("supervisor");
            assertEquals(403, page.navigate(server.url() + "/admin/staff").status());
            assertEquals(403, page.navigate(server.url() + "/admin/rights-log").status());
        }
    }
}
