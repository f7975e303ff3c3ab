package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 利害关系人: told at the desk, heard on a phone without JavaScript, answered at the desk; and a licence that its holder gives back. */
@OnServer
class InterestedJourneyIT {

    private final YiwangServer server;
    private final City city;

    InterestedJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aNeighbourIsToldHeardAndAnsweredAndTheHolderGivesItBack() {
        String no = accepted();
        told(no);
        city.settle();
        Api window = city.as("window-1");
        city.act(
                window,
                no,
                "SERVE",
                "document",
                document(city.see(window, no), "INTERESTED_PARTY_NOTICE"),
                "way",
                "DIRECT",
                "place",
                "湖滨路9号",
                "receiver",
                "陈静");
        stated();
        answered(no);
        city.settle();
        givenBack(no);
    }

    private String accepted() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "CLAIM");
        return no;
    }

    private void told(String no) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer").open("/desk/case?no=" + no);
            page.locator("details:has(#TELL_INTERESTED_PARTY) summary").click();
            officer.press("TELL_INTERESTED_PARTY");
            assertTrue(officer.trouble().innerText().contains("请填写“姓名或者名称”"));
            officer.awake();
            page.fill("#TELL_INTERESTED_PARTY-name", "陈静");
            page.fill("#TELL_INTERESTED_PARTY-contact", "湖滨路9号，13800000101");
            page.fill("#TELL_INTERESTED_PARTY-number", "999999199304180020");
            page.fill("#TELL_INTERESTED_PARTY-ground", "排烟口正对住宅窗户，油烟关系到居住。");
            page.check("#TELL_INTERESTED_PARTY-hearing");
            screen.lookAtBothWidths("interest-desk-tell");
            officer.does("TELL_INTERESTED_PARTY");
            assertTrue(page.locator("section[aria-labelledby=h-interested]")
                    .innerText()
                    .contains("陈静"));
            screen.assertClean();
        }
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
    }

    private void stated() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "chenjing");
            Page page = screen.open("/my/interests");
            screen.lookAtBothWidths("interests");
            screen.assertClean();
            page.locator("main h2 a").first().click();
            page.locator("main form button.button").click();
            assertTrue(page.locator("main").innerText().contains("请填写陈述、申辩意见"));
            screen.lookAtBothWidths("interest-state");
            screen.assertClean();
            page.fill("#statement", "请把排烟口改到屋顶。");
            page.locator("main form button.button").click();
            page.waitForURL(url -> url.contains("said=interestStated"));
            assertTrue(page.locator("main").innerText().contains("已陈述"));
            assertFalse(page.locator("main").innerText().contains("王强"));
            screen.lookAtBothWidths("interest-stated");
            screen.assertClean();
            screen.open("/en/my/interests");
            screen.assertClean();
        }
    }

    private void answered(String no) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-director").open("/desk/case?no=" + no);
            assertTrue(page.locator("section[aria-labelledby=h-interested]")
                    .innerText()
                    .contains("请把排烟口改到屋顶"));
            page.check("#DECIDE input[name=decision][value=GRANT]");
            page.fill("#DECIDE-reason", "符合条件。");
            page.fill("#DECIDE-legalBasis", "《食品安全法》第三十五条");
            page.fill("#DECIDE-password", City.PASSWORD);
            officer.press("DECIDE");
            assertTrue(officer.trouble().innerText().contains("请填写“对利害关系人意见的答复”"));
            officer.awake();
            screen.lookAtBothWidths("interest-desk-decide");
            page.fill("#DECIDE-answerToInterested", "排烟管道已经改到屋顶，检测达标。");
            page.fill("#DECIDE-password", City.PASSWORD);
            officer.does("DECIDE");
            screen.assertClean();
        }
        assertEquals(
                "GRANT",
                city.see(city.as("market-reviewer"), no).path("decision").asText());
    }

    private void givenBack(String no) {
        Api agent = city.as("wangqiang");
        String status = city.see(agent, no).path("status").asText();
        if (!status.equals("COMPLETED")) {
            city.act(
                    city.as("result-1"),
                    no,
                    "DELIVER",
                    "receiver",
                    "王强",
                    "idNumber",
                    "999999198507150011",
                    "identityChecked",
                    true);
        }
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/my/cases/" + no + "/cancel");
            page.locator("main form button.button").click();
            screen.lookAtBothWidths("cancel");
            screen.assertClean();
            page.fill("#reason", "店铺停业。");
            page.locator("main form button.button").click();
            page.waitForURL(url -> url.contains("said=cancelAsked"));
            screen.lookAtBothWidths("cancel-asked");
            screen.assertClean();
            screen.open("/hearings");
            screen.lookAtBothWidths("hearings");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer").open("/desk/case?no=" + no);
            page.locator("details:has(#PROPOSE_ENDING) summary").click();
            page.selectOption("#PROPOSE_ENDING-ground", "HOLDER_ASKED");
            page.fill("#PROPOSE_ENDING-facts", "店铺已经停业。");
            screen.lookAtBothWidths("ending-desk-propose");
            officer.does("PROPOSE_ENDING");
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-director").open("/desk/case?no=" + no);
            page.check("#DECIDE_ENDING input[name=end][value=true]");
            page.fill("#DECIDE_ENDING-reason", "持证人自愿申请。");
            screen.lookAtBothWidths("ending-desk-decide");
            officer.does("DECIDE_ENDING");
            screen.assertClean();
        }
    }

    private static String document(JsonNode view, String kind) {
        for (JsonNode one : view.path("documents")) {
            if (one.path("kind").asText().equals(kind)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no " + kind);
    }

    private static void signIn(Screen screen, String login) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }
}
