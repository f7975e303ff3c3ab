package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 看看我能不能办: from the guide to a plain answer before anybody signs in, and the exit page inside an application. */
@OnServer
class SituationJourneyIT {

    private static final String HERE = "999901001";
    private static final String YUNXI = "999902001";

    private final YiwangServer server;
    private final City city;

    SituationJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void whoCanApplyTakesTheAnswersAlongIntoTheApplication() {
        try (Screen screen = Screen.phone(server)) {
            Citizen somebody = new Citizen(screen);
            Page page = screen.open("/items/elder-allowance");
            page.click("a:has-text('看看我能不能办')");
            screen.lookAtBothWidths("situation");
            screen.assertClean();
            somebody.press("main form button.big");
            screen.assertWrong("what is not answered is named");
            answer(page, HERE, "false");
            somebody.press("main form button.big");
            somebody.sees("可以申请").sees("免交：电子证照").sees("不收费").sees("10个工作日");
            assertFalse(page.url().contains("="), "answers stand in no address");
            screen.lookAtBothWidths("situation-can");
            screen.assertClean();
            somebody.press("button[value=start]");
            assertTrue(page.url().contains("/sign-in"), page.url());
            page.locator("button[value=chenjing]").first().click();
            page.waitForURL(url -> url.contains("/apply"));
            somebody.sees("不用再填一遍");
            page.check("input[name=who][value=self]");
            somebody.press("main form > button.big");
            String draft = page.url().replaceAll(".*/apply/([0-9a-f-]{36}).*", "$1");
            JsonNode answers =
                    city.as("chenjing").get("/drafts/" + draft).expect(200).at("/answers");
            assertEquals(HERE, answers.at("/householdAddress/division").asText());
            assertFalse(answers.path("receivesElsewhere").asBoolean(true));
            page.navigate(server.url() + "/items/elder-allowance/apply");
            assertFalse(page.textContent("main").contains("不用再填一遍"), "they are carried once");
        }
    }

    @Test
    void whoCannotIsToldWhyAndWhereToGoWithoutJavaScriptToo() {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Citizen somebody = new Citizen(screen).open("/items/elder-allowance/situation");
            answer(screen.page(), YUNXI, "false");
            somebody.press("main form button.big");
            for (int round = 0;
                    round < 3 && screen.page().locator("input[type=radio]").count() > 0;
                    round++) {
                answer(screen.page(), YUNXI, "false");
                somebody.press("main form button.big");
            }
            somebody.sees("现在还不能办").sees("云西区西湖路2号").sees("云州市高龄津贴办理规程");
            somebody.press("button[value=edit]");
            assertTrue(
                    screen.page()
                            .locator("input[name=receivesElsewhere][value=false]")
                            .isChecked(),
                    "nothing is lost");
        }
        try (Screen screen = Screen.desk(server)) {
            Citizen somebody = new Citizen(screen).open("/zz/items/elder-allowance/situation");
            answer(screen.page(), YUNXI, "true");
            somebody.press("main form button.big").sees("现在还不能办");
            screen.lookAtBothWidths("situation-cannot-elder");
            screen.assertClean();
            somebody.open("/en/items/elder-allowance/situation");
            answer(screen.page(), YUNXI, "true");
            somebody.press("main form button.big").sees("You cannot apply yet").sees("2 Xihu Road");
            screen.assertClean();
        }
    }

    @Test
    void anAnswerThatRulesTheApplicationOutLeadsToAWayOutAndNothingIsLost() {
        Api who = city.as("chenjing");
        String draft = city.draft(who, Api.object("itemCode", "elder-allowance"), city.answers("elder-allowance"));
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/apply/" + draft + "/section/payment");
            Page page = citizen.page();
            page.check("input[name=receivesElsewhere][value=true]");
            citizen.press("main form .actions button.big");
            assertTrue(page.url().contains("/exit/payment"), page.url());
            citizen.sees("不符合申请条件").sees("没有在其他地方领取高龄津贴").sees("停发以后随时可以申请").sees("是");
            screen.lookAtBothWidths("apply-exit");
            screen.assertClean();
            String before = page.url();
            page.click("a:has-text('仍要继续填写')");
            assertFalse(page.url().contains("/exit/"), "an application is refused by the authority, not by a form");
            citizen.open("/apply/" + draft + "/check").sees("不符合申请条件");
            page.navigate(before);
            page.click("a:has-text('改这项回答')");
            page.check("input[name=receivesElsewhere][value=false]");
            citizen.press("main form .actions button.big");
            assertFalse(page.url().contains("/exit/"), page.url());
            assertEquals(
                    "6222000000000000129",
                    who.get("/drafts/" + draft)
                            .expect(200)
                            .at("/answers/bankAccount")
                            .asText(),
                    "nothing typed is lost");
        }
    }

    @Test
    void aProgramAsksTheSame() {
        Api nobody = city.as("chenjing").asNobody();
        JsonNode form =
                nobody.get("/items/elder-allowance/situation").expect(200).at("/form");
        assertEquals("householdAddress", form.at("/sections/0/fields/0/key").asText(), "in the order the package says");
        JsonNode open = nobody.post("/items/elder-allowance/situation", Api.object("answers", Api.object()))
                .expect(200)
                .at("");
        assertEquals("OPEN", open.path("verdict").asText());
        JsonNode cannot = nobody.post(
                        "/items/elder-allowance/situation",
                        Api.object("answers", Api.object("householdAddress", YUNXI, "receivesElsewhere", true)))
                .expect(200)
                .at("");
        assertEquals("CANNOT", cannot.path("verdict").asText());
        nobody.post("/items/elder-allowance/situation", Api.object()).problem(422, "INVALID");
        nobody.post("/items/no-such-item/situation", Api.object("answers", Api.object()))
                .problem(404, "NOT_FOUND");
    }

    /** Answers what can be seen, as often as that brings up more. */
    private static void answer(Page page, String division, String elsewhere) {
        for (Locator select : page.locator("main form select:visible").all()) {
            select.selectOption(division);
        }
        for (String choice : new String[] {
            "input[name=householdAddress][value='" + division + "']",
            "input[name=receivesElsewhere][value=" + elsewhere + "]",
            "input[name=ageBand][value='80-89']",
            "input[name=accountOwner][value=social-card]",
            "input[name=hasAgent][value=false]"
        }) {
            if (page.locator(choice).count() > 0 && page.locator(choice).isVisible()) {
                page.check(choice);
            }
        }
    }
}
