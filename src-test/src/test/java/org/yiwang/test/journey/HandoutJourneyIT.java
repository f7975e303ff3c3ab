package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 出件台: a card is made, one is fetched against identity, another goes by post; the citizen sees where it is. */
@OnServer
class HandoutJourneyIT {

    private static final String CHENJING = "999999199304180020";

    private final YiwangServer server;
    private final City city;

    HandoutJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aCardIsMadeAndFetchedByItsHolderAndNobodyElse() {
        String no = granted(Api.object("method", "PICKUP", "eServiceConsent", false));
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("result-1");
            findsOnList(clerk, page, "CERTIFY", no);
            screen.lookAtBothWidths("handout-list");
            page.locator("a[href*='" + no + "']").click();
            page.waitForURL(url -> url.contains("/desk/case"));
            clerk.awake();
            clerk.press("CERTIFY");
            assertTrue(clerk.trouble().innerText().contains("证卡编号"));
            page.fill("#CERTIFY-serialNo", "YD00000200");
            screen.lookAtBothWidths("handout-certify");
            clerk.does("CERTIFY");
            assertTrue(page.locator(".titleline").innerText().contains("待领取"));
            screen.assertClean();
        }
        citizenSees(no, "h-pickup", "请到窗口领取", "citizen-pickup");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("result-1");
            clerk.open("/desk/case?no=" + no);
            page.fill("#DELIVER-receiver", "王强");
            page.fill("#DELIVER-idNumber", "999999198507150011");
            page.check("#DELIVER-identityChecked");
            clerk.press("DELIVER");
            assertTrue(clerk.trouble().innerText().contains("没有领取授权"));
            assertEquals("王强", page.inputValue("#DELIVER-receiver"), "nothing typed is lost");
            screen.lookAtBothWidths("handout-wrong-person");
            page.fill("#DELIVER-receiver", "陈静");
            page.fill("#DELIVER-idNumber", CHENJING);
            clerk.does("DELIVER");
            assertTrue(page.locator(".titleline").innerText().contains("已办结"));
            Locator served = page.locator("section:has(#h-serving)");
            assertTrue(served.innerText().contains("直接送达"), served.innerText());
            screen.lookAtBothWidths("handout-done");
            screen.assertClean();
        }
    }

    @Test
    void whatGoesByPostIsFollowedOnTheCitizensPage() {
        String no = granted(Api.object(
                "method", "POST", "address", "云州市云东区东湖路 18 号", "phone", "13800000101", "eServiceConsent", false));
        city.act(city.as("result-1"), no, "CERTIFY", "serialNo", "YD00000201");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer clerk = new Officer(screen).signIn("result-1");
            findsOnList(clerk, page, "POST", no);
            page.locator("a[href*='" + no + "']").click();
            page.waitForURL(url -> url.contains("/desk/case"));
            clerk.awake();
            screen.lookAtBothWidths("handout-post");
            clerk.does("DISPATCH");
            assertTrue(page.locator(".titleline").innerText().contains("寄递中"));
            city.settle();
            clerk.open("/window/handout?tab=MAIL");
            assertTrue(page.locator("tr:has-text('" + no + "')").innerText().contains("YS"));
            screen.lookAtBothWidths("handout-mail");
            screen.assertClean();
        }
        citizenSees(no, "h-parcel", "寄递中", "citizen-parcel");
    }

    @Test
    void theApplicantChangesHowHeReceivesItWithoutJavaScript() {
        String no = granted(Api.object("method", "PICKUP", "eServiceConsent", false));
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.page();
            Citizen.at(screen, "chenjing", "/my/cases/" + no + "/service");
            screen.lookAtBothWidths("citizen-change-service");
            page.check("input[name=method][value=ELECTRONIC]");
            page.uncheck("#consent");
            page.locator("form.card button[type=submit]").click();
            page.waitForLoadState(LoadState.LOAD);
            assertTrue(page.locator("#summary").innerText().contains("同意电子送达"));
            screen.assertAccessible();
            page.check("#consent");
            page.locator("form.card button[type=submit]").click();
            page.waitForURL(url -> url.contains("said=changed"));
            assertTrue(page.locator(".status").innerText().contains("已办结"));
            screen.assertAccessible();
        }
    }

    private void findsOnList(Officer clerk, Page page, String tab, String no) {
        clerk.open("/window/handout?tab=" + tab);
        while (page.locator("a[href*='" + no + "']").count() == 0) {
            page.getByText("下一页").click();
            page.waitForLoadState(LoadState.LOAD);
            clerk.awake();
        }
    }

    private void citizenSees(String no, String heading, String words, String picture) {
        try (Screen screen = Screen.phone(server)) {
            Citizen.at(screen, "chenjing", "/my/cases/" + no);
            Locator card = screen.page().locator("section:has(#" + heading + ")");
            assertTrue(card.innerText().contains(words), card.innerText());
            screen.lookAtBothWidths(picture);
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            Citizen.at(screen, "chenjing", "/en/my/cases/" + no);
            assertTrue(screen.page().locator("section:has(#" + heading + ")").count() == 1);
            screen.assertClean();
        }
    }

    private String granted(ObjectNode service) {
        Api citizen = city.as("chenjing");
        String draft =
                city.draft(citizen, Api.object("itemCode", "residence-permit"), city.answers("residence-permit"));
        citizen.put("/drafts/" + draft + "/service")
                .ifMatch(citizen.get("/drafts/" + draft).expect(200).text("/version"))
                .json(service)
                .send()
                .expect(200);
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
}
