package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 英文页面: whoever reads no Chinese is told in English what is wrong; what stays Chinese is marked as Chinese. */
@OnServer
class EnglishJourneyIT {

    /** Chinese that a screen reader would read out as English; names of people are names in every language. */
    private static final String UNMARKED =
            """
            () => {
              const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const text = walk.currentNode.data.replace(/\\p{Script=Han}\\*+|陈静|李建国/gu, '');
                const parent = walk.currentNode.parentElement;
                if (/\\p{Script=Han}/u.test(text) && !parent.closest('script, style, template')
                    && !(parent.closest('[lang]').lang.startsWith('zh'))) {
                  found.push(text.trim());
                }
              }
              return found;
            }""";

    private final YiwangServer server;
    private final City city;

    EnglishJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void everybodyCanReadThePublicPages() {
        try (Screen screen = Screen.phone(server)) {
            for (String path :
                    List.of("/", "/items", "/items/elder-allowance", "/progress", "/verify", "/sign-in", "/help")) {
                screen.open("/en" + path);
                look(screen, "en" + path.replace('/', '-'));
            }
            screen.open("/en/no-such-page");
            screen.forgive("404");
            look(screen, "en-404");
            Page page = screen.open("/en/sign-in");
            page.fill("#login", "chenjing");
            page.fill("#password", "wrong");
            new Citizen(screen).press("main form button.big").refused("Account or password is wrong");
            look(screen, "en-sign-in-refused");
            screen.open("/en/progress");
            page.fill("#caseNo", "123");
            page.fill("#queryCode", "ABCDEF");
            new Citizen(screen).press("main form button").refused("21 digits");
            look(screen, "en-progress-refused");
            screen.open("/en/verify");
            page.setInputFiles(
                    "#file", new FilePayload("a.txt", "text/plain", "no PDF".getBytes(StandardCharsets.UTF_8)));
            new Citizen(screen).press("form[method=post] button[type=submit]").refused("Only PDF files");
            look(screen, "en-verify-refused");
        }
    }

    @Test
    void applyingIsExplainedInEnglish() {
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        String begun = who.post("/drafts", Api.object("itemCode", "elder-allowance"))
                .expect(201)
                .text("/id");
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/en/items/elder-allowance/apply");
            look(screen, "en-apply-start");
            citizen.open("/en/apply/" + begun);
            look(screen, "en-tasks");
            citizen.open("/en/apply/" + begun + "/section/person").press("button.big");
            look(screen, "en-section-refused");
            citizen.open("/en/apply/" + draft + "/materials");
            citizen.page().locator("main form details summary").first().click();
            citizen.page()
                    .locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload("notes.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
            citizen.press("button.big").refused("“notes.txt” is not a PDF, JPG or PNG");
            look(screen, "en-file-refused");
            citizen.open("/en/apply/" + begun + "/service");
            citizen.page().check("input[name=method][value=ELECTRONIC]");
            citizen.page().uncheck("#consent");
            citizen.page().fill("#phone", "12");
            citizen.press("button.big").refused("Tick the box");
            look(screen, "en-service-refused");
            citizen.open("/en/apply/" + draft + "/check");
            look(screen, "en-check");
            citizen.page().check("#truthful");
            citizen.press("main form button.big");
            look(screen, "en-receipt");
            citizen.open("/en/my/cases");
            look(screen, "en-my-cases");
            citizen.open("/en/my/notices");
            look(screen, "en-notices");
        }
    }

    @Test
    void aCaseIsFollowedInEnglishAndItsLettersAreMarkedAsChinese() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.bankAccount", "text", "请核对。")),
                "note",
                "请尽快补正。");
        city.settle();
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/en/my/cases/" + no);
            citizen.sees("Official documents are issued in Chinese.");
            look(screen, "en-case");
            citizen.open("/en/my/cases/" + no + "/correction");
            citizen.page().fill("#f-bankAccount", "abc");
            citizen.press("button.big");
            look(screen, "en-correction-refused");
            citizen.page().fill("#f-bankAccount", "6222000000000000996");
            citizen.press("button.big").sees("Your correction has been sent.");
            look(screen, "en-case-corrected");
            city.act(city.as("window-1"), no, "ACCEPT");
            citizen.open("/en/my/cases/" + no).press("button[value=urge]").press("button[value=urge]");
            citizen.refused("You have sent a reminder today");
            screen.forgive("429");
            look(screen, "en-urge-refused");
            citizen.open("/en/my/cases/" + no + "/withdraw");
            look(screen, "en-withdraw");
            citizen.open("/en/my/cases/" + no.substring(0, 20) + "X");
            screen.forgive("404");
            look(screen, "en-foreign-case");
        }
    }

    private static void look(Screen screen, String name) {
        screen.lookAtBothWidths(name);
        assertEquals(
                List.of(),
                screen.page().evaluate(UNMARKED),
                () -> "Chinese not marked as such on " + screen.page().url());
        screen.assertClean();
    }
}
