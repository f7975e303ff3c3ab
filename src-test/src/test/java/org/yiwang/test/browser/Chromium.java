package org.yiwang.test.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's Chromium, started once for all browser tests of a run; nothing is downloaded. */
final class Chromium {

    private static final List<String> PROGRAMS =
            List.of("/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser");
    /** It would otherwise look for updates and hosts that a closed network does not have. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static Browser browser;

    private Chromium() {}

    static synchronized Browser get() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setHeadless(true)
                            .setArgs(FLAGS));
        }
        return browser;
    }

    private static Path program() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .or(() -> PROGRAMS.stream()
                        .filter(path -> Files.isExecutable(Path.of(path)))
                        .findFirst())
                .map(Path::of)
                .orElseThrow(() -> new AssertionError(
                        "没有找到 Chromium, 请安装 chromium 或用环境变量 CHROMIUM 指明 (install chromium or name it in CHROMIUM)"));
    }
}
