package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 重复发送: a button pressed twice, or a form that the browser sends again, does its thing once. */
@OnServer
class SentTwiceJourneyIT {

    /** Sends the form of the page again and again at once, as it stands; answers where each led. */
    private static final String SEND =
            """
            async ([selector, verb, times]) => {
              const form = document.querySelector(selector);
              const one = () => {
                const data = new FormData(form);
                if (verb) { data.append('_do', verb); }
                const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
                return fetch(form.action, { method: 'POST', body }).then(async r => r.status + ' ' + new URL(r.url).pathname
                  + ((await r.text()).includes('id="summary"') ? ' refused' : ''));
              };
              const all = [];
              for (let i = 0; i < times; i++) { all.push(one()); }
              const first = await Promise.all(all);
              first.push(await one());
              return [...new Set(first)].join(' | ');
            }""";

    private final YiwangServer server;
    private final City city;

    SentTwiceJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aFileSentTwiceIsKeptOnceAndTurnedOnce() {
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        long before = files(draft);
        try (Screen screen = Screen.phone(server)) {
            Page page = Citizen.at(screen, "chenjing", "/apply/" + draft + "/materials")
                    .page();
            page.locator("input[type=file]").first().setInputFiles(new FilePayload[] {
                new FilePayload("正面.pdf", "application/pdf", City.pdf()), new FilePayload("照片.png", "image/png", png())
            });
            String answers = send(page, "main form", "upload", 3);
            assertEquals("200 /apply/" + draft + "/materials", answers);
            assertEquals(before + 2, files(draft), "two files, however often they came");

            page.reload();
            String turn = page.locator("button[value^='rotate:']").first().getAttribute("value");
            send(page, "main form", turn, 2);
            page.reload();
            assertEquals(1, page.locator("img.turn90").count(), "a quarter once");
            screen.lookAtBothWidths("materials");
            String remove = page.locator("button[value^='remove:']").last().getAttribute("value");
            assertEquals("200 /apply/" + draft + "/materials", send(page, "main form", remove, 2));
            assertEquals(before + 1, files(draft));
            page.reload();
            screen.assertClean();
        }
    }

    @Test
    void aDoubleClickWithoutScriptKeepsAFileOnce() {
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        long before = files(draft);
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = Citizen.at(screen, "chenjing", "/apply/" + draft + "/materials")
                    .page();
            page.locator("main form details summary").first().click();
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload("正面.pdf", "application/pdf", City.pdf()));
            page.locator("button.second[value=upload]:visible").first().dblclick();
            page.locator("a:has-text('正面.pdf')").waitFor();
            assertEquals(1, page.locator("li a:has-text('正面.pdf')").count());
        }
        assertEquals(before + 1, files(draft));
    }

    @Test
    void everyStepOfAnApplicationIsDoneOnce() {
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/items/elder-allowance/apply");
            Page page = citizen.page();
            page.check("input[name=who][value=self]");
            String started = send(page, "main form", "", 2);
            assertTrue(started.matches("200 /apply/[0-9a-f-]{36}"), "one draft: " + started);
            String draft = started.substring("200 /apply/".length());

            citizen.open("/apply/" + draft + "/section/person");
            page.fill("input[name=elderIdNumber]", "123");
            String saved = send(page, "main form", "continue", 2);
            assertEquals(
                    "200 /apply/" + draft + "/section/person refused",
                    saved,
                    "what is wrong is said, and nobody is told that somebody else has saved");

            citizen.open("/apply/" + draft + "/discard");
            assertEquals("200 /my/cases", send(page, "main form", "", 2));
            screen.assertClean();
        }
    }

    @Test
    void anApplicationSubmittedTwiceIsOneCase() {
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        try (Screen screen = Screen.phone(server)) {
            Page page =
                    Citizen.at(screen, "chenjing", "/apply/" + draft + "/check").page();
            page.check("#truthful");
            String submitted = send(page, "main form", "", 3);
            assertTrue(submitted.matches("200 /my/cases/\\d{21}/receipt"), submitted);
        }
    }

    @Test
    void aPageThatWasUsedIsNotUsedForSomethingElse() {
        String no = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/cases/" + no + "/withdraw");
            Page page = citizen.page();
            String key = page.inputValue("input[name=_key]");
            page.fill("#reason", "甲");
            citizen.press("button.danger").sees("已撤回");
            String other = city.submitted("chenjing", "elder-allowance");
            citizen.open("/my/cases/" + other + "/withdraw");
            page.evaluate("key => { document.querySelector('main input[name=_key]').value = key; }", key);
            citizen.press("button.danger").refused("已经提交过");
            screen.forgive("409");
            screen.assertClean();
        }
    }

    private static String send(Page page, String form, String verb, int times) {
        return page.evaluate(SEND, new Object[] {form, verb, times}).toString();
    }

    private long files(String draft) {
        return server.db().number("SELECT count(*) FROM uploaded_file WHERE scope = ?", "draft:" + draft);
    }

    private static byte[] png() {
        try (var out = new java.io.ByteArrayOutputStream()) {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
