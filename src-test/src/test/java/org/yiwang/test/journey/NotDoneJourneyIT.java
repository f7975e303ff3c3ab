package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.StreetFair;

/** 没有办成: the sitting has ended, somebody was first, the server fails: it is said in plain words and what was typed is there. */
@OnServer
class NotDoneJourneyIT {

    private static final String WORDS = "位置合适，文字内容健康，同意。已向申请人核实悬挂时间。";

    @Test
    void whoseSittingHasEndedSignsInBesideAndPressesAgain(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        City city = new City(server);
        String no = fair.accepted();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-reviewer");
            officer.open("/desk/case?no=" + no);
            typed(page);
            Page beside = page.context().newPage();
            beside.navigate(page.url());
            beside.locator(".deskhead button.out").click();
            beside.waitForURL(url -> !url.contains("/desk"));
            officer.press("REVIEW");
            assertTrue(officer.trouble().innerText().contains("登录已失效，没有办成。填写的内容还在本页"));
            stillThere(page);
            screen.shot("not-done-signed-out");
            beside.navigate(page.locator("#summary a").evaluate("a => a.href").toString());
            beside.fill("#login", "urban-reviewer");
            beside.fill("#password", City.PASSWORD);
            beside.locator("#password").press("Enter");
            beside.waitForURL(url -> !url.contains("/sign-in"));
            officer.press("REVIEW");
            page.locator("#summary:has-text('登录已更新')").waitFor();
            stillThere(page);
            officer.does("REVIEW");
        }
        assertEquals(5, fair.open(no).size(), "it has gone on once");
        assertTrue(city.see(city.as("urban-director"), no)
                .path("opinions")
                .toString()
                .contains(WORDS));
    }

    @Test
    void whoWasNotTheFirstIsToldAndKeepsHisWords(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        String no = fair.forked();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer");
            officer.open("/desk/case?no=" + no);
            typed(page);
            fair.agree("health-reviewer", no);
            officer.press("REVIEW");
            String said = officer.trouble().innerText();
            assertTrue(said.contains("同事已经先行签署"), said);
            stillThere(page);
            screen.shot("not-done-second");
        }
    }

    @Test
    void aServerThatFailsLosesNothing(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        String no = fair.accepted();
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-reviewer");
            officer.open("/desk/case?no=" + no);
            typed(page);
            fails(page, 500, "服务出了问题");
            fails(page, 409, "别的人员已先办理");
            page.route("**/desk/case*", Route::abort);
            officer.press("REVIEW");
            page.locator("#summary:has-text('网络不通')").waitFor();
            stillThere(page);
            screen.shot("not-done-failed-phone");
            page.unroute("**/desk/case*");
            officer.does("REVIEW");
        }
        assertEquals(5, fair.open(no).size());
    }

    private static void fails(Page page, int status, String said) {
        page.route("**/desk/case*", route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
        page.locator("[id='REVIEW:go']").click();
        page.locator("#summary:has-text('" + said + "')").waitFor();
        page.unroute("**/desk/case*");
        stillThere(page);
    }

    private static void typed(Page page) {
        page.locator("#REVIEW-opinion input[value=AGREE]").check();
        page.fill("#REVIEW-text", WORDS);
    }

    private static void stillThere(Page page) {
        assertEquals(WORDS, page.inputValue("#REVIEW-text"));
        assertTrue(page.locator("#REVIEW-opinion input[value=AGREE]").isChecked());
    }
}
