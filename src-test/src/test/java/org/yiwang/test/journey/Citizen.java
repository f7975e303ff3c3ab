package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.yiwang.test.browser.Screen;

/** 办事人: a citizen at his screen, and what he does there again and again. */
final class Citizen {

    private final Screen screen;
    private final Page page;

    Citizen(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
    }

    /** Signs in with the demo account and goes to a path. */
    static Citizen at(Screen screen, String login, String path) {
        Citizen citizen = new Citizen(screen);
        screen.open("/sign-in");
        screen.page().evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        screen.page().locator("button[value=" + login + "]").first().click();
        screen.page().waitForURL(url -> !url.contains("/sign-in"));
        return citizen.open(path);
    }

    Citizen open(String path) {
        screen.open(path);
        return this;
    }

    Page page() {
        return page;
    }

    /** Presses a button and waits for the page that answers. */
    Citizen press(String selector) {
        page.waitForResponse(
                reply -> reply.request().isNavigationRequest() && reply.status() / 100 != 3,
                () -> page.locator(selector).first().click());
        page.waitForLoadState();
        return this;
    }

    /** The summary of what is wrong says this. */
    Citizen refused(String words) {
        Locator summary = page.locator("#summary");
        summary.waitFor();
        assertTrue(summary.innerText().contains(words), () -> words + " in " + summary.innerText());
        return this;
    }

    /** The page says this somewhere. */
    Citizen sees(String words) {
        String text = page.locator("main").innerText();
        assertTrue(text.contains(words), () -> words + " in " + text);
        return this;
    }

    String typed(String selector) {
        return page.inputValue(selector);
    }
}
