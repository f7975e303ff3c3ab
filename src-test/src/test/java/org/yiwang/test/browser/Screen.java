package org.yiwang.test.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.yiwang.test.YiwangServer;

/**
 * A person in front of a screen: a fresh browser profile on the running portal, watched for errors. A journey ends with
 * {@link #assertClean()}.
 *
 * <pre>{@code
 * try (Screen screen = Screen.phone(server)) {
 *     Page page = screen.open("/");
 *     …
 *     screen.shot("home");
 *     screen.assertClean();
 * }
 * }</pre>
 */
public final class Screen implements AutoCloseable {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Path PICTURES = YiwangServer.root().resolve("src-test/target/screenshots");

    private final BrowserContext context;
    private final Page page;
    private final boolean script;
    private final List<String> troubles = new ArrayList<>();

    private Screen(YiwangServer server, int width, int height, boolean script) {
        this.script = script;
        this.context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.url())
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(15_000);
        context.onPage(this::watch);
        this.page = context.newPage();
    }

    /** 390 px wide. */
    public static Screen phone(YiwangServer server) {
        return new Screen(server, 390, 844, true);
    }

    /** 390 px wide, JavaScript off. */
    public static Screen phoneWithoutScript(YiwangServer server) {
        return new Screen(server, 390, 844, false);
    }

    /** An office screen, 1366 px wide. */
    public static Screen desk(YiwangServer server) {
        return new Screen(server, 1366, 768, true);
    }

    /** An upright kiosk screen. */
    public static Screen kiosk(YiwangServer server) {
        return new Screen(server, 1080, 1920, true);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** The whole page as a picture in {@code src-test/target/screenshots}. */
    public Path shot(String name) {
        Path file = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** The same page as it looks on a phone and on an office screen, as {@code name-390} and {@code name-1366}. */
    public void lookAtBothWidths(String name) {
        ViewportSize now = page.viewportSize();
        page.setViewportSize(1366, 768);
        shot(name + "-1366");
        page.setViewportSize(390, 844);
        shot(name + "-390");
        assertFitsWidth();
        page.setViewportSize(now.width, now.height);
    }

    /** What the screen shows, for the README, when the run is asked for it ({@code -Dyiwang.screenshots=true}). */
    public void picture(String name) {
        if (Boolean.getBoolean("yiwang.screenshots")) {
            Path file = YiwangServer.root().resolve("docs/images").resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    /** An error that the journey causes on purpose; call it when it has happened. */
    public void forgive(String part) {
        troubles.removeIf(trouble -> trouble.contains(part));
    }

    /** No serious finding of axe, no error on the console, nothing to scroll sideways. */
    public void assertClean() {
        assertEquals(List.of(), troubles, "console errors and failed requests");
        assertFitsWidth();
        assertAccessible();
    }

    /** 表单有误: the page that comes, however long that takes, begins its title with it, as screen readers need. */
    public void assertWrong(String rule) {
        try {
            PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile("^错误"));
        } catch (AssertionFailedError other) {
            throw new AssertionFailedError(rule, other);
        }
    }

    /** axe runs in the page and needs its scripts, so without JavaScript this looks at nothing. */
    public void assertAccessible() {
        if (script) {
            assertEquals(List.of(), findings(), () -> "axe on " + page.url());
        }
    }

    /** On a phone nothing may be wider than the screen. */
    public void assertFitsWidth() {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        int screen = ((Number) page.evaluate("document.documentElement.clientWidth")).intValue();
        assertTrue(wide <= screen, () -> page.url() + " is " + wide + " px wide on a screen of " + screen);
    }

    @Override
    public void close() {
        context.close();
    }

    private List<String> findings() {
        // A colour on its way from asleep to awake is neither; axe would judge the moment.
        page.waitForFunction("() => document.getAnimations().every(a => a.playState !== 'running')");
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    private void watch(Page watched) {
        watched.onConsoleMessage(this::heard);
        watched.onPageError(error -> troubles.add("script error: " + error));
        watched.onResponse(this::seen);
    }

    private void heard(ConsoleMessage message) {
        if ("error".equals(message.type())) {
            troubles.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void seen(Response response) {
        if (response.status() >= 500) {
            troubles.add(response.status() + " " + response.url());
        }
    }
}
