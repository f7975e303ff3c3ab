package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 窗口办一件事: a clerk fills in one form for the person before him; later one look at his card hands out everything. */
@OnServer
class ErrandWindowJourneyIT {

    private static final String WANGQIANG = "999999198507150011";

    private final YiwangServer server;
    private final City city;

    ErrandWindowJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void oneFormAtTheCounterAndOneHandOut() {
        String errand = takenIn();
        handedOut(errand);
    }

    private String takenIn() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            page.fill("#find-number", WANGQIANG);
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            clerk.awake();
            page.fill("section[aria-labelledby=h-items] input[name=q]", "企业开办");
            page.locator("section[aria-labelledby=h-items] form.filters button").click();
            page.waitForURL(url -> url.contains("q="));
            clerk.awake();
            screen.lookAtBothWidths("errand-counter");
            page.locator("[id='choose:start-bundle-company']").click();
            page.waitForURL(url -> url.contains("/window/intake"));
            clerk.awake();
            clerk.fill(answers());
            page.check("input[name=method][value=PICKUP]");
            page.locator("button[value=upload]").click();
            page.waitForURL(url -> url.endsWith("#materials"));
            clerk.awake();
            screen.lookAtBothWidths("errand-intake");
            clerk.scanAll();
            page.locator(".foot-actions button[value=submit]").click();
            page.waitForURL(url -> url.contains("done=SUBMITTED"));
            clerk.awake();
            city.settle();
            page.navigate(page.url().replace("&done=SUBMITTED", ""));
            clerk.awake();
            String card = page.locator("section[aria-labelledby=h-errand]").innerText();
            assertTrue(card.contains("企业开办一件事") && card.contains("打印统一受理回执"), card);
            screen.lookAtBothWidths("errand-receipt-desk");
            screen.assertClean();
            return card.replaceAll("(?s).*?(\\d{21}).*", "$1");
        }
    }

    private ObjectNode answers() {
        ObjectNode answers = city.errand("bundle-company", "all");
        answers.putArray("shareholders").addObject().put("name", "王强").put("share", 100);
        return answers;
    }

    private void handedOut(String errand) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("result-1").open("/window/handout");
            page.locator("form[action$='/window/errand'] input[name=no]").fill(errand);
            page.locator("form[action$='/window/errand'] button").click();
            page.waitForURL(url -> url.contains("/window/errand"));
            clerk.awake();
            int ready = page.locator("section[aria-labelledby=h-ready] li").count();
            assertTrue(ready > 2, page.locator("main").innerText());
            screen.lookAtBothWidths("errand-handout");
            screen.assertClean();
            page.fill("#hand-receiver", "王强");
            page.fill("#hand-idNumber", WANGQIANG);
            page.locator("[id='hand:go']").click();
            assertTrue(clerk.trouble().innerText().contains("核对领取人的身份证件"));
            assertEquals("王强", page.inputValue("#hand-receiver"), "nothing typed is lost");
            page.check("#hand-identityChecked");
            page.locator("[id='hand:go']").click();
            page.waitForURL(url -> url.contains("done=1"));
            clerk.awake();
            assertTrue(page.locator(".note.ok").innerText().contains("已一并交付"));
            city.settle();
            page.reload();
            clerk.awake();
            assertTrue(
                    page.locator("section[aria-labelledby=h-slips]").innerText().contains("打印"));
            assertEquals(0, page.locator("section[aria-labelledby=h-hand]").count(), "nothing is handed out twice");
            screen.lookAtBothWidths("errand-handed-out");
            screen.assertClean();
        }
    }
}
