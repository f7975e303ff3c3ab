package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.HigherAuthority;

/** 上报上级: reported on the desk, seen by the applicant on his phone, and what came back on both. */
@OnServer
class UpperLevelJourneyIT {

    @Test
    void whoWaitsForTheHigherAuthoritySeesSinceWhenAndWhatItSaid(YiwangServer server) {
        City city = new City(server);
        String no = city.submitted("chenjing", "teacher-cert");
        city.act(city.as("window-1"), no, "ACCEPT");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("education-reviewer");
            officer.open("/desk/case?no=" + no);
            officer.press("FORWARD");
            assertTrue(officer.trouble().innerText().contains("初审意见"));
            page.fill("#FORWARD-opinion", "学历、普通话、体检均符合条件，建议认定。");
            page.fill("#FORWARD-legalBasis", "《教师资格条例》第十三条");
            screen.shot("forward-desk");
            officer.does("FORWARD");
            assertTrue(page.locator("#facts").innerText().contains("替身"), "a stand-in is called one");
            screen.lookAtBothWidths("forwarded-desk");
            screen.assertClean();
        }
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen);
            Page page = screen.open("/my/cases/" + no);
            assertTrue(page.locator("section.status").innerText().contains("上报云州市教育局"));
            screen.shot("forwarded-phone");
            screen.assertClean();
        }
        String reference = server.db()
                .text(
                        "SELECT CAST(r.id AS text) FROM case_record r JOIN case_file c ON c.id = r.case_id"
                                + " WHERE c.case_no = ? AND r.kind = 'FORWARDING'",
                        no);
        new HigherAuthority(server.api(), "city-education")
                .say(HigherAuthority.answer(no, reference, "GRANTED"))
                .expect(200);
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("education-reviewer");
            officer.open("/desk/case?no=" + no);
            assertTrue(page.locator("#facts").innerText().contains("批复准予"));
            assertEquals(0, page.locator("#FORWARD").count(), "decided above, nothing is reported again");
            screen.lookAtBothWidths("answered-desk");
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            signIn(screen);
            Page page = screen.open("/en/my/cases/" + no);
            assertTrue(page.locator("section.status").innerText().contains("granted"));
            screen.lookAtBothWidths("answered-citizen");
            screen.assertClean();
        }
    }

    @Test
    void twoProceduresAreListedAndTheEndOfOneIsChosen(YiwangServer server) {
        City city = new City(server);
        Api agent = city.as("wangqiang");
        String no = city.submit(
                agent, city.draft(agent, city.forCompany(agent, "food-business"), city.answers("food-business")));
        city.act(city.as("window-1"), no, "ACCEPT");
        Api reviewer = city.as("market-reviewer");
        city.act(reviewer, no, "CLAIM");
        city.act(reviewer, no, "START_SPECIAL_PROCEDURE", "type", "EXPERT_REVIEW", "reason", "新工艺。");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("market-reviewer");
            officer.open("/desk/case?no=" + no);
            page.locator("details:has(#START_SPECIAL_PROCEDURE) summary").click();
            page.locator("#START_SPECIAL_PROCEDURE input[name=type][value=TESTING]")
                    .check();
            page.fill("#START_SPECIAL_PROCEDURE-reason", "净水设备需要检测。");
            officer.does("START_SPECIAL_PROCEDURE");
            assertTrue(page.locator("#facts").innerText().contains("正在进行检测"));
            page.fill("#END_SPECIAL_PROCEDURE-result", "检测合格。");
            officer.press("END_SPECIAL_PROCEDURE");
            assertTrue(officer.trouble().innerText().contains("请选择是哪一项"));
            screen.lookAtBothWidths("two-special-desk");
            page.locator("#END_SPECIAL_PROCEDURE input[name=type][value=TESTING]")
                    .check();
            officer.does("END_SPECIAL_PROCEDURE");
            page.locator("details:has(#PROLONG_SPECIAL_PROCEDURE) summary").click();
            page.fill("#PROLONG_SPECIAL_PROCEDURE-more", "5");
            page.fill("#PROLONG_SPECIAL_PROCEDURE-reason", "需要补充检验数据。");
            officer.does("PROLONG_SPECIAL_PROCEDURE");
            screen.shot("prolonged-desk");
            screen.assertClean();
        }
    }

    @Test
    void whoIsInTheWrongPlaceIsToldTheRightOne(YiwangServer server) {
        City city = new City(server);
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(
                city.as("window-1"),
                no,
                "REFUSE",
                "reason",
                "户籍在云西区，不属于本机关职权范围。",
                "legalBasis",
                "《行政许可法》第三十二条",
                "competentAuthority",
                "云西区民政局");
        try (Screen screen = Screen.phoneWithoutScript(server)) {
            signIn(screen);
            Page page = screen.open("/my/cases/" + no);
            assertTrue(page.locator("main").innerText().contains("云州市云西区西湖路2号"));
            screen.lookAtBothWidths("refused-citizen");
            screen.assertClean();
        }
    }

    private static void signIn(Screen screen) {
        Page page = screen.open("/sign-in");
        page.fill("[name=login]", "chenjing");
        page.fill("[name=password]", City.PASSWORD);
        page.locator("button.big").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }
}
