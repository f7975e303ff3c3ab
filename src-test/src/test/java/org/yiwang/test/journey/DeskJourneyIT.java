package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 工作台: what officers do besides walking a case straight through, and how they find their work. */
@OnServer
class DeskJourneyIT {

    private final YiwangServer server;
    private final City city;

    DeskJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void workGoesBackAStepAndToAColleague() {
        String no = accepted("residence-permit");
        ApproverJourneyIT.siteCheckOverTheApi(city, no);
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer reviewer = at(screen, "post-reviewer", no);
            assertEquals("done", stop(page, "走访核实"));
            assertEquals("now", stop(page, "派出所审核"));
            screen.shot("desk-return");
            unfold(page, "RETURN");
            reviewer.press("RETURN");
            assertTrue(reviewer.trouble().innerText().contains("退回原因"));
            page.fill("#RETURN-reason", "照片看不清门牌，请补拍。");
            reviewer.does("RETURN");
            assertEquals("now", stop(page, "走访核实"));
            assertTrue(page.locator("#facts").innerText().contains("照片看不清门牌"));
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = at(screen, "post-officer-1", no);
            officer.does("CLAIM");
            assertEquals(0, page.locator("[id='RETURN:go']").count(), "there is no step before the first");
            unfold(page, "TRANSFER");
            page.locator("#TRANSFER-toStaffNo").selectOption("YZ1010");
            officer.does("TRANSFER");
            assertTrue(page.locator(".mywork").innerText().contains("办理中"));
            assertEquals(0, page.locator("[id='RECORD_SITE_CHECK:go']").count(), "his colleague has it now");
            screen.assertClean();
        }
        city.settle();
        readsItsNotice(no);
    }

    private void readsItsNotice(String no) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer colleague = new Officer(screen).signIn("post-officer-2");
            int before = unread(page);
            assertTrue(before > 0, "told that work was given to him");
            colleague.open("/desk/notices");
            screen.shot("desk-notices");
            assertTrue(page.locator("main li.item").first().innerText().contains("转"));
            page.locator("[id='read:go']").click();
            // The page is on its way to being shown anew: there may be no bell for a moment.
            page.waitForFunction(
                    "n => [...document.querySelectorAll('.bell .count')].some(c => parseInt(c.textContent, 10) < n)",
                    before);
            assertTrue(unread(page) < before);
            screen.assertClean();
            colleague.open("/desk/inbox?tab=mine&q=" + no);
            assertEquals(1, lines(page).size());
        }
    }

    private static int unread(Page page) {
        return Integer.parseInt(page.locator(".bell .count")
                .evaluate("e => e.firstChild.data")
                .toString()
                .strip());
    }

    @Test
    void aSpecialProcedureStopsTheClockAndIsFoundAgainToBeEnded() {
        String no = accepted("food-business");
        city.act(city.as("market-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "材料齐全。");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer inspector = at(screen, "market-inspector-1", no);
            unfold(page, "START_SPECIAL_PROCEDURE");
            inspector.press("START_SPECIAL_PROCEDURE");
            assertTrue(inspector.trouble().innerText().contains("种类"));
            page.locator("input[name=type]").first().check();
            page.fill("#START_SPECIAL_PROCEDURE-reason", "新型加工工艺，需要专家论证。");
            inspector.does("START_SPECIAL_PROCEDURE");
            assertTrue(page.locator("#facts").innerText().contains("期间法定时限暂停计算"));
            screen.shot("desk-special");
            screen.assertClean();

            inspector.open("/desk/inbox?q=" + no);
            assertTrue(lines(page).isEmpty(), "it waits, nothing is to be done");
            page.getByText("暂停计时").first().click();
            page.waitForURL(url -> url.contains("tab=paused"));
            inspector.awake();
            page.fill("[name=q]", no);
            page.locator(".filters button").click();
            page.waitForURL(url -> url.contains("q=" + no));
            inspector.awake();
            screen.assertClean();
            page.locator("a.open[href*='" + no + "']").click();
            page.waitForURL(url -> url.contains("/desk/case"));
            inspector.awake();
            inspector.press("END_SPECIAL_PROCEDURE");
            assertTrue(inspector.trouble().innerText().contains("结果"));
            page.fill("#END_SPECIAL_PROCEDURE-result", "专家论证通过。");
            inspector.does("END_SPECIAL_PROCEDURE");
            assertTrue(inspector.done().contains("继续计算"));
            assertTrue(page.locator("[id='RECORD_SITE_CHECK:go']").isVisible());
            screen.assertClean();
        }
    }

    @Test
    void theLeadAnswersWhatAnotherDepartmentObjects() {
        String no = accepted("road-dig");
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "交通组织可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "与燃气管网施工冲突。");
        city.visitRoad(no);
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer lead = at(screen, "urban-reviewer", no);
            assertTrue(page.locator(".work .quote").innerText().contains("与燃气管网施工冲突"), "what is to be answered");
            page.locator("input[name=opinion][value=AGREE]").check();
            page.fill("#REVIEW-text", "各部门意见已汇总，建议准予。");
            lead.press("REVIEW");
            assertTrue(lead.trouble().innerText().contains("逐条回应"));
            assertEquals("各部门意见已汇总，建议准予。", page.inputValue("#REVIEW-text"), "nothing typed is lost");
            screen.shot("desk-objection");
            screen.assertClean();
            lead.awake();
            page.fill("[name='answers.housing-opinion']", "已与燃气公司商定错开工期。");
            lead.does("REVIEW");
            assertTrue(page.locator("section[aria-labelledby=h-opinions]")
                    .innerText()
                    .contains("已与燃气公司商定错开工期"));
            screen.assertClean();
        }
    }

    @Test
    void theFileOfTheCaseOpensPaperByPaper() {
        String no = accepted("residence-permit");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            at(screen, "post-reviewer", no);
            Locator papers = page.locator("section[aria-labelledby=h-materials] li a");
            assertTrue(papers.count() > 1);
            for (int i = 0; i < papers.count(); i++) {
                APIResponse paper = screen.context().request().get(papers.nth(i).getAttribute("href"));
                assertEquals(200, paper.status());
                assertTrue(paper.headers().get("content-type").startsWith("application/pdf"));
                assertTrue(paper.headers().get("content-disposition").startsWith("inline"));
            }
            Page opened = screen.context().waitForPage(() -> papers.first().click());
            assertTrue(opened.url().contains("/desk/files/case/" + no));
            String elsewhere = papers.first().getAttribute("href").replace(no, accepted("residence-permit"));
            assertEquals(404, screen.context().request().get(elsewhere).status(), "a paper lies in its own case");
            assertEquals(List.of("now", "todo", "todo"), stops(page));
        }
    }

    @Test
    void theInboxIsReadPageByPageForwardAndBackWithItsFilters() {
        Api reviewer = city.as("street-reviewer");
        while (count(reviewer) <= 41) {
            accepted("elder-allowance");
        }
        String mine = accepted("elder-allowance");
        city.act(reviewer, mine, "CLAIM");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/inbox");
            List<String> first = lines(page);
            assertEquals(20, first.size());
            assertEquals(0, page.getByText("上一页").count());
            List<String> second = turn(officer, page, "下一页");
            List<String> third = turn(officer, page, "下一页");
            Set<String> all = new LinkedHashSet<>(first);
            all.addAll(second);
            all.addAll(third);
            assertEquals(first.size() + second.size() + third.size(), all.size(), "no line twice");
            assertEquals(second, turn(officer, page, "上一页"));
            assertEquals(first, turn(officer, page, "上一页"));
            assertEquals(dueDays(page).stream().sorted().toList(), dueDays(page), "soonest due first");
            screen.assertClean();

            page.getByText("我的待办").click();
            page.waitForURL(url -> url.contains("tab=mine"));
            officer.awake();
            page.fill("[name=q]", mine);
            page.locator("select[name=item]").selectOption("elder-allowance");
            page.locator(".filters button").click();
            page.waitForURL(url -> url.contains("q=" + mine));
            officer.awake();
            assertEquals(List.of(mine), lines(page));
            screen.shot("inbox-mine");
            officer.open("/desk/inbox?tab=mine&item=road-dig&q=" + mine);
            assertTrue(page.locator("main").innerText().contains("清除筛选"));
            assertTrue(lines(page).isEmpty());
            screen.assertClean();
            filtersByLight(officer, page);
        }
        try (Screen screen = Screen.phone(server)) {
            Officer officer = new Officer(screen).signIn("street-reviewer");
            officer.open("/desk/inbox");
            screen.shot("inbox-390");
            screen.assertClean();
        }
    }

    private static void filtersByLight(Officer officer, Page page) {
        officer.open("/desk/inbox?light=GREEN");
        assertFalse(page.locator("main .light:not(.GREEN)").count() > 0, "only what was asked for");
        officer.open("/desk/inbox?light=RED");
        assertFalse(page.locator("main .light:not(.RED)").count() > 0, "only what was asked for");
    }

    private static List<String> turn(Officer officer, Page page, String where) {
        String before = page.url();
        page.getByText(where).click();
        page.waitForURL(url -> !url.equals(before));
        officer.awake();
        return lines(page);
    }

    private static int count(Api officer) {
        JsonNode first = officer.get("/work-items?queue=department&limit=100")
                .expect(200)
                .json();
        return first.path("items").size();
    }

    @Test
    void whatIsBeingWrittenIsKeptUntilItIsSaid() {
        String no = accepted("elder-allowance");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            at(screen, "street-reviewer", no);
            page.locator("input[name=opinion][value=DISAGREE]").check();
            page.fill("#REVIEW-text", "户籍在云西区，建议");
            page.locator(".kept:has-text('已自动保存')").waitFor();
            screen.assertClean();
        }
        assertEquals(
                1,
                server.db()
                        .number(
                                """
                                SELECT count(*) FROM opinion_note n JOIN work_item w ON w.id = n.work_item_id
                                 WHERE w.case_no = ? AND position('云西区'::bytea IN n.sealed) = 0
                                """,
                                no),
                "kept once, and sealed");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer again = at(screen, "street-reviewer", no);
            assertEquals("户籍在云西区，建议", page.inputValue("#REVIEW-text"), "another browser, another day");
            assertTrue(page.locator("input[name=opinion][value=DISAGREE]").isChecked());
            assertTrue(page.locator("[id=REVIEW] .kept").innerText().contains("已恢复到上次保存"));
            screen.shot("desk-kept");
            screen.assertClean();
            page.fill("#REVIEW-text", "户籍在云西区，建议不予发放。");
            again.does("REVIEW");
        }
        assertEquals(0, notes(no), "said, so no longer a note");
    }

    @Test
    void whatOneOfficerWritesNoColleagueReadsAndDoneWorkTakesNoNote() {
        String no = accepted("residence-permit");
        try (Screen screen = Screen.desk(server);
                Screen other = Screen.desk(server)) {
            Page page = screen.page();
            at(screen, "post-officer-1", no);
            page.fill("#RECORD_SITE_CHECK-findings", "家中无人，邻居称");
            page.fill("#RECORD_SITE_CHECK-checkedAt", "2026-11-24T10:00");
            page.locator(".kept:has-text('已自动保存')").waitFor();
            at(other, "post-officer-2", no);
            assertEquals("", other.page().inputValue("#RECORD_SITE_CHECK-findings"), "his own note only");
            new Officer(screen).open("/desk/case?no=" + no);
            assertEquals("2026-11-24T10:00", page.inputValue("#RECORD_SITE_CHECK-checkedAt"));
            ApproverJourneyIT.siteCheckOverTheApi(city, no);
            page.fill("#RECORD_SITE_CHECK-findings", "家中无人，邻居称已搬走");
            page.locator(".kept.bad:has-text('没有保存')").waitFor();
            screen.forgive("409");
            screen.assertClean();
        }
        assertEquals(0, notes(no));
    }

    private long notes(String no) {
        return server.db()
                .number(
                        "SELECT count(*) FROM opinion_note n JOIN work_item w ON w.id = n.work_item_id WHERE w.case_no = ?",
                        no);
    }

    private String accepted(String item) {
        String no;
        if (item.equals("elder-allowance") || item.equals("residence-permit")) {
            no = city.submitted("chenjing", item);
        } else {
            Api agent = city.as("wangqiang");
            no = city.submit(agent, city.draft(agent, city.forCompany(agent, item), city.answers(item)));
        }
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private static List<String> lines(Page page) {
        List<String> numbers = new ArrayList<>();
        for (Locator link : page.locator("a.open[href*='/desk/case?no=']").all()) {
            numbers.add(link.getAttribute("href").replaceAll(".*no=", ""));
        }
        return numbers;
    }

    private static List<String> dueDays(Page page) {
        return page.locator("td:nth-child(2) .num").allInnerTexts().stream()
                .map(DeskJourneyIT::sortable)
                .toList();
    }

    /** 2026年1月2日（周五） so that it sorts as a day does. */
    private static String sortable(String day) {
        String[] parts = day.split("\\D+");
        return String.format("%s-%02d-%02d", parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static String stop(Page page, String name) {
        return page.locator(".steps li:has(b:has-text('" + name + "'))").first().getAttribute("class");
    }

    private static List<String> stops(Page page) {
        return page.locator(".steps li").all().stream()
                .map(stop -> stop.getAttribute("class"))
                .toList();
    }

    private static void unfold(Page page, String action) {
        page.locator("details:has([id='" + action + ":go']) > summary").click();
    }

    private static Officer at(Screen screen, String login, String no) {
        return new Officer(screen).signIn(login).open("/desk/case?no=" + no);
    }
}
