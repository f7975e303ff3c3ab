package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 窗口人员的一天: finds a person, fills in for him, parks him for another, takes the papers, answers. */
@OnServer
class ClerkJourneyIT {

    private static final String ITEM = "residence-permit";

    @Test
    void takesInTheFirstCustomerWhileTheSecondWaits(YiwangServer server) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            screen.assertClean();

            asksForTheNameOfSomebodyUnknown(clerk, page);
            find(clerk, page, "999999199304180020");
            assertTrue(page.locator(".customer").innerText().contains("陈静"));
            screen.assertClean();
            start(clerk, page);

            String parked = page.url().replaceAll(".*draft=([0-9a-f-]{36}).*", "$1");
            page.fill("[name=homePlace]", "云岭省青山市南华县河口镇3组");
            page.locator("button[value=park]").click();
            page.waitForURL(url -> url.contains("done=parked"));
            clerk.awake();
            assertTrue(page.locator("section[aria-labelledby=h-parked]")
                    .innerText()
                    .contains("陈"));
            anotherIsServed(clerk, page);

            clerk.open("/window/counter");
            page.locator("section[aria-labelledby=h-parked] a[href*='" + parked + "']")
                    .click();
            page.waitForURL(url -> url.contains("/window/intake"));
            clerk.awake();
            assertTrue(page.locator(".customer").innerText().contains("陈静"), "papers of each customer stay apart");
            assertEquals("云岭省青山市南华县河口镇3组", page.inputValue("[name=homePlace]"));

            saysEverythingThatIsMissing(clerk, page);
            clerk.fill(new City(server).answers(ITEM));
            page.locator("button[value=upload]").click();
            page.waitForURL(url -> url.endsWith("#materials"));
            clerk.awake();
            page.evaluate("window.scrollTo(0, 0)");
            screen.picture("window-intake");
            clerk.scanAll();
            page.locator(".foot-actions button[value=submit]").click();
            page.waitForURL(url -> url.contains("done=SUBMITTED"));
            clerk.awake();
            screen.assertClean();

            clerk.does("RECEIVE");
            correctionIsToldAtOnce(clerk, page);
            screen.shot("clerk-correction");
            screen.assertClean();
            page.fill("[name=employer]", "云州示例科技有限公司（劳动合同）");
            page.setInputFiles("#m-photo", Officer.scan("photo-again.pdf"));
            clerk.does("SUPPLY_CORRECTION");
            assertTrue(page.locator("#facts").innerText().contains("已补正"));
            clerk.does("ACCEPT");
            assertTrue(clerk.done().contains("已受理"));
            screen.assertClean();
        }
    }

    private static void asksForTheNameOfSomebodyUnknown(Officer clerk, Page page) {
        page.fill("#find-number", "999999198803030030");
        page.locator("[id='find:go']").click();
        assertTrue(clerk.trouble().innerText().contains("没有登记过"));
        assertEquals("999999198803030030", page.inputValue("#find-number"), "nothing typed is lost");
    }

    private static void find(Officer clerk, Page page, String number) {
        page.fill("#find-number", number);
        page.locator("[id='find:go']").click();
        page.waitForURL(url -> url.contains("party="));
        clerk.awake();
    }

    private static void start(Officer clerk, Page page) {
        page.locator("[id='choose:start-" + ITEM + "']").click();
        page.waitForURL(url -> url.contains("/window/intake"));
        clerk.awake();
    }

    private static void anotherIsServed(Officer clerk, Page page) {
        find(clerk, page, "999999198507150011");
        assertTrue(page.locator(".customer").innerText().contains("王强"));
        start(clerk, page);
        assertEquals("", page.inputValue("[name=homePlace]"), "an empty form for the next customer");
        page.locator(".foot-actions button[value=park]").click();
        page.waitForURL(url -> url.contains("done=parked"));
        clerk.awake();
    }

    private static void saysEverythingThatIsMissing(Officer clerk, Page page) {
        page.locator(".foot-actions button[value=submit]").click();
        assertTrue(clerk.trouble().locator("li").count() > 3, "all at once, not one by one");
        clerk.awake();
    }

    private static void correctionIsToldAtOnce(Officer clerk, Page page) {
        page.locator("details:has([id='REQUEST_CORRECTION:go']) > summary").click();
        page.locator("input[name=demand][value='materials.photo']").check();
        page.locator("input[name=demand][value='answers.employer']").check();
        page.fill("[name='text.materials.photo']", "照片背景不是白色，请重新拍摄后上传。");
        clerk.press("REQUEST_CORRECTION");
        assertTrue(clerk.trouble().innerText().contains("第 2 项"));
        assertEquals("照片背景不是白色，请重新拍摄后上传。", page.inputValue("[name='text.materials.photo']"), "nothing typed is lost");
        page.fill("[name='text.answers.employer']", "请填写劳动合同上的单位全称。");
        clerk.does("REQUEST_CORRECTION");
        assertTrue(page.locator("#facts").innerText().contains("等待补正"));
    }
}
