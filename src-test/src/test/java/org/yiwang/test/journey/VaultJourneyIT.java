package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 我的材料: on the pages: looked up and shown, used again with one press, removed; at the window, too. */
@OnServer
class VaultJourneyIT {

    private final YiwangServer server;
    private final City city;

    VaultJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void whatIsKnownIsShownAndWhatWasHandedInIsUsedAgain() {
        Api owner = city.as("chenjing");
        String no = city.submit(
                owner,
                city.draftOf(
                        owner,
                        "elder-allowance",
                        city.answers("elder-allowance").put("accountOwner", "own-bank"),
                        "bank-card"));
        String draft = city.draftOf(
                owner, "elder-allowance", city.answers("elder-allowance").put("accountOwner", "own-bank"));
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/apply/" + draft + "/materials");
            Page page = citizen.page();
            citizen.sees("已取得，免交").sees("替身").sees("陈静");
            screen.lookAtBothWidths("materials-looked-up");
            screen.assertClean();
            page.locator("summary:has-text('从“我的材料”选用')").last().click();
            screen.lookAtBothWidths("materials-reuse");
            citizen.press("button[value^='reuse:bank-card:']:visible");
            assertEquals(1, page.locator("ul.files li").count(), "one press");
            citizen.open("/apply/" + draft + "/check").sees("已取得，免交");
            screen.assertClean();
            citizen.open("/my/materials").sees(no).sees("C 本人上传");
            screen.lookAtBothWidths("my-materials");
            screen.assertClean();
            citizen.open("/zz/my/materials");
            screen.assertClean();
            citizen.open("/en/my/materials").sees("C uploaded by you");
            screen.assertClean();
            citizen.open("/my/materials");
            String first = page.locator("button[name=remove]").first().getAttribute("value");
            citizen.press("button[name=remove]").sees("已移出");
            assertEquals(
                    0,
                    page.locator("button[name=remove][value='" + first + "']").count());
        }
    }

    @Test
    void atTheWindowWhatIsNotFoundIsAskedForAndWhatIsKnownIsShown() {
        Api clerk = city.as("window-1");
        String draft = clerk.post(
                        "/drafts",
                        Api.object(
                                "itemCode",
                                "elder-allowance",
                                "applicant",
                                Map.of(
                                        "name",
                                        "谭森",
                                        "idType",
                                        "ID_CARD",
                                        "number",
                                        "999999199001019993",
                                        "phone",
                                        "13800138000")))
                .expect(201)
                .text("/id");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            new Officer(screen).signIn("window-1").open("/window/intake?draft=" + draft);
            assertTrue(page.textContent("main").contains("没有查到，必交"), page.textContent("main"));
            screen.shot("intake-looked-up");
            screen.assertClean();
        }
    }
}
