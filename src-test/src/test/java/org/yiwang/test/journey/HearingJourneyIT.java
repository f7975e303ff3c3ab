package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 听证: told at the desk, asked for on a phone without JavaScript, set at the desk. */
@OnServer
class HearingJourneyIT {

    private final YiwangServer server;
    private final City city;

    HearingJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aHearingIsOfferedAskedForAndSet() {
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent,
                city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business", "low-risk")));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("market-reviewer"), no, "CLAIM");
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("market-reviewer").open("/desk/case?no=" + no);
            screen.page().locator("details:has(#TELL_HEARING_RIGHT) summary").click();
            officer.press("TELL_HEARING_RIGHT");
            assertTrue(officer.trouble().innerText().contains("请填写“告知听证权利的理由”"));
            officer.awake();
            screen.page().fill("#TELL_HEARING_RIGHT-reason", "排烟口位置直接关系到楼上住户的重大利益。");
            officer.does("TELL_HEARING_RIGHT");
            screen.assertClean();
        }
        city.settle();
        asked(no);
        city.settle();
        set(no);
        city.settle();
        try (Screen screen = Screen.phone(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/en/my/cases/" + no);
            assertTrue(page.locator("section[aria-labelledby=h-hearing]")
                    .innerText()
                    .contains("Presided by"));
            screen.lookAtBothWidths("hearing-citizen");
            screen.assertClean();
        }
    }

    private void asked(String no) {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen, "wangqiang");
            Page page = screen.open("/my/cases/" + no);
            page.locator("main a.button[href$='/hearing']").click();
            screen.lookAtBothWidths("hearing-ask");
            page.locator("main form button.button").click();
            assertTrue(page.locator("main").innerText().contains("请选择申请听证或者放弃听证"));
            screen.assertClean();
            page.locator("input[name=choice][value=ASK]").check();
            page.fill("#request", "排烟方案已经重新设计。");
            page.locator("main form button.button").click();
            page.waitForURL(url -> url.contains("said=hearingAsked"));
            screen.assertClean();
        }
    }

    private void set(String no) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer").open("/desk/case?no=" + no);
            assertTrue(page.locator("#facts").innerText().contains("排烟方案已经重新设计"));
            page.fill("#SET_HEARING-place", "政务服务中心三楼听证室");
            page.fill("#SET_HEARING-hostStaffNo", "YZ1014");
            page.fill("#SET_HEARING-heldAt", holdBy(no) + "T09:30");
            officer.press("SET_HEARING");
            assertTrue(officer.trouble().innerText().contains("听证主持人应当是审查本申请的工作人员以外的人员"));
            officer.awake();
            screen.lookAtBothWidths("hearing-desk");
            assertEquals("政务服务中心三楼听证室", page.inputValue("#SET_HEARING-place"));
            page.fill("#SET_HEARING-hostStaffNo", "YZ1012");
            officer.does("SET_HEARING");
            screen.assertClean();
        }
    }

    private LocalDate holdBy(String no) {
        return LocalDate.parse(city.see(city.as("market-reviewer"), no)
                .path("hearing")
                .path("holdBy")
                .asText());
    }

    private static void signIn(Screen screen, String login) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", login);
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }
}
