package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 新生儿出生一件事: a mother with a phone asks for everything at once and sees on one page what has become of it. */
@OnServer
class BundleJourneyIT {

    private final YiwangServer server;

    BundleJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void aMotherAsksForEverythingAtOnceOnHerPhone() {
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/");
            page.click("section[aria-labelledby=bundles] a:has-text('新生儿出生一件事')");
            screen.assertClean();
            screen.shot("bundle-guide-390");
            begin(page);
            fill(screen, page);
            assertTrue(page.url().contains("/my/bundles/"), page.url());
            String text = page.textContent("main");
            assertTrue(text.contains("等待前面的事项") && text.contains("承诺最迟"), text);
            screen.assertClean();
            screen.shot("bundle-submitted-390");
            settle();
            page.navigate(page.url().replaceAll("\\?.*", ""));
            assertTrue(page.textContent("main").contains("出生医学证明"));
            assertEquals(0, page.locator("ol.errand >> text=等待前面的事项").count(), "what waited has begun");
            screen.assertClean();
            screen.shot("bundle-390");
            String bundle = page.url();
            page.navigate(server.url() + "/my/cases");
            screen.assertClean();
            screen.shot("my-cases-bundle-390");
            for (String mode : new String[] {"/en", "/zz"}) {
                page.navigate(bundle.replace(server.url(), server.url() + mode));
                screen.assertClean();
                screen.shot("bundle" + mode.replace('/', '-') + "-390");
                page.navigate(server.url() + mode + "/items/bundle-birth");
                screen.assertClean();
            }
            page.navigate(bundle + "/withdraw");
            screen.assertClean();
            screen.shot("bundle-withdraw-390");
            page.click("main form button.danger");
            page.waitForURL(url -> url.endsWith("said=withdrawn"));
            assertTrue(page.textContent("main").contains("部分事项未办成"));
            page.check("input[name=level][value='5']");
            page.click("button[value=rate]");
            page.waitForURL(url -> url.endsWith("said=rate"));
            assertEquals(0, page.locator("button[value=rate]").count(), "an errand is rated once");
            screen.assertClean();
        }
    }

    @Test
    void theErrandReadsWellOnAWideScreen() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.open("/");
            screen.assertClean();
            screen.shot("home-bundles-1366");
            page.navigate(server.url() + "/items/bundle-restaurant");
            screen.assertClean();
            screen.shot("bundle-guide-1366");
            begin(page);
            fill(screen, page);
            settle();
            page.navigate(page.url().replaceAll("\\?.*", ""));
            screen.assertClean();
            screen.shot("bundle-1366");
            String food = page.locator("ol.errand h3 a:has-text('食品经营许可')")
                    .getAttribute("href")
                    .replaceAll(".*/", "");
            theOfficerSeesWhatItIsPartOf(food);
        }
    }

    private void theOfficerSeesWhatItIsPartOf(String caseNo) {
        try (Screen screen = Screen.desk(server)) {
            new Officer(screen).signIn("window-1").open("/desk/case?no=" + caseNo);
            String card = screen.page().textContent("section[aria-labelledby=h-errand]");
            assertTrue(card.contains("开办餐饮店一件事") && card.contains("个体工商户登记"), card);
            screen.assertClean();
            screen.shot("bundle-desk-1366");
        }
    }

    private void settle() {
        Instant now = new City(server).now();
        server.api()
                .put("/clock")
                .json(Map.of("now", now.plusSeconds(10).toString()))
                .send()
                .expect(200);
    }

    private void fill(Screen screen, Page page) {
        boolean restaurant = page.locator("main").textContent().contains("店铺");
        AnswerSheet answers = AnswerSheet.of(
                restaurant
                        ? new City(server).errand("bundle-restaurant", "new")
                        : new City(server).errand("bundle-birth", "all"));
        for (int guard = 0; guard < 20 && !page.url().contains("/my/bundles/"); guard++) {
            if (page.url().contains("/section/")) {
                answers.fill(page);
                if (guard == 0) {
                    screen.assertClean();
                    screen.shot("bundle-choose");
                }
                next(page);
            } else if (page.url().endsWith("/materials")) {
                upload(page);
                next(page);
            } else if (page.url().endsWith("/service")) {
                page.check("input[name=method][value=ELECTRONIC]");
                page.check("#consent");
                next(page);
            } else if (page.url().endsWith("/check")) {
                screen.assertClean();
                screen.shot("bundle-check");
                page.check("#truthful");
                next(page);
            } else {
                throw new AssertionError("lost at " + page.url() + ": " + page.textContent("main"));
            }
        }
    }

    private static void begin(Page page) {
        page.click("a:has-text('在线办理')");
        page.waitForURL(url -> url.contains("/sign-in") || url.contains("/apply"));
        if (page.url().contains("/sign-in")) {
            page.click("button[value=chenjing]");
            page.waitForURL(url -> url.contains("/apply"));
        }
        page.check("input[name=who][value=self]");
        next(page);
        if (!page.url().contains("/section/")) {
            page.click("main a.button");
            page.waitForURL(url -> url.contains("/section/"));
        }
    }

    private static void upload(Page page) {
        int files = page.locator("input[type=file]:visible").count();
        for (int i = 0; i < files; i++) {
            page.locator("input[type=file]:visible")
                    .nth(i)
                    .setInputFiles(new FilePayload("材料.pdf", "application/pdf", City.pdf()));
        }
    }

    private static void next(Page page) {
        String before = page.url();
        page.click("main form .actions button.big, main form > button.big");
        page.waitForURL(url -> !url.equals(before));
    }
}
