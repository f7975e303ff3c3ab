package org.yiwang.test.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 工作人员: an officer at his screen, and what he does there again and again. */
final class Officer {

    private static final String AWAKE = "html.ready";

    private final Screen screen;
    private final Page page;

    Officer(Screen screen) {
        this.screen = screen;
        this.page = screen.page();
    }

    /** Signs in; the desk opens at the place of his role. */
    Officer signIn(String login) {
        screen.open("/sign-in");
        page.fill("#login", login);
        page.fill("#password", City.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return awake();
    }

    void signOut() {
        page.locator(".deskhead button.out").click();
        page.waitForURL(url -> !url.contains("/desk") && !url.contains("/window"));
    }

    Officer open(String path) {
        screen.open(path);
        return awake();
    }

    /** Waits until the buttons may be pressed. */
    Officer awake() {
        page.waitForSelector(AWAKE, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** Presses the button of an action's form. */
    void press(String action) {
        page.locator("[id='" + action + ":go']").click();
    }

    /** Presses it and waits for the page that says it is done. */
    void does(String action) {
        press(action);
        page.waitForURL(url -> url.contains("done=" + action));
        awake();
    }

    Locator trouble() {
        Locator summary = page.locator("#summary");
        summary.waitFor();
        return summary;
    }

    String done() {
        return page.locator(".note.ok").innerText();
    }

    /** Types the answers of a package's own test into the form, question by question as they come up. */
    void fill(JsonNode answers) {
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            fill(answer.getKey(), answer.getValue());
        }
    }

    private void fill(String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(part -> fill(name + "." + part.getKey(), part.getValue()));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isObject()) {
                    fill(name + "." + i, value.get(i));
                } else {
                    choose(name, value.get(i).asText());
                }
            }
        } else if (page.locator("[name='" + name + "'][value='" + value.asText() + "']")
                                .count()
                        > 0
                && page.locator("input[type=radio][name='" + name + "']").count() > 0) {
            choose(name, value.asText());
        } else {
            type(page.locator("[name='" + name + "']"), value.asText());
        }
    }

    private void choose(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
    }

    private static void type(Locator input, String text) {
        if ("SELECT".equals(input.evaluate("e => e.tagName"))) {
            input.selectOption(text);
        } else {
            input.fill("date".equals(input.getAttribute("type")) ? isoDay(text) : text);
        }
    }

    /** 2026年3月2日 as a date input takes it. */
    private static String isoDay(String text) {
        String[] parts = text.split("\\D+");
        return String.format("%s-%02d-%02d", parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** Chooses a scan for every material that has to be handed in. */
    void scanAll() {
        Locator inputs = page.locator(".scan input[type=file]");
        for (int i = 0; i < inputs.count(); i++) {
            inputs.nth(i).setInputFiles(scan("scan-" + i + ".pdf"));
        }
    }

    static FilePayload scan(String name) {
        return new FilePayload(name, "application/pdf", City.pdf());
    }
}
