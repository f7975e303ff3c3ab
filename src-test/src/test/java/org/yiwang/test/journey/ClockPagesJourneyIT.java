package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 时限的页面: what the date would be if it were corrected today, an extension asked for and approved, a calendar brought in. */
@OnServer
class ClockPagesJourneyIT {

    private final YiwangServer server;
    private final City city;

    ClockPagesJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    private static Page signIn(Screen screen, String login, String next) {
        Page page = screen.open("/sign-in?next=" + next);
        page.fill("#login", login);
        page.fill("#password", City.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private static String day(String iso) {
        LocalDate day = LocalDate.parse(iso);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    @Test
    void citizenAndClerkReadTheSameDateIfItWereCorrectedToday() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.bankAccount", "text", "银行卡号与户名不符，请核对。")));
        String told = day(city.as("chenjing").get("/cases/" + no).expect(200).text("/ifAnsweredToday"));
        try (Screen screen = Screen.phone(server)) {
            Page page = signIn(screen, "chenjing", "/my/cases/" + no);
            assertTrue(page.textContent(".status").contains("如果今天补正齐全"), page.textContent(".status"));
            assertTrue(page.textContent(".status").contains(told), told);
            screen.shot("case-correction-today-390");
            screen.assertFitsWidth();
            screen.assertClean();
            page.navigate(server.url() + "/en/my/cases/" + no);
            assertTrue(page.textContent(".status").contains("If you put everything right today"));
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "window-1", "/desk/case?no=" + no);
            assertTrue(page.textContent("#facts").contains(told), told);
            screen.assertClean();
        }
    }

    @Test
    void anExtensionIsAskedForOnOnePageAndApprovedOnAnother() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "traffic-reviewer", "/desk/case?no=" + no);
            page.click("summary:has-text('申请延长办理期限')");
            page.click("[id='REQUEST_EXTENSION:go']");
            page.waitForSelector("#summary");
            assertTrue(page.textContent("#summary").contains("延期理由"), page.textContent("#summary"));
            page.fill("#REQUEST_EXTENSION-reason", "地下管线复杂，需要补充探测。");
            screen.shot("extension-ask-1366");
            page.click("[id='REQUEST_EXTENSION:go']");
            page.waitForURL("**done=REQUEST_EXTENSION**");
            assertTrue(page.textContent("main").contains("等待批准"));
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "urban-director", "/desk/case?no=" + no);
            assertTrue(page.textContent("main").contains("地下管线复杂"));
            screen.shot("extension-approve-1366");
            page.check("#EXTEND-approved input[value=true]");
            page.click("[id='EXTEND:go']");
            page.waitForURL("**done=EXTEND**");
            assertTrue(page.textContent("#facts").contains("原定"), "the date before is shown");
            screen.shot("extension-done-1366");
            screen.assertClean();
        }
        JsonNode view = agent.get("/cases/" + no).expect(200).json();
        assertTrue(view.path("clocks").findValuesAsText("extendedBy").contains("10"));
    }

    @Test
    void anAdministratorBringsInACalendarAndIsToldWhatIsWrongWithIt() {
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "admin", "/admin/calendars");
            assertTrue(page.textContent("main").contains("国务院办公厅关于2026年部分节假日安排的通知"));
            screen.shot("calendars-1366");
            screen.assertClean();
            page.fill("#file", "{\"format\": 1, \"region\": \"999900\", \"year\": 2091,");
            page.click("button:has-text('导入')");
            assertTrue(page.textContent("#summary").contains("不是有效的 JSON"), page.textContent("#summary"));
            page.fill(
                    "#file",
                    "{\"format\":1,\"region\":\"999900\",\"year\":2091,\"status\":\"OFFICIAL\",\"makeupWorkdays\":[\"2091-13-01\"]}");
            page.click("button:has-text('导入')");
            assertTrue(page.textContent("#summary").contains("正式日历应写明依据"));
            assertTrue(page.textContent("#summary").contains("不是日期"));
            assertTrue(page.inputValue("#file").contains("2091"), "what was sent stays");
            screen.forgive("422");
            screen.shot("calendars-refused-1366");
            page.fill(
                    "#file",
                    "{\"format\":1,\"region\":\"999900\",\"year\":2091,\"status\":\"PROVISIONAL\",\"holidays\":["
                            + "{\"name\":\"城市节\",\"from\":\"2091-06-06\",\"to\":\"2091-06-06\"}]}");
            page.click("button:has-text('导入')");
            page.waitForURL("**done=**");
            page.navigate(server.url() + "/admin/calendars");
            assertTrue(page.textContent("main").contains("本地 999900"));
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = signIn(screen, "supervisor", "/admin/calendars");
            assertEquals(0, page.locator("#file").count(), "a supervisor only looks");
            page.setViewportSize(390, 844);
            screen.shot("calendars-390");
            screen.assertFitsWidth();
            screen.assertClean();
        }
    }
}
