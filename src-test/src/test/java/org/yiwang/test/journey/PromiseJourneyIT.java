package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.Promise;

/** 容缺与告知承诺 on the screens of those concerned: signed on the phone, taken on and checked at the desk, heard, repaired. */
@OnServer
class PromiseJourneyIT {

    private final YiwangServer server;
    private final City city;
    private final Promise promise;

    PromiseJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
        this.promise = new Promise(city);
    }

    @BeforeEach
    void nobodyIsListed() {
        promise.clear(city.as("wangqiang"));
        promise.clear(city.as("chenjing"));
    }

    private static void signIn(Screen screen, String login) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", City.pdf());
    }

    @Test
    void aPaperIsPromisedOnThePhoneTakenOnAtTheWindowAndSupplied() {
        Api citizen = city.as("wangqiang");
        String draft = promise.draftWithout(
                citizen,
                Api.object("itemCode", "food-business"),
                city.answers("food-business", "low-risk"),
                "rule-list");
        String no = signedOnThePhone(citizen, draft);
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("window-1");
            officer.open("/desk/case?no=" + no);
            assertTrue(screen.page().locator(".work").innerText().contains("制度正在修订"));
            screen.shot("accept-deferred");
            officer.does("ACCEPT_DEFERRED");
            screen.shot("accepted-deferred");
            screen.assertClean();
        }
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/my/cases/" + no);
            screen.shot("case-deferred-phone");
            screen.assertClean();
            page.locator("main a.button[href$='/supply']").click();
            page.locator("main form button.big").click();
            assertTrue(page.locator("main").innerText().contains("请至少选择一个文件"));
            page.locator("input[name=m-rule-list]").setInputFiles(pdf("制度目录.pdf"));
            screen.shot("supply-phone");
            screen.assertClean();
            page.locator("main form button.big").click();
            page.waitForURL(url -> url.contains("said=supplied"));
            screen.shot("supplied-phone");
            screen.assertClean();
        }
        assertEquals("SUPPLIED", city.see(citizen, no).at("/deferred/0/state").asText());
    }

    private String signedOnThePhone(Api citizen, String draft) {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/apply/" + draft + "/materials");
            page.locator("#later-rule-list").check();
            page.fill("#days-rule-list", "2");
            page.fill("#reason-rule-list", "制度正在修订");
            page.fill("#signature", "别人");
            page.locator("button[name=_do][value=continue]").click();
            assertTrue(page.locator("#signature-error").innerText().contains("承诺人姓名"));
            assertEquals("制度正在修订", page.inputValue("#reason-rule-list"), "nothing typed is lost");
            page.fill("#signature", "王强");
            screen.shot("promise-phone");
            screen.assertClean();
            page.locator("button[name=_do][value=continue]").click();
            page.waitForURL(url -> !url.endsWith("/materials"));
        }
        assertEquals(
                2,
                citizen.get("/drafts/" + draft)
                        .expect(200)
                        .json()
                        .at("/promises/later/0/days")
                        .asInt());
        return city.submit(citizen, draft);
    }

    @Test
    void aPromiseIsReadSignedCheckedAndItsBreakerIsHeardAndRepaired() {
        Api company = city.as("wangqiang");
        String draft = promise.draftWithout(company, city.forCompany(company, "outdoor-ad"), "premises-proof");
        try (Screen screen = Screen.desk(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/apply/" + draft + "/materials");
            page.locator("#f-commitment summary").click();
            page.locator("#commitment").check();
            page.fill("#signature", "王强");
            screen.shot("commitment-wide");
            screen.assertClean();
            page.locator("button[name=_do][value=continue]").click();
            page.waitForURL(url -> !url.endsWith("/materials"));
        }
        String no = granted(company, city.submit(company, draft));
        checkedAtTheDesk(no);
        heardOnThePhone(no);
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("urban-director");
            officer.open("/desk/case?no=" + no);
            screen.page().locator("#RESCIND-rescind input[value=true]").check();
            screen.page().fill("#RESCIND-finding", "租赁合同已于上月到期，没有续签。");
            screen.page().locator("#RESCIND-byVerification").check();
            screen.page().fill("#RESCIND-reason", "合同已到期，续签尚未成立。");
            screen.page().fill("#RESCIND-legalBasis", "《行政许可法》第六十九条");
            screen.shot("rescind");
            officer.does("RESCIND");
            screen.assertClean();
        }
        repaired(company, no);
    }

    private String granted(Api company, String no) {
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "效果图与申报一致。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合设置规范。",
                "legalBasis",
                "《城市市容和环境卫生管理条例》第十一条");
        assertEquals(
                "COMPLETED",
                promise.settled(company, no, "COMPLETED").path("status").asText());
        return no;
    }

    private void checkedAtTheDesk(String no) {
        for (boolean phone : List.of(false, true)) {
            try (Screen screen = phone ? Screen.phone(server) : Screen.desk(server)) {
                Officer officer = new Officer(screen).signIn("urban-reviewer");
                officer.open("/desk/verifications");
                assertTrue(screen.page().locator("main").innerText().contains(no));
                screen.shot(phone ? "verifications-phone" : "verifications");
                screen.assertClean();
                if (phone) {
                    officer.open("/desk/case?no=" + no);
                    officer.press("VERIFY_COMMITMENT");
                    assertTrue(officer.trouble().innerText().contains("请选择核查结论"));
                    screen.page()
                            .locator("#VERIFY_COMMITMENT-result input[value=RESCIND]")
                            .check();
                    screen.page().fill("#VERIFY_COMMITMENT-evidence", "租赁合同已于上月到期。");
                    screen.shot("verify-phone");
                    officer.does("VERIFY_COMMITMENT");
                    screen.assertClean();
                }
            }
        }
    }

    private void heardOnThePhone(String no) {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/my/cases/" + no);
            screen.shot("rescission-phone");
            screen.assertClean();
            page.locator("main a.button[href$='/defence']").click();
            page.fill("#text", "新合同正在签订，请予宽限。");
            screen.shot("defence-phone");
            screen.assertClean();
            page.locator("main form button.button").click();
            page.waitForURL(url -> url.contains("said=defended"));
        }
    }

    private void repaired(Api company, String no) {
        JsonNode entry = null;
        for (JsonNode one : company.get("/credit/mine").expect(200).json().path("items")) {
            entry = one.path("caseNo").asText().equals(no) ? one : entry;
        }
        String id = entry.path("id").asText();
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/my/credit");
            page.locator("section[aria-labelledby='h-" + id + "'] summary").click();
            page.locator("section[aria-labelledby='h-" + id + "'] button.button")
                    .click();
            assertTrue(page.locator("main").innerText().contains("请填写“理由”"));
            page.locator("#kind-" + id + " input[value=REPAIR]").check();
            page.fill("#text-" + id, "新合同已经签订。");
            screen.shot("credit-phone");
            screen.assertClean();
            page.locator("section[aria-labelledby='h-" + id + "'] button.button")
                    .click();
            page.waitForURL(url -> url.contains("said=creditAsked"));
        }
        for (boolean phone : List.of(true, false)) {
            try (Screen screen = phone ? Screen.phone(server) : Screen.desk(server)) {
                Page page = screen.page();
                new Officer(screen).signIn("credit-1").open("/desk/credit");
                String card = "section[aria-labelledby='h-" + id + "']";
                page.locator(card + " summary").click();
                screen.shot(phone ? "credit-list-phone" : "credit-list");
                screen.assertClean();
                if (!phone) {
                    page.locator(card + " input[name=grant][value=true]").check();
                    page.locator(card + " textarea").fill("情况属实，同意修复。");
                    page.locator(card + " button[type=submit]").click();
                    page.waitForURL(url -> url.contains("done=DECIDED"));
                    screen.assertClean();
                }
            }
        }
        try (Screen screen = Screen.desk(server)) {
            signIn(screen, "wangqiang");
            screen.open("/my/credit");
            screen.shot("credit-wide");
            screen.assertClean();
            screen.open("/my/cases/" + no);
            screen.shot("case-rescinded-wide");
            screen.assertClean();
        }
    }
}
