package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

/** 看指标: a citizen on the phone, in English too; a leader at the desk, down to the services; an administrator who uses what. */
@OnServer
class FiguresJourneyIT {

    private final YiwangServer server;

    FiguresJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void everybodySeesWhatTheServicesComeTo() {
        try (Screen phone = Screen.phone(server)) {
            Page page = phone.open("/figures");
            assertTrue(page.textContent("main").contains("材料减少率"));
            phone.shot("figures-390");
            phone.assertClean();
            page.click("a:has-text('材料减少率')");
            assertTrue(page.textContent("main").contains("没有基期数据"));
            phone.shot("figure-390");
            phone.assertClean();
            page.navigate(server.url() + "/en/figures?scope=civil-affairs");
            assertTrue(page.textContent("main").contains("Fewer materials"));
            phone.assertClean();
            assertEquals(404, page.navigate(server.url() + "/figures/MOON_RATE").status());
        }
        try (Screen wide = Screen.desk(server)) {
            wide.open("/figures");
            wide.shot("figures-1366");
            wide.assertClean();
            wide.open("/figures/TIME_CUT_RATE");
            wide.shot("figure-1366");
            wide.assertClean();
        }
    }

    @Test
    void aLeaderOpensAFigureDownToItsCases() {
        try (Screen screen = Screen.desk(server)) {
            Officer supervisor = new Officer(screen).signIn("supervisor").open("/supervision/figures");
            Page page = screen.page();
            screen.shot("desk-figures-1366");
            screen.assertClean();
            supervisor.open("/supervision/figures?figure=FULL_ONLINE_RATE");
            assertTrue(page.textContent("#lines").contains("未达到"));
            supervisor.open("/supervision/figures?figure=FIRST_PASS_RATE");
            assertEquals(1, page.locator("#cases").count());
            screen.assertClean();
            page.setViewportSize(390, 844);
            screen.shot("desk-figures-390");
            screen.assertClean();
        }
    }

    @Test
    void anAdministratorSeesWhoUsesAnElementBeforeItIsChanged() {
        try (Screen screen = Screen.desk(server)) {
            Officer admin = new Officer(screen).signIn("admin").open("/admin/bank");
            Page page = screen.page();
            screen.shot("bank-1366");
            screen.assertClean();
            admin.open("/admin/bank?of=person.phone");
            assertTrue(page.textContent("#users").contains("高龄津贴申领"));
            screen.shot("bank-uses-1366");
            admin.open("/admin/bank?tab=materials&q=%E6%88%B7%E5%8F%A3&of=household-register");
            assertTrue(page.textContent("#users").contains("新生儿"));
            page.setViewportSize(390, 844);
            screen.shot("bank-390");
            screen.assertClean();
        }
    }
}
