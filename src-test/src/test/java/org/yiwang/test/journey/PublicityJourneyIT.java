package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 公示的路: put up at the desk, read by a stranger, objected to on a phone, answered, and gone when it is over. */
@OnServer
class PublicityJourneyIT {

    @Test
    void anObjectionToWhatIsShownIsAnsweredBeforeTheDecision(YiwangServer server) {
        City city = new City(server);
        String no = city.submitted("chenjing", "public-rental");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "五部门联合审核通过。");
        String id;
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("housing-director").open("/desk/case?no=" + no);
            page.locator("details:has(#START_PUBLICITY) summary").click();
            officer.press("START_PUBLICITY");
            assertTrue(officer.trouble().innerText().contains("拟作决定"));
            page.fill("#START_PUBLICITY-proposal", "拟确认公租房保障资格");
            officer.does("START_PUBLICITY");
            String link = page.getAttribute("section a[href*='/publicity/']", "href");
            id = link.substring(link.lastIndexOf('/') + 1);
            screen.lookAtBothWidths("publicity-desk");
            screen.assertClean();
        }
        object(server, id);
        answer(server, no);
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "wangqiang", "/my/notices");
            citizen.press("form:has(input[name=caseNo][value='" + no + "']) button");
            citizen.sees("异议不成立").sees("名下没有住房");
            screen.shot("objection-answered-390");
            screen.assertClean();
        }
        city.move(Duration.ofDays(11));
        try (Screen screen = Screen.phone(server)) {
            assertFalse(screen.open("/publicity").content().contains(id), "gone when it is over");
            screen.assertClean();
        }
    }

    private static void object(YiwangServer server, String id) {
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            Page page = screen.open("/publicity");
            assertTrue(page.locator("meta[name=robots]").getAttribute("content").contains("noindex"));
            screen.shot("publicity-390");
            screen.assertClean();
            page.locator("a[href$='/publicity/" + id + "']").click();
            assertFalse(page.textContent("main").contains("陈静"));
            assertTrue(page.textContent("main").contains("湖滨社区"));
            screen.shot("publicity-notice-390");
            screen.assertClean();
            page.locator("main a.button[href$='/objection']").click();
            assertTrue(page.url().contains("/sign-in"), "who objects signs in");
            page.fill("[name=login]", "wangqiang");
            page.fill("[name=password]", City.PASSWORD);
            page.locator("button.big").first().click();
            page.locator("main form .actions button").click();
            screen.assertWrong("an objection gives its reason");
            page.fill("#reason", "申请人名下另有住房。");
            screen.shot("objection-390");
            page.locator("main form .actions button").click();
            assertEquals(0, page.locator("#reason").count(), "once");
            assertTrue(page.textContent("main").contains("正在核实"));
            screen.forgive("422");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            screen.open("/en/publicity/" + id);
            screen.shot("publicity-notice-en-1366");
            screen.assertClean();
            screen.open("/publicity");
            screen.shot("publicity-1366");
            screen.assertClean();
        }
    }

    private static void answer(YiwangServer server, String no) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("housing-director").open("/desk/case?no=" + no);
            assertTrue(page.textContent("main").contains("申请人名下另有住房。"));
            page.check("input[name=upheld][value='false']");
            page.fill("#ANSWER_OBJECTION-answer", "经不动产登记中心核实，申请人名下没有住房。");
            screen.lookAtBothWidths("objection-desk");
            officer.does("ANSWER_OBJECTION");
            screen.assertClean();
        }
    }
}
