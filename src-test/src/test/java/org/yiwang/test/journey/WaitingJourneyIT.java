package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 轮候与冷静期的路: one's place in a list and the answer to an offer; thinking again, and coming back together. */
@OnServer
class WaitingJourneyIT {

    private final YiwangServer server;
    private final City city;
    private final Db db;

    WaitingJourneyIT(YiwangServer server, Db db) {
        this.server = server;
        this.city = new City(server);
        this.db = db;
    }

    @Test
    void aPlaceIsReleasedAtTheDeskAndTakenOnThePhone() {
        // An offer that nobody answers would lapse into the next test.
        for (Map<String, Object> open : db.rows("SELECT case_no FROM waiting_entry WHERE state = 'OFFERED'")) {
            String offered = (String) open.get("case_no");
            String login = city.as("chenjing").get("/cases/" + offered).status() == 200 ? "chenjing" : "wangqiang";
            city.act(city.as(login), offered, "ANSWER_PLACE", "accept", true);
        }
        db.change("UPDATE waiting_place SET state = 'TAKEN' WHERE state <> 'TAKEN'");
        db.change("UPDATE waiting_entry SET state = 'PLACED' WHERE state IN ('WAITING', 'OFFERED')");
        String no = confirmed();
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("housing-director").open("/desk/lists");
            page.locator("[id='release:go']").click();
            assertTrue(officer.trouble().innerText().contains("每行一套"));
            page.fill("#places", "湖滨苑3号楼502室，两居室，58平方米");
            page.locator("[id='release:go']").click();
            page.waitForURL(url -> url.contains("done="));
            officer.awake();
            assertTrue(page.textContent("main").contains("湖滨苑3号楼502室"));
            screen.forgive("422");
            screen.lookAtBothWidths("waiting-list-desk");
            screen.assertClean();
        }
        city.settle();
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/cases/" + no);
            citizen.sees("轮候号").sees("湖滨苑3号楼502室");
            screen.lookAtBothWidths("waiting-case");
            screen.assertClean();
            citizen.press("button[value=take]").sees("您的答复已记录").sees("已配租");
            screen.assertClean();
            citizen.open("/en/my/cases/" + no).sees("Place taken");
            screen.assertClean();
        }
    }

    private String confirmed() {
        String no = city.submitted("chenjing", "public-rental");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(city.as("housing-director"), no, "START_PUBLICITY", "proposal", "拟确认公租房保障资格");
        city.move(Duration.ofDays(11));
        city.act(
                city.as("housing-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件，公示无异议。",
                "legalBasis",
                "公共租赁住房管理办法第十条");
        city.settle();
        return no;
    }

    @Test
    void theTwoThinkAgainAndComeBack() {
        String no = city.submitted("chenjing", "divorce");
        city.act(city.as("window-1"), no, "ACCEPT");
        try (Screen screen = Screen.phone(server)) {
            Citizen other = Citizen.at(screen, "wangqiang", "/my/cases/" + no);
            other.sees("冷静期").sees("任何一方").sees("撤回申请");
            screen.lookAtBothWidths("cooling-off-case");
            screen.assertClean();
        }
        JsonNode view = city.see(city.as("chenjing"), no);
        LocalDate last = LocalDate.parse(view.at("/due/on").asText());
        while (city.today().isBefore(last.plusDays(1))) {
            city.move(Duration.between(
                    city.now(),
                    last.plusDays(1)
                            .atTime(9, 0)
                            .atZone(ZoneId.of("Asia/Shanghai"))
                            .toInstant()));
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1").open("/desk/case?no=" + no);
            page.check("#RECORD_APPEARANCE-applicant");
            officer.press("RECORD_APPEARANCE");
            assertTrue(officer.trouble().innerText().contains("只有一方到场的不能办理"));
            page.check("#RECORD_APPEARANCE-other");
            page.check("#RECORD_APPEARANCE-willing");
            screen.lookAtBothWidths("appearance-desk");
            officer.does("RECORD_APPEARANCE");
            screen.assertClean();
        }
        assertEquals(
                "IN_REVIEW", city.see(city.as("wangqiang"), no).path("status").asText());
    }
}
