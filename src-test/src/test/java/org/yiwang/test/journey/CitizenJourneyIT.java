package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 市民的路: a citizen with a phone applies for the old-age allowance and follows the case; with JavaScript and without. */
@OnServer
class CitizenJourneyIT {

    private final YiwangServer server;

    CitizenJourneyIT(YiwangServer server) {
        this.server = server;
    }

    @Test
    void appliesOnAPhoneAndFollowsTheCaseToItsEnd() {
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/");
            screen.assertClean();
            screen.picture("home-390");
            page.fill("input[type=search]", "高龄");
            page.press("input[type=search]", "Enter");
            page.click("a:has-text('高龄津贴申领')");
            screen.assertClean();
            screen.picture("guide-390");
            String no = apply(screen, page);
            screen.assertClean();
            screen.picture("receipt-390");
            decide(no);
            page.navigate(server.url() + "/my/cases/" + no);
            assertTrue(page.textContent("main").contains("已办结"));
            screen.assertClean();
            screen.picture("case-390");
            page.check("input[name=level][value='5']");
            page.click("button[value=rate]");
            assertEquals(0, page.locator("button[value=rate]").count(), "a case is rated once");
            screen.assertClean();
        }
    }

    @Test
    void appliesWithoutJavaScript() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.open("/items/elder-allowance");
            String no = apply(screen, page);
            page.navigate(server.url() + "/my/cases/" + no);
            assertTrue(page.textContent("main").contains("已提交"));
        }
    }

    @Test
    void aWrongNumberIsNamedAndNothingTypedIsLost() {
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.open("/items/elder-allowance");
            begin(page);
            AnswerSheet.granted("elder-allowance").fill(page);
            page.fill("input[name=elderIdNumber]", "999999194003150029");
            next(page);
            screen.assertWrong("the title says that something is wrong");
            assertEquals("999999194003150029", page.inputValue("input[name=elderIdNumber]"));
            assertTrue(page.locator("a[href$='elderIdNumber']").count() > 0, "the summary leads to the field");
            screen.assertClean();
        }
    }

    @Test
    void theElderVersionFitsAPhoneOnEveryPage() {
        City city = new City(server);
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        String no = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/zz/");
            for (String path : List.of(
                    "/items/elder-allowance",
                    "/apply/" + draft,
                    "/apply/" + draft + "/section/person",
                    "/apply/" + draft + "/materials",
                    "/apply/" + draft + "/service",
                    "/apply/" + draft + "/check",
                    "/my/cases",
                    "/my/cases/" + no,
                    "/my/cases/" + no + "/withdraw",
                    "/progress",
                    "/verify")) {
                citizen.open("/zz" + path);
                screen.assertClean();
            }
        }
    }

    /** From the guide to the receipt; answers the case number. */
    private String apply(Screen screen, Page page) {
        begin(page);
        AnswerSheet answers = AnswerSheet.granted("elder-allowance");
        for (int guard = 0; guard < 20 && !page.url().contains("/receipt"); guard++) {
            if (page.url().contains("/section/")) {
                answers.fill(page);
                next(page);
            } else if (page.url().endsWith("/materials")) {
                upload(page);
                next(page);
            } else if (page.url().endsWith("/service")) {
                page.check("input[name=method][value=ELECTRONIC]");
                page.check("#consent");
                next(page);
            } else if (page.url().endsWith("/check")) {
                page.check("#truthful");
                next(page);
            } else {
                throw new AssertionError("lost at " + page.url() + ": " + page.textContent("main"));
            }
        }
        return page.textContent(".big-number.num").strip();
    }

    private static void begin(Page page) {
        page.click("a:has-text('在线办理')");
        if (page.url().contains("/sign-in")) {
            page.click("button[value=chenjing]");
        }
        page.check("input[name=who][value=self]");
        next(page);
        if (!page.url().contains("/section/")) {
            page.click("main a.button");
        }
    }

    private static void upload(Page page) {
        int files = page.locator("input[type=file]:visible").count();
        for (int i = 0; i < files; i++) {
            page.locator("input[type=file]:visible")
                    .nth(i)
                    .setInputFiles(new FilePayload("材料.pdf", "application/pdf", sample()));
        }
    }

    private static void next(Page page) {
        page.click("main form .actions button.big, main form > button.big");
        page.waitForLoadState();
    }

    /** Clerk and officers do their part over the API. */
    private void decide(String no) {
        City city = new City(server);
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "老年人权益保障法第三十三条");
        city.settle();
    }

    private static byte[] sample() {
        try (var in = CitizenJourneyIT.class.getResourceAsStream("/demo/sample.pdf")) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
