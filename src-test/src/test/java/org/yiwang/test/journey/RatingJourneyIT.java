package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 差评的路: rated badly at the window's QR code, found out, put right, called back, rated once more; and published. */
@OnServer
class RatingJourneyIT {

    private final YiwangServer server;
    private final City city;
    private final Db db;

    RatingJourneyIT(YiwangServer server, Db db) {
        this.server = server;
        this.city = new City(server);
        this.db = db;
    }

    private String withdrawn() {
        Api citizen = city.as("chenjing");
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(citizen, no, "WITHDRAW", "reason", "暂时不办了。");
        return no;
    }

    @Test
    void aBadGradeFromTheWindowIsHandledAndRatedOnceMore() {
        String link = askAtTheWindow();
        try (Screen phone = Screen.phone(server)) {
            Page page = rateBadly(phone, link);
            String ticket = db.text("SELECT t.id FROM bad_rating_ticket t JOIN rating r ON r.id = t.rating_id"
                    + " WHERE r.visit_id IS NOT NULL ORDER BY t.opened_at DESC LIMIT 1");
            handle(ticket);
            page.reload();
            assertTrue(page.textContent("main").contains("已增设座席"), "what was done is told to him");
            phone.shot("rate-again-390");
            phone.assertClean();
            page.check("input[name=level][value='4']");
            page.click("button[value=again]");
            assertTrue(page.textContent("main").contains("追评"));
            assertEquals(0, page.locator("button[value=again]").count(), "once");
            phone.assertClean();
            page.navigate(server.url() + "/ratings");
            assertTrue(page.textContent("main").contains("好评率"));
            phone.shot("ratings-390");
            phone.assertClean();
        }
    }

    private String askAtTheWindow() {
        try (Screen screen = Screen.desk(server)) {
            Officer clerk = new Officer(screen).signIn("window-1").open("/window/rate");
            screen.page().locator("[id='visit:go']").click();
            screen.page().waitForURL(url -> url.contains("link="));
            clerk.awake();
            screen.shot("window-rate-1366");
            screen.assertClean();
            return screen.page().getAttribute(".askrate a.button", "href");
        }
    }

    private Page rateBadly(Screen phone, String link) {
        Page page = phone.open(link);
        phone.shot("rate-390");
        phone.assertClean();
        page.check("input[name=level][value='1']");
        assertFalse(page.isVisible(".graded-good"), "only the tags of the grade");
        page.check("input[name=tag][value='rude']");
        page.click("button[value=rate]");
        phone.assertWrong("a bad grade says why");
        assertTrue(page.isChecked("input[name=tag][value='rude']"), "nothing given is lost");
        phone.assertClean();
        page.fill("#text", "等了一个小时没有人叫号。");
        page.click("button[value=rate]");
        assertEquals(0, page.locator("button[value=rate]").count(), "once");
        phone.assertClean();
        return page;
    }

    private void handle(String ticket) {
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("window-2").open("/desk/ratings");
            Page page = screen.page();
            screen.shot("tickets-1366");
            screen.assertClean();
            officer.open("/desk/rating?id=" + ticket);
            assertTrue(page.textContent("main").contains("信息保密"));
            officer.does("TAKE_UP");
            officer.press("VERIFY");
            officer.trouble();
            screen.forgive("422");
            page.check("input[name=finding][value='VALID']");
            page.fill("#VERIFY-text", "当日一号窗口排队超过一小时。");
            screen.shot("ticket-1366");
            officer.does("VERIFY");
            page.check("input[name=complex][value='false']");
            page.fill("#RECTIFY-text", "增设座席。");
            officer.does("RECTIFY");
            page.fill("#FEED_BACK-text", "已增设座席，等候不超过二十分钟。");
            officer.does("FEED_BACK");
            page.check("input[name=reached][value='false']");
            page.fill("#CALL_BACK-text", "评价人没有留下联系方式。");
            officer.does("CALL_BACK");
            assertTrue(officer.done().contains("追评"));
            page.setViewportSize(390, 844);
            screen.shot("ticket-390");
            screen.assertClean();
        }
    }

    @Test
    void theCasePageAndTheReceiptOfferRating() {
        String no = withdrawn();
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/sign-in?next=/my/cases/" + no + "/receipt");
            page.fill("#login", "chenjing");
            page.fill("#password", City.PASSWORD);
            page.press("#password", "Enter");
            page.waitForURL(url -> !url.contains("/sign-in"));
            assertEquals(2, page.locator(".qr svg").count(), "progress and rating");
            screen.shot("receipt-rate-390");
            screen.assertClean();
            page.navigate(server.url() + "/my/cases/" + no);
            page.check("input[name=level][value='2']");
            page.check("input[name=tag][value='unclear']");
            page.fill("#text", "材料没有一次说清。");
            screen.shot("case-rate-390");
            page.click("button[value=rate]");
            assertTrue(page.textContent("main").contains("待签收核实"), "what becomes of it");
            screen.shot("case-rated-390");
            screen.assertClean();
        }
    }
}
