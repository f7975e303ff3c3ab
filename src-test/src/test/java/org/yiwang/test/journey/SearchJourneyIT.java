package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

/** 检索的路: found although written wrong, not found, and a word that an administrator gives a meaning. */
@OnServer
class SearchJourneyIT {

    private final YiwangServer server;

    SearchJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void whoWritesItWrongIsAskedWhatWasMeant() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.open("/");
            page.fill("#q", "居住正");
            page.locator("form[role=search] button").click();
            assertTrue(page.textContent("main").contains("您是不是要找：居住证"));
            screen.lookAtBothWidths("search-meant");
            page.locator("p.note a").click();
            assertEquals("居住证", page.inputValue("#q"));
            assertTrue(page.textContent("main .list").contains("居住证申领"));
            screen.assertAccessible();
            screen.assertClean();
        }
    }

    @Test
    void aWordThatPeopleUseIsExplainedAndNarrowedDown() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.open("/items?q=%E5%BC%80%E9%A5%AD%E5%BA%97");
            assertTrue(page.textContent("main").contains("“开饭店”也指这个事项"));
            page.locator("details.narrowing > summary").click();
            page.selectOption("#channel", "WINDOW");
            page.selectOption("#visits", "1");
            screen.lookAtBothWidths("search-filters");
            page.locator(".further button").click();
            assertEquals("WINDOW", page.inputValue("#channel"));
            assertTrue(page.textContent(".chosen").contains("最多跑一次"));
            screen.lookAtBothWidths("search-narrowed");
            page.locator(".chosen a").first().click();
            assertEquals("", page.inputValue("#channel"));
            assertEquals("1", page.inputValue("#visits"), "the other filter stays");
            screen.open("/items?q=%E7%81%AB%E6%98%9F%E7%A7%BB%E6%B0%91");
            assertTrue(page.textContent("main").contains("没有找到相关事项"));
            screen.lookAtBothWidths("search-nothing");
            screen.open("/en/items?q=marriage");
            screen.lookAtBothWidths("search-english");
            screen.open("/zz/items?q=%E5%BC%80%E9%A5%AD%E5%BA%97");
            screen.lookAtBothWidths("search-elder");
            screen.open("/items?theme=housing");
            screen.lookAtBothWidths("items-of-a-theme");
            screen.open("/items");
            page.locator("a[rel=next]").click();
            screen.lookAtBothWidths("items-second-page");
            screen.assertAccessible();
            screen.assertClean();
        }
    }

    @Test
    void wordsThatFoundNothingAreGivenAMeaningInTwoClicks() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            for (int i = 0; i < 3; i++) {
                screen.open("/items?q=%E7%81%AB%E8%BD%A6%E7%A5%A8");
                assertTrue(page.textContent("main").contains("没有找到相关事项"));
            }
            new Officer(screen).signIn("admin");
            page.locator("a[href$='/admin/words']").first().click();
            Locator row = page.locator("#h-unfound ~ * tr:has-text('火车票')");
            screen.lookAtBothWidths("search-unfound");
            row.locator("button[aria-label^='“火车票”就是']").first().click();
            page.waitForURL(url -> url.contains("done=put"));
            String change =
                    page.locator("#h-changes ~ * tr:has-text('火车票')").first().textContent();
            assertTrue(change.contains("罗启航") && change.contains("不指向任何事项"), change);
            screen.lookAtBothWidths("search-word-history");
            page.locator("button[aria-label*='火车票'][aria-label*='恢复']").click();
            page.waitForURL(url -> url.contains("done=remove"));
            assertEquals(0, page.locator("#h-changed ~ * tr:has-text('火车票')").count());
            screen.assertAccessible();
            screen.assertClean();
        }
    }

    @Test
    void anAdministratorGivesAWordItsMeaning() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            new Officer(screen).signIn("admin").open("/admin/words");
            page.fill("#word", "刨马路");
            page.fill("#items", "不存在的事项");
            page.locator("form[action$='/admin/words/keep'] button").first().click();
            assertTrue(page.textContent("#items-error").contains("没有“不存在的事项”这个事项"));
            assertEquals("刨马路", page.inputValue("#word"));
            page.fill("#items", "road-dig");
            page.locator("form[action$='/admin/words/keep'] button").first().click();
            page.waitForURL(url -> url.contains("done=put"));
            assertTrue(page.textContent("main").contains("城市道路占用挖掘许可"));
            screen.forgive("422");
            screen.lookAtBothWidths("search-words");
            page.locator("button[aria-label*='刨马路']").click();
            page.waitForURL(url -> url.contains("done=remove"));
            screen.assertAccessible();
            screen.assertClean();
        }
    }
}
