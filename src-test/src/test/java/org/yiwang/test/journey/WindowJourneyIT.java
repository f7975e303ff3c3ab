package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 窗口: the other ways in which things go at the window, and that a refusal costs neither what was typed nor what was scanned. */
@OnServer
class WindowJourneyIT {

    private static final FilePayload NO_PAPER =
            new FilePayload("notes.txt", "text/plain", "not a scan".getBytes(StandardCharsets.UTF_8));

    private final YiwangServer server;
    private final City city;

    WindowJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void whatIsNotThisAuthoritysIsRefusedWithWhereToGoInstead() {
        String no = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = at(screen, "window-1", no);
            unfold(page, "REFUSE");
            page.fill("#REFUSE-reason", "老人户籍在云西区，应由户籍所在区受理。");
            clerk.press("REFUSE");
            assertEquals(2, clerk.trouble().locator("li").count(), "legal basis and competent authority");
            assertEquals("老人户籍在云西区，应由户籍所在区受理。", page.inputValue("#REFUSE-reason"));
            screen.shot("window-refuse");
            page.fill("#REFUSE-legalBasis", "《云州市高龄津贴发放办法》第四条");
            page.fill("#REFUSE-competentAuthority", "云西区民政局");
            clerk.does("REFUSE");
            assertTrue(clerk.done().contains("不予受理"));
            assertTrue(page.locator(".titleline").innerText().contains("不予受理"));
            screen.assertClean();
            opensAndPrints(screen, no, "不予受理决定书");
        }
    }

    /** A notice of the case opens as a PDF in a tab of its own, from where it is printed. */
    private void opensAndPrints(Screen screen, String no, String title) {
        city.settle();
        Page page = screen.page();
        new Officer(screen).open("/desk/case?no=" + no);
        Locator link = page.locator("section[aria-labelledby=h-documents] li:has(b:text-is('" + title + "')) a");
        assertEquals("_blank", link.getAttribute("target"));
        APIResponse paper = screen.context().request().get(link.getAttribute("href"));
        assertTrue(paper.headers().get("content-type").startsWith("application/pdf"));
        assertTrue(paper.headers().get("content-disposition").startsWith("inline"), "shown, not saved");
        assertTrue(new String(paper.body(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void thatNoLicenceIsNeededIsSaidWithReasonAndBasis() {
        String no = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = at(screen, "window-1", no);
            clerk.does("RECEIVE");
            assertTrue(page.locator(".titleline").innerText().contains("已收件"), "received and not accepted");
            unfold(page, "NO_LICENCE_NEEDED");
            clerk.press("NO_LICENCE_NEEDED");
            assertEquals(2, clerk.trouble().locator("li").count());
            page.fill("#NO_LICENCE_NEEDED-reason", "津贴已自动发放，不需要申请。");
            page.fill("#NO_LICENCE_NEEDED-legalBasis", "《云州市高龄津贴发放办法》第六条");
            clerk.does("NO_LICENCE_NEEDED");
            assertTrue(clerk.done().contains("不需要办理"));
            screen.assertClean();
        }
    }

    @Test
    void anOpenDuplicateIsSaidBeforeItIsAccepted() {
        String first = city.submitted("chenjing", "elder-allowance");
        String second = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.desk(server)) {
            Officer clerk = at(screen, "window-1", second);
            Page page = screen.page();
            Locator warning = page.locator(".note.warn");
            assertTrue(warning.innerText().contains("未办结的办件"));
            screen.shot("window-duplicate");
            screen.assertClean();
            warning.locator("a[href*='" + first + "']").click();
            page.waitForURL(url -> url.contains(first));
            clerk.awake();
            assertTrue(page.locator(".note.warn").innerText().contains(second), "each names the other");
        }
    }

    @Test
    void aGuardianIsRegisteredOnPaperAndEndedAgain() {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            page.fill("#find-number", "999999202506010024");
            page.fill("#find-name", "陈小满");
            page.fill("#find-phone", "13800000109");
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            clerk.awake();
            page.locator(".customer a[href*='/window/agents']").click();
            page.waitForURL(url -> url.contains("/window/agents"));
            clerk.awake();
            page.fill("#agent-number", "999999199304180020");
            page.locator("[id='agent:go']").click();
            assertEquals(1, clerk.trouble().locator("li").count(), "the paper is missing");
            assertEquals("999999199304180020", page.inputValue("#agent-number"), "what was typed stays");
            page.fill("#agent-proof", "出生医学证明");
            page.locator("[id='agent:go']").click();
            page.waitForURL(url -> url.contains("done=registered"));
            clerk.awake();
            Locator line = page.locator("section[aria-labelledby=h-given] li");
            assertEquals(1, line.count());
            assertTrue(line.innerText().contains("监护人") && line.innerText().contains("出生医学证明"));
            assertTrue(line.innerText().contains("2043年6月1日"), "until the eighteenth birthday");
            assertTrue(line.innerText().contains("待监护人同意"), "a child under fourteen");
            screen.shot("window-agents");
            screen.assertClean();
            assertEquals(1, guardianships());
            line.locator("button").click();
            page.waitForURL(url -> url.contains("done=ended"));
            assertEquals(0, guardianships(), "ended from that moment");
        }
    }

    /** How many children chenjing may act for. */
    private long guardianships() {
        return city.as("chenjing").get("/mandates").expect(200).json().path("items").findValuesAsText("kind").stream()
                .filter("GUARDIAN"::equals)
                .count();
    }

    @Test
    void theResultIsHandedOutAgainstIdentityAndTheCaseIsDone() {
        String no = waitingForHandOut();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("result-1");
            page.fill("input[name=no]", no);
            page.getByText("打开办件").last().click();
            page.waitForURL(url -> url.contains("/desk/case"));
            clerk.awake();
            assertTrue(page.locator(".titleline").innerText().contains("制证中"));
            page.fill("#CERTIFY-serialNo", "YD00000100");
            clerk.does("CERTIFY");
            page.fill("#DELIVER-receiver", "陈静");
            page.fill("#DELIVER-idNumber", "999999199304180020");
            clerk.press("DELIVER");
            assertTrue(clerk.trouble().innerText().contains("核对领取人的身份证件"));
            assertEquals("陈静", page.inputValue("#DELIVER-receiver"));
            screen.shot("window-deliver");
            page.check("#DELIVER-identityChecked");
            clerk.does("DELIVER");
            assertTrue(page.locator(".titleline").innerText().contains("办结"));
            assertEquals(0, page.locator("[id='DELIVER:go']").count());
            screen.assertClean();
            opensAndPrints(screen, no, "居住证");
        }
    }

    private String waitingForHandOut() {
        Api citizen = city.as("chenjing");
        String draft =
                city.draft(citizen, Api.object("itemCode", "residence-permit"), city.answers("residence-permit"));
        city.pickUp(citizen, draft);
        String no = city.submit(citizen, draft);
        city.act(city.as("window-1"), no, "ACCEPT");
        ApproverJourneyIT.siteCheckOverTheApi(city, no);
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料齐全，同意。");
        city.act(
                city.as("police-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "《居住证暂行条例》第二条");
        city.settle();
        return no;
    }

    @Test
    void somebodyNeverHereBeforeIsRegisteredAndOneParkedDoesNotMixWithHim() {
        String number = nobodysNumber();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-2");
            page.fill("#find-number", number);
            page.locator("[id='find:go']").click();
            assertTrue(clerk.trouble().innerText().contains("没有登记过"));
            page.fill("#find-name", "赵新来");
            page.fill("#find-phone", "12");
            page.locator("[id='find:go']").click();
            page.locator("#summary:has-text('手机')").waitFor();
            assertEquals("赵新来", page.inputValue("#find-name"), "nothing typed is lost");
            page.fill("#find-phone", "13800001234");
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            clerk.awake();
            assertTrue(page.locator(".customer").innerText().contains("赵"));
            screen.shot("window-registered");
            screen.assertClean();
            page.locator("[id='choose:start-residence-permit']").click();
            page.waitForURL(url -> url.contains("/window/intake"));
            clerk.awake();
            assertTrue(page.locator(".customer").innerText().contains("赵新来"));
        }
    }

    /** A valid number (GB 11643) of the demo region that nobody has. */
    private static String nobodysNumber() {
        LocalDate born =
                LocalDate.of(1960, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(15_000));
        String head = "999999" + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format("%03d", ThreadLocalRandom.current().nextInt(1000));
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return head + "10X98765432".charAt(sum % 11);
    }

    @Test
    void aRefusedIntakeFormLosesNothing() {
        String draft = begun();
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            clerk.open("/window/intake?draft=" + draft);
            screen.assertClean();
            screen.shot("intake-390");
            page.fill("[name=homePlace]", "云岭省青山市南华县河口镇7组");
            page.locator("input[name=method][value=POST]").check();
            page.fill("#s-address", "云州市云东区东湖路 8 号");
            page.fill("#s-phone", "12");
            page.setInputFiles("#m-photo", Officer.scan("photo.pdf"));
            page.setInputFiles("#m-employment-proof", NO_PAPER);
            page.locator(".foot-actions button[value=save]").click();
            String said = clerk.trouble().innerText();
            assertTrue(said.contains("电话") && said.contains("不是PDF"), said);
            assertEquals("云岭省青山市南华县河口镇7组", page.inputValue("[name=homePlace]"));
            assertTrue(page.locator("input[name=method][value=POST]").isChecked(), "the way of delivery chosen");
            assertEquals("云州市云东区东湖路 8 号", page.inputValue("#s-address"));
            assertEquals("12", page.inputValue("#s-phone"));
            assertTrue(page.locator(".scan").innerText().contains("photo.pdf"), "the good scan is kept");
            assertTrue(page.locator(".error").count() >= 2, "each said at its field as well");
            screen.shot("intake-refused-390");
            screen.assertClean();
            clerk.awake();
            page.fill("#s-phone", "13800001234");
            page.locator(".foot-actions button[value=save]").click();
            page.waitForURL(url -> url.contains("saved=1"));
            assertEquals("13800001234", page.inputValue("#s-phone"));
        }
    }

    @Test
    void whoSavesOverASecondWindowsChangesKeepsWhatHeTyped() {
        String draft = begun();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("window-1");
            clerk.open("/window/intake?draft=" + draft);
            String version = city.as("window-1").get("/drafts/" + draft).text("/version");
            city.as("window-1")
                    .put("/drafts/" + draft + "/answers")
                    .ifMatch(version)
                    .json(Api.object("homePlace", "别的窗口填写的"))
                    .send()
                    .expect(200);
            page.fill("[name=homePlace]", "这个窗口填写的");
            page.setInputFiles("#m-photo", Officer.scan("second-window.pdf"));
            page.fill("#s-address", "云州市云东区湖滨路 9 号");
            page.locator(".foot-actions button[value=save]").click();
            assertTrue(clerk.trouble().innerText().contains("您在本页填写的内容还在"));
            assertEquals("这个窗口填写的", page.inputValue("[name=homePlace]"));
            assertEquals("云州市云东区湖滨路 9 号", page.inputValue("#s-address"));
            assertTrue(page.locator(".scan").innerText().contains("second-window.pdf"), "the scan is kept");
            assertEquals(0, page.locator("input[value=null]").count());
            clerk.awake();
            page.locator(".foot-actions button[value=save]").click();
            page.waitForURL(url -> url.contains("saved=1"));
            assertEquals("这个窗口填写的", page.inputValue("[name=homePlace]"));
        }
    }

    private String begun() {
        Api clerk = city.as("window-1");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1");
            page.fill("#find-number", "999999199304180020");
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            officer.awake();
            page.locator("[id='choose:start-residence-permit']").click();
            page.waitForURL(url -> url.contains("/window/intake"));
            String id = page.url().replaceAll(".*draft=([0-9a-f-]{36}).*", "$1");
            String version = clerk.get("/drafts/" + id).expect(200).text("/version");
            clerk.put("/drafts/" + id + "/answers")
                    .ifMatch(version)
                    .json(city.answers("residence-permit"))
                    .send()
                    .expect(200);
            return id;
        }
    }

    @Test
    void aRefusedCorrectionAtTheWindowLosesNothingAndAsksWhatTheNewAnswerBringsUp() {
        String no = city.submitted("chenjing", "residence-permit");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(
                        Map.of("target", "answers.ground", "text", "您已在校就读，请更正申领条件。"),
                        Map.of("target", "materials.photo", "text", "照片背景不是白色。"),
                        Map.of("target", "materials.employment-proof", "text", "请提供新的证明。")));
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = at(screen, "window-1", no);
            page.locator("input[name=ground][value=study]").check();
            page.fill("#SUPPLY_CORRECTION-note", "申请人已入学。");
            page.setInputFiles("#m-photo", Officer.scan("photo-again.pdf"));
            page.setInputFiles("#m-employment-proof", NO_PAPER);
            clerk.press("SUPPLY_CORRECTION");
            assertTrue(clerk.trouble().innerText().contains("不是PDF"));
            kept(clerk, page);
            page.setInputFiles("#m-employment-proof", Officer.scan("proof-again.pdf"));
            clerk.press("SUPPLY_CORRECTION");
            page.locator("[name=school]").waitFor();
            clerk.awake();
            assertTrue(clerk.trouble().innerText().contains("学校"), "a question that comes up is asked");
            kept(clerk, page);
            assertTrue(page.locator(".sent").last().innerText().contains("proof-again.pdf"));
            screen.shot("window-correction");
            screen.assertClean();
            page.fill("[name=school]", "云州大学");
            page.locator("[name=studyUntil]").fill(city.today().plusYears(2).toString());
            clerk.does("SUPPLY_CORRECTION");
            assertTrue(page.locator("#facts").innerText().contains("云州大学"));
            assertTrue(page.locator("section[aria-labelledby=h-materials]")
                    .innerText()
                    .contains("photo-again.pdf"));
            screen.assertClean();
        }
    }

    private static void kept(Officer clerk, Page page) {
        clerk.awake();
        assertTrue(page.locator("input[name=ground][value=study]").isChecked(), "nothing typed is lost");
        assertEquals("申请人已入学。", page.inputValue("#SUPPLY_CORRECTION-note"));
        assertTrue(page.locator(".sent").first().innerText().contains("photo-again.pdf"), "nothing scanned is lost");
    }

    private static void unfold(Page page, String action) {
        page.locator("details:has([id='" + action + ":go']) > summary").click();
    }

    private static Officer at(Screen screen, String login, String no) {
        return new Officer(screen).signIn(login).open("/desk/case?no=" + no);
    }
}
