package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.StreetFair;

/** 日常办理: a case in which colleagues are drawn in, sent back, and copied; the officer's own page; a batch from the inbox. */
@OnServer
class DailyWorkJourneyIT {

    @Test
    void colleaguesAreDrawnInAndAnswer(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        City city = new City(server);
        String no = fair.accepted();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-reviewer");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#ADD_SIGNER) summary").click();
            officer.press("ADD_SIGNER");
            assertTrue(officer.trouble().innerText().contains("请填写“加签事由”"));
            page.locator("#ADD_SIGNER-toStaffNo").selectOption("YZ1004");
            page.locator("#ADD_SIGNER-place input[value=BEFORE]").check();
            page.fill("#ADD_SIGNER-reason", "请看文字内容。");
            officer.does("ADD_SIGNER");
            assertTrue(page.locator(".work").innerText().contains("还要等其他人员"));
            page.locator("details:has(#COPY) summary").click();
            page.locator("#COPY-toStaffNos").selectOption("YZ1024");
            officer.does("COPY");
            assertTrue(page.locator("#h-copies").isVisible());
            screen.shot("daily-waiting");
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("civil-reviewer");
            officer.open("/desk/case?no=" + no);
            assertTrue(page.locator(".mywork").innerText().contains("前加签"));
            assertTrue(page.locator(".mywork").innerText().contains("请看文字内容。"));
            page.locator("#REVIEW-opinion input[value=AGREE]").check();
            page.fill("#REVIEW-text", "文字无误。");
            screen.shot("daily-signer-phone");
            officer.does("REVIEW");
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("estate-reviewer");
            officer.open("/desk/copies");
            screen.shot("daily-copies-phone");
            screen.assertClean();
            page.locator("[id='read0:go']").click();
            page.locator("li.item").first().locator("text=已阅 20").waitFor();
        }
        fair.agree("urban-reviewer", no);
        assertEquals(5, fair.open(no).size());
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#RETURN) summary").click();
            page.fill("#RETURN-reason", "位置说明不清。");
            page.locator("#RETURN-toStep").selectOption("precheck");
            page.locator("#RETURN-others input[value=KEEP]").check();
            screen.shot("daily-return");
            officer.does("RETURN");
            screen.assertClean();
        }
        assertTrue(fair.open(no).contains("precheck"));
        assertEquals(
                "IN_REVIEW", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void whoIsTiedToTheApplicantIsToldAndTheApplicantMayAsk(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        String no = fair.forked();
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.open("/sign-in");
            page.fill("[name=login]", "chenjing");
            page.fill("[name=password]", City.PASSWORD);
            page.locator("button.big").first().click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page = screen.open("/my/cases/" + no);
            page.locator("summary:has-text('申请办理人员回避')").click();
            page.locator("button[value=avoid]").click();
            assertTrue(page.locator("main").innerText().contains("请填写“申请回避的理由”"));
            page.fill("#reason", "审核人员与我有纠纷。");
            page.locator("button[value=avoid]").click();
            page.waitForURL(url -> url.contains("said=avoid"));
            screen.shot("daily-avoidance-phone");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-director");
            officer.open("/desk/case?no=" + no);
            page.locator("#DECIDE_AVOIDANCE-approved input[value=true]").check();
            page.locator("#DECIDE_AVOIDANCE-staffNos").selectOption("YZ1014");
            page.fill("#DECIDE_AVOIDANCE-reason", "属实。");
            screen.shot("daily-avoidance-decide");
            officer.does("DECIDE_AVOIDANCE");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer");
            officer.open("/desk/case?no=" + no);
            assertTrue(page.locator("main").innerText().contains("请您回避"));
            screen.assertClean();
        }
    }

    @Test
    void thePostsPageAndABatchFromTheInbox(YiwangServer server) {
        StreetFair fair = new StreetFair(server);
        String one = fair.joined();
        String two = fair.joined();
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-reviewer");
            officer.open("/desk/duty");
            page.locator("details:has([id='phrase:go']) summary").click();
            page.fill("#text", "各方意见一致，建议准予。");
            page.locator("[id='phrase:go']").click();
            page.waitForURL(url -> url.contains("done=phrase"));
            screen.shot("daily-duty-phone");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("urban-reviewer");
            officer.open("/desk/duty");
            screen.shot("daily-duty");
            screen.assertClean();
            officer.open("/desk/case?no=" + one);
            page.locator("#REVIEW-phrase").selectOption("各方意见一致，建议准予。");
            page.locator("[id='REVIEW:phrase']").click();
            page.locator("#REVIEW-text:has-text('建议准予')").waitFor();
            screen.assertClean();
            officer.open("/desk/inbox?tab=department&q=" + one);
            page.locator("input[name=pick]").check();
            screen.shot("daily-inbox");
            screen.assertClean();
            page.locator("form.pick button").click();
            page.waitForURL(url -> url.contains("/desk/batch?"));
            officer.awake();
            page.locator("input[name=act][value=REVIEW]").check();
            page.locator("[id='batch:go']").click();
            assertTrue(officer.trouble().innerText().contains("请填写“审查意见”"));
            page.fill("#text", "各方意见一致。");
            screen.shot("daily-batch");
            page.locator("[id='batch:go']").click();
            page.waitForURL(url -> url.contains("/desk/batch?id="));
            new City(server).settle();
            page.reload();
            assertTrue(
                    page.locator("main").innerText().contains("已办 1"),
                    page.locator("main").innerText());
            screen.shot("daily-batch-done");
            screen.assertClean();
        }
        assertTrue(fair.open(one).contains("decide"));
        assertTrue(fair.open(two).contains("summary"));
    }
}
