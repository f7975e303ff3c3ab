package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 请示、退回与授权: a measure proposed and approved on two desks; what only the applicant may agree to, on his phone. */
@OnServer
class MeasuresJourneyIT {

    private static String accepted(City city) {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private static void signIn(Screen screen, String login) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Test
    void aHaltIsProposedOnOneDeskAndApprovedOnAnother(YiwangServer server) {
        City city = new City(server);
        String no = accepted(city);
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#PROPOSE) summary").click();
            page.fill("#PROPOSE-reason", "等待法院对监护权的裁定。");
            officer.press("PROPOSE");
            assertTrue(officer.trouble().innerText().contains("请选择请示的措施"));
            assertEquals("等待法院对监护权的裁定。", page.inputValue("#PROPOSE-reason"), "nothing typed is lost");
            page.locator("#PROPOSE-measure").selectOption("HALT");
            officer.does("PROPOSE");
            assertTrue(page.locator(".work").innerText().contains("等待负责人批示"));
            screen.shot("proposed");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("civil-director");
            officer.open("/desk/case?no=" + no);
            page.fill("#HALT-reason", "同意中止。");
            screen.shot("approval");
            officer.does("HALT");
            screen.assertClean();
        }
        assertEquals("HALTED", city.see(city.as("chenjing"), no).path("status").asText());
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/case?no=" + no);
            page.fill("#RESUME-reason", "裁定已经生效。");
            officer.does("RESUME");
            screen.shot("resumed-phone");
            screen.assertClean();
        }
        assertEquals(
                "IN_REVIEW", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void onlyTheApplicantsYesReturnsTheApplicationAndHeSubmitsItAgain(YiwangServer server) {
        City city = new City(server);
        String no = city.submitted("chenjing", "elder-allowance");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#OFFER_PRE_RETURN) summary").click();
            page.fill("#OFFER_PRE_RETURN-reason", "建议核对银行卡号。");
            officer.does("OFFER_PRE_RETURN");
            screen.assertClean();
        }
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "chenjing");
            Page page = screen.open("/my/cases/" + no);
            assertTrue(page.locator("main").innerText().contains("建议核对银行卡号。"));
            screen.shot("pre-return-phone");
            screen.assertClean();
            page.locator("button[name=_do][value=agree]").click();
            page.locator("main a.button[href$='/correction']").click();
            page.fill("[name=bankAccount]", "");
            page.locator("main form button.big").click();
            assertTrue(page.locator("main").innerText().contains("银行卡号"), "an empty answer is named");
            page.fill("[name=bankAccount]", "6222000000000000996");
            screen.shot("resubmit-phone");
            screen.assertClean();
            page.locator("main form button.big").click();
            page.waitForURL(url -> url.contains("said=resubmitted"));
        }
        assertEquals(
                "SUBMITTED", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void whatTheReviewersAskForIsAnsweredOnThePhone(YiwangServer server) {
        City city = new City(server);
        String no = accepted(city);
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#REQUEST_REVIEW_CORRECTION) summary").click();
            page.locator("#REQUEST_REVIEW_CORRECTION input[name=demand][value='answers.bankAccount']")
                    .check();
            officer.press("REQUEST_REVIEW_CORRECTION");
            assertTrue(officer.trouble().innerText().contains("应如何补正"));
            page.locator("#REQUEST_REVIEW_CORRECTION textarea[name='text.answers.bankAccount']")
                    .fill("银行卡号与户名不符。");
            officer.does("REQUEST_REVIEW_CORRECTION");
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            signIn(screen, "chenjing");
            Page page = screen.open("/my/cases/" + no);
            page.locator("main a.button[href$='/correction']").click();
            page.fill("[name=bankAccount]", "6222000000000000996");
            page.locator("main form button.big").click();
            page.waitForURL(url -> url.contains("said=corrected"));
            screen.assertClean();
        }
        assertEquals(
                "IN_REVIEW", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void aMandateIsGivenAndTakenBackOnOnePage(YiwangServer server) {
        City city = new City(server);
        try (Screen screen = Screen.phone(server)) {
            signIn(screen, "chenjing");
            Page page = screen.open("/my/mandates");
            page.fill("[name=agentName]", "王强");
            page.fill("[name=agentNumber]", "999999198507150011");
            page.locator("form:has([name=agentName]) button[type=submit]").click();
            assertTrue(page.locator("main").innerText().contains("请填写授权的最后一天"));
            assertEquals("王强", page.inputValue("[name=agentName]"), "nothing typed is lost");
            page.fill("[name=validTo]", city.today().plusDays(30).toString());
            page.locator("form:has([name=agentName]) button[type=submit]").click();
            page.waitForURL(url -> url.contains("said=mandateGiven"));
            screen.shot("mandates-phone");
            screen.assertClean();
            page.locator("form:has(input[value=end]) button").last().click();
            page.waitForURL(url -> url.contains("said=mandateEnded"));
        }
        try (Screen screen = Screen.desk(server)) {
            signIn(screen, "chenjing");
            screen.open("/en/my/mandates");
            screen.shot("mandates");
            screen.assertClean();
        }
    }
}
