package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;

/** 自助终端的路: a person prints his certificate and goes; whoever comes next can reach nothing of it. */
@OnServer
class KioskJourneyIT {

    private static final String PASSWORD = "yiwang-demo-2026";
    private static final String DEVICE = "yw-kiosk";
    private static final String PERSON = "yw-kiosk-person";

    private final YiwangServer server;
    private final Db db;

    KioskJourneyIT(YiwangServer server, Db db) {
        this.server = server;
        this.db = db;
    }

    @Test
    void aPersonPrintsACertificateAndEachCopyIsCounted() {
        try (Screen screen = Screen.kiosk(server)) {
            Page page = setUp(screen);
            page.addInitScript("window.print = function () { window.printed = (window.printed || 0) + 1; };");
            look(screen, "kiosk-start");
            page.click("a.tile[href$='/estate-query']");
            look(screen, "kiosk-card");
            page.click("button[value=chenjing]");
            assertTrue(page.textContent("header").contains("陈*"), "the name on the screen is masked");
            look(screen, "kiosk-item");
            String caseNo = apply(screen, page);
            page.waitForSelector("form[action$='/print'] button");
            page.waitForFunction("() => document.querySelector('img.look').naturalWidth > 500");
            look(screen, "kiosk-case");

            print(page);
            page.waitForFunction("() => window.printed === 1");
            assertTrue(page.locator(".sheet img").count() >= 1, "the pages are there for the printer");
            look(screen, "kiosk-print");
            assertEquals(
                    onPaper(page), page.locator(".sheet").count(), "a sheet is a page, and nothing else is printed");
            page.click("a:has-text('返回办件')");
            assertTrue(page.textContent("main").contains("已打印 1 份，最多 3 份"));
            print(page);
            page.click("a:has-text('返回办件')");
            String form = page.getAttribute("form[action$='/print']", "action");
            String key = page.inputValue("input[name=_key]");
            print(page);
            assertEquals(3, copies(caseNo));

            String again = page.evaluate(post(form, key)).toString();
            assertTrue(again.startsWith("200") && again.contains("已送打印机"), "the same press prints nothing again");
            assertFalse(again.contains("data:image"), "and gives nothing to print");
            String fourth =
                    page.evaluate(post(form, UUID.randomUUID().toString())).toString();
            assertTrue(fourth.startsWith("409") && fourth.contains("综合窗口"), "a fourth is refused and told where to go");
            assertEquals(3, copies(caseNo));
            screen.forgive("409");

            page.click("a:has-text('返回办件')");
            assertEquals(0, page.locator("form[action$='/print']").count());
            look(screen, "kiosk-copies-used");
            rates(screen, page, caseNo);
            assertEquals(
                    List.of(1L, 2L, 3L),
                    db
                            .rows(
                                    "SELECT copy FROM print_copy WHERE case_no = ? AND device_name = '自助终端01号' ORDER BY copy",
                                    caseNo)
                            .stream()
                            .map(row -> ((Number) row.get("copy")).longValue())
                            .toList());
        }
    }

    /** 一事一评: right there, once, under the channel of the device. */
    private void rates(Screen screen, Page page, String caseNo) {
        page.click("form:has(.grades) button");
        assertTrue(page.textContent("main").contains("五个等级"), "no grade is no rating");
        page.check("input[name=level][value='4']");
        page.check("input[name=tag][value='quick']");
        look(screen, "kiosk-rate");
        page.click("form:has(.grades) button");
        assertTrue(page.textContent("main").contains("您的评价"));
        assertEquals(0, page.locator(".grades").count(), "once");
        assertEquals(
                "KIOSK",
                db.text(
                        "SELECT r.channel FROM rating r JOIN case_file c ON c.id = r.case_id WHERE c.case_no = ?",
                        caseNo));
        look(screen, "kiosk-rated");
    }

    @Test
    void aCopyThatDidNotComeOutIsGivenBackOnceAndStaffAreTold() {
        try (Screen screen = Screen.kiosk(server)) {
            Page page = setUp(screen);
            page.addInitScript("window.print = function () { window.printed = (window.printed || 0) + 1; };");
            page.click("a.tile[href$='/estate-query']");
            page.click("button[value=chenjing]");
            page.click("button:has-text('开始办理')");
            String caseNo = applyFromHere(page);
            page.waitForSelector("form[action$='/print'] button");
            print(page);
            String failed = page.getAttribute("form[action$='/not-printed']", "action");
            String press = page.inputValue("input[name=press]");
            page.click("button:has-text('没有打印出来')");
            page.waitForSelector(".note.ok");
            assertTrue(page.textContent("main").contains("已通知工作人员"));
            assertTrue(page.textContent("main").contains("已打印 0 份，最多 3 份"), "it counts no more");
            look(screen, "kiosk-given-back");
            assertEquals(1, copies(caseNo), "and stays in the log");
            assertEquals(1, db.number("SELECT count(*) FROM print_given_back WHERE press = CAST(? AS uuid)", press));
            assertEquals(
                    1,
                    db.number(
                            "SELECT count(*) FROM notice WHERE case_no = ? AND topic = 'kiosk.printFailed'"
                                    + " AND recipient LIKE 'officer:%'",
                            caseNo));

            print(page);
            assertTrue(page.textContent("h1").contains("第 1 份"));
            look(screen, "kiosk-print-again");
            String again = page.inputValue("input[name=press]");
            page.click("button:has-text('没有打印出来')");
            page.waitForLoadState();
            assertTrue(page.textContent("main").contains("综合窗口"), "a second time is for a clerk to see to");
            screen.forgive("409");
            look(screen, "kiosk-given-back-refused");
            String foreign = page.evaluate(post(
                            failed,
                            UUID.randomUUID().toString(),
                            UUID.randomUUID().toString()))
                    .toString();
            assertTrue(foreign.startsWith("404"), "a press that never was");
            screen.forgive("404");
            assertEquals(1, db.number("SELECT count(*) FROM print_given_back WHERE press = CAST(? AS uuid)", press));
            assertEquals(0, db.number("SELECT count(*) FROM print_given_back WHERE press = CAST(? AS uuid)", again));
        }
    }

    @Test
    void aKioskThatWaitsIsHeardOfAndASilentOneIsSeen() {
        try (Screen screen = Screen.kiosk(server);
                Screen desk = Screen.desk(server)) {
            Page page = setUp(screen);
            page.clock().install();
            page.navigate(server.url() + "/kiosk");
            db.change("UPDATE sitting SET renewed_at = now() - interval '7 minutes' WHERE kind = 'KIOSK'");
            new Officer(desk).signIn("supervisor").open("/supervision/overview");
            assertTrue(kiosk(desk).contains("没有响应"), kiosk(desk));
            desk.assertClean();
            desk.lookAtBothWidths("supervision-kiosks");

            page.waitForResponse(
                    reply -> reply.url().endsWith("/kiosk/beat") && reply.status() == 200,
                    () -> page.clock().fastForward(61_000));
            desk.page().reload();
            assertTrue(kiosk(desk).contains("在线"), kiosk(desk));
            screen.assertClean();
        }
    }

    private static String kiosk(Screen desk) {
        return desk.page().locator("#kiosks tbody tr:has-text('kiosk-01')").innerText();
    }

    @Test
    @DisplayName("自助机空闲强退后,新用户看不到任何前一会话数据")
    void theNextPersonCanReachNothingOfTheOneBefore() {
        try (Screen first = Screen.kiosk(server)) {
            Page page = setUp(first);
            page.click("a.tile[href$='/estate-query']");
            page.click("button[value=chenjing]");
            page.click("button:has-text('开始办理')");
            String section = path(page);
            String caseNo = applyFromHere(page);
            page.waitForSelector("form[action$='/print'] button");
            List<String> hers =
                    List.of("/kiosk/cases/" + caseNo, section, page.getAttribute("img.look", "src"), "/kiosk/cases");
            Cookie person = cookie(first, PERSON);

            page.click("button:has-text('结束')");
            assertTrue(page.textContent("main").contains("已结束"));
            assertEquals(0, openSessions());
            page.goBack();
            nothingLeft(page, caseNo);
            page.goBack();
            nothingLeft(page, caseNo);
            for (String url : hers) {
                page.navigate(server.url() + url);
                nothingLeft(page, caseNo);
            }
            page.navigate(server.url() + "/my/cases");
            assertTrue(page.url().contains("/sign-in"), "a kiosk's session counts nowhere else");
            first.context().addCookies(List.of(person));
            page.navigate(server.url() + hers.get(0));
            assertTrue(page.url().endsWith("/kiosk?said=idle"), "her token is worth nothing any more");

            try (Screen next = Screen.kiosk(server)) {
                next.context().addCookies(List.of(cookie(first, DEVICE)));
                Page his = next.open("/kiosk/cases");
                his.click("button[value=wangqiang]");
                his.waitForURL("**/kiosk/cases");
                assertFalse(his.content().contains(caseNo));
                for (String url : hers.subList(0, 3)) {
                    assertEquals(404, his.navigate(server.url() + url).status(), url);
                    nothingLeft(his, caseNo);
                }
                next.forgive("404");
                next.assertClean();
            }
            first.assertClean();
        }
    }

    @Test
    @DisplayName("自助机空闲强退后,新用户看不到任何前一会话数据")
    void whenNobodyTouchesItTheScreenAsksAndThenWipesItself() {
        try (Screen screen = Screen.kiosk(server)) {
            Page page = setUp(screen);
            page.clock().install();
            page.navigate(server.url() + "/kiosk/cases");
            page.click("button[value=lijianguo]");
            page.waitForURL("**/kiosk/cases");
            assertEquals(1, openSessions());
            page.clock().fastForward(31_000);
            page.waitForSelector("#idle[open]");
            screen.assertAccessible();
            screen.shot("kiosk-idle");
            page.click("#idle-go");
            page.clock().fastForward(25_000);
            assertEquals(0, page.locator("#idle[open]").count(), "继续 begins a new minute");
            page.clock().fastForward(10_000);
            page.waitForSelector("#idle[open]");
            page.clock().fastForward(30_000);
            page.waitForURL("**/kiosk?said=idle");
            assertEquals(0, openSessions());
            page.goBack();
            nothingLeft(page, "李*");
            screen.assertClean();
        }
    }

    @Test
    @DisplayName("自助机空闲强退后,新用户看不到任何前一会话数据")
    void theServerEndsTheSessionByItselfWithoutAnyScript() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = setUp(screen);
            page.navigate(server.url() + "/kiosk/cases");
            page.click("button[value=lijianguo]");
            page.waitForURL("**/kiosk/cases");
            assertTrue(
                    page.locator("noscript meta[http-equiv=refresh]").count() == 1
                            || page.content().contains("http-equiv=\"refresh\""),
                    "the screen goes back by itself");
            db.change("UPDATE sitting SET expires_at = now() - interval '1 second' WHERE device_id <> 0");
            page.navigate(server.url() + "/kiosk/cases");
            assertTrue(page.url().endsWith("/kiosk?said=idle"), page.url());
            nothingLeft(page, "李*");
        }
    }

    @Test
    @DisplayName("打印队列为空")
    void afterTheForcedExitNothingWaitsToBePrinted() {
        try (Screen screen = Screen.kiosk(server)) {
            Page page = setUp(screen);
            page.addInitScript("window.print = function () { window.printed = (window.printed || 0) + 1; };");
            page.click("a.tile[href$='/estate-query']");
            page.click("button[value=chenjing]");
            page.click("button:has-text('开始办理')");
            String caseNo = applyFromHere(page);
            page.waitForSelector("form[action$='/print'] button");
            String form = page.getAttribute("form[action$='/print']", "action");
            String key = page.inputValue("input[name=_key]");
            page.clock().install();
            print(page);
            page.clock().fastForward(31_000);
            page.waitForSelector("#idle[open]");
            page.clock().fastForward(30_000);
            page.waitForURL("**/kiosk?said=idle");
            nothingToPrint(page);
            nothingLeft(page, caseNo);
            try (Screen next = Screen.kiosk(server)) {
                next.context().addCookies(List.of(cookie(screen, DEVICE)));
                Page his = next.open("/kiosk/cases");
                his.click("button[value=wangqiang]");
                his.waitForURL("**/kiosk/cases");
                nothingToPrint(his);
                for (String press : List.of(key, UUID.randomUUID().toString())) {
                    String reply = his.evaluate(post(form, press)).toString();
                    assertTrue(reply.startsWith("404") && !reply.contains("data:image"), reply);
                }
                next.forgive("404");
                next.assertClean();
            }
            assertEquals(1, copies(caseNo), "what she printed herself, and nothing after her");
            PlaywrightException kept = assertThrows(PlaywrightException.class, page::goBack);
            assertTrue(kept.getMessage().contains("ERR_CACHE_MISS"), "the browser kept nothing of the sheets");
        }
    }

    private static void nothingToPrint(Page page) {
        assertEquals(0, page.locator(".sheet, img[src^='data:image']").count(), page.url());
    }

    @Test
    void aBrowserThatWasNotSetUpIsNoKiosk() {
        try (Screen screen = Screen.desk(server)) {
            for (String url : List.of("/kiosk", "/kiosk/card", "/kiosk/cases", "/kiosk/progress")) {
                assertEquals(403, screen.page().navigate(server.url() + url).status(), url);
                assertTrue(screen.page().textContent("main").contains("还没有启用"));
            }
            screen.open("/kiosk/setup");
            screen.page().fill("#login", "chenjing");
            screen.page().fill("#password", PASSWORD);
            screen.page().fill("#device", "kiosk-01");
            screen.page().click("main button[type=submit]");
            assertTrue(screen.page().textContent("#summary").contains("只有系统管理员"));
            screen.page().fill("#login", "admin");
            screen.page().fill("#password", PASSWORD);
            screen.page().click("main button[type=submit]");
            assertTrue(screen.page().textContent("main").contains("本机已启用"));
            assertTrue(
                    screen.context().cookies().stream().noneMatch(cookie -> cookie.name.equals("yw-session")),
                    "the administrator's own session does not stay");
            screen.forgive("403");
            screen.assertClean();
            look(screen, "kiosk-start-1366");
            screen.open("/kiosk/progress");
            look(screen, "kiosk-progress-1366");
            screen.assertClean();
        }
    }

    /** Sets this browser up as a kiosk and shows its start. */
    private Page setUp(Screen screen) {
        Page page = screen.open("/kiosk/setup");
        page.fill("#login", "kiosk-01");
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        assertTrue(page.textContent("main").contains("本机已启用"));
        return page;
    }

    private String apply(Screen screen, Page page) {
        page.click("button:has-text('开始办理')");
        AnswerSheet.granted("estate-query").fill(page);
        look(screen, "kiosk-section");
        return applyFromHere(page);
    }

    /** From any section to the case; answers its number. */
    private String applyFromHere(Page page) {
        while (path(page).contains("/section/")) {
            AnswerSheet.granted("estate-query").fill(page);
            page.click("button[value=continue]");
        }
        page.check("#truthful");
        page.check("#consent");
        page.click("main button[type=submit]");
        page.waitForURL(Pattern.compile(".*/kiosk/cases/\\d{21}$"));
        return path(page).substring("/kiosk/cases/".length());
    }

    /** How many pages the printer would put out. */
    private static int onPaper(Page page) {
        String pdf = new String(
                page.pdf(new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(YiwangServer.root().resolve("src-test/target/screenshots/kiosk-paper.pdf"))),
                StandardCharsets.ISO_8859_1);
        return pdf.split("/Type /Page\\b", -1).length - 1;
    }

    private static void print(Page page) {
        page.click("form[action$='/print'] button");
        page.waitForSelector("h1:has-text('正在打印')");
    }

    /** A press of the button as a program would send it; answers status and page. */
    private static String post(String action, String key) {
        return post(action, key, "");
    }

    private static String post(String action, String key, String press) {
        return """
        async () => {
          const form = new URLSearchParams();
          const csrf = document.querySelector('#end input');
          form.set(csrf.name, csrf.value);
          form.set('_key', '%s');
          form.set('press', '%s');
          const reply = await fetch('%s', { method: 'POST', body: form });
          return reply.status + ' ' + await reply.text();
        }"""
                .formatted(key, press, action);
    }

    private void nothingLeft(Page page, String what) {
        assertFalse(page.content().contains(what), () -> what + " still shows on " + page.url());
        assertFalse(page.content().contains("陈*"), "the name is gone");
    }

    /** Takes the picture of a page that is clean and has nothing too small to press. */
    private static void look(Screen screen, String name) {
        screen.shot(name);
        screen.assertClean();
        Object small = screen.page()
                .evaluate(
                        """
                        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, select')]
                          .map(e => [e, (e.closest('label') || e).getBoundingClientRect()])
                          .filter(([e, box]) => box.width > 1 && box.height > 1 && box.height < 60 && !e.closest('dialog'))
                          .map(([e]) => e.outerHTML.slice(0, 120))""");
        assertEquals(List.of(), small, "targets below 60 px");
    }

    private static String path(Page page) {
        return java.net.URI.create(page.url()).getPath();
    }

    private long copies(String caseNo) {
        return db.number("SELECT count(*) FROM print_copy WHERE case_no = ?", caseNo);
    }

    private long openSessions() {
        return db.number("SELECT count(*) FROM sitting WHERE device_id <> 0");
    }

    private static Cookie cookie(Screen screen, String name) {
        Cookie found = screen.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElseThrow();
        assertTrue(found.httpOnly);
        return found;
    }
}
