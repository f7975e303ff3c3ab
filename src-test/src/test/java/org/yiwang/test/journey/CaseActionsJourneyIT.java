package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 办件页上的动作: paying, reminding, withdrawing, rating and correcting, and what happens when one of them is refused. */
@OnServer
class CaseActionsJourneyIT {

    private final YiwangServer server;
    private final City city;

    CaseActionsJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aCompanyPaysTheFeeAfterTheDecisionAndThenGetsItsPermit() {
        String no = permitThatWaitsForItsFee();
        String at = "/my/cases/" + no;
        try (Screen screen = Screen.phone(server);
                Screen other = Screen.phoneWithoutScript(server)) {
            Citizen company = Citizen.at(screen, "wangqiang", at);
            Citizen colleague = Citizen.at(other, "wangqiang", at);
            company.sees("缴费").press("button[value=pay]").refused("缴费凭证号");
            company.page().fill("#reference", "PAY-0");
            company.press("button[value=pay]").refused("没有查到这笔缴费");
            assertEquals("PAY-0", company.typed("#reference"), "what was typed is not lost");
            look(screen, "pay");
            company.page().fill("#reference", "PAY-" + no);
            company.press("button[value=pay]").sees("缴费成功");
            assertEquals(0, company.page().locator("button[value=pay]").count());
            city.settle();
            company.open(at).sees("道路挖掘许可");
            look(screen, "paid");

            colleague.page().fill("#reference", "PAY-" + no);
            colleague.press("button[value=pay]").refused("办件");
            assertEquals(0, colleague.page().locator("button[value=pay]").count(), "there is nothing to pay any more");
        }
        assertEquals(
                1,
                server.db()
                        .number(
                                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                        + " WHERE c.case_no = ? AND e.type = 'FEE_PAID'",
                                no));
    }

    private String permitThatWaitsForItsFee() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "交通组织可行。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "无意见。");
        city.visitRoad(no);
        city.act(city.as("urban-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "各方同意。");
        city.act(
                city.as("urban-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "经审查符合条件。",
                "legalBasis",
                "《城市道路管理条例》第三十三条");
        city.settle();
        return no;
    }

    @Test
    void aReminderIsHeardOnceADay() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/cases/" + no);
            citizen.press("button[value=urge]").sees("已催办");
            citizen.press("button[value=urge]").refused("今天已经催办过");
            screen.forgive("429");
            screen.assertClean();
        }
        assertEquals(1, events(no, "CASE_URGED"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWithdrawsIsAskedAgainAndKeepsHisWordsWhenTheCaseHasMoved(boolean script) {
        String no = city.submitted("chenjing", "elder-allowance");
        String at = "/my/cases/" + no;
        try (Screen screen = script ? Screen.phone(server) : Screen.phoneWithoutScript(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", at);
            citizen.press("a[href$='/withdraw']");
            citizen.page().fill("#reason", "材料还要再准备。");
            look(screen, "withdraw");
            city.act(city.as("window-1"), no, "ACCEPT");
            citizen.press("button.danger").refused("已有变化");
            assertEquals("材料还要再准备。", citizen.typed("#reason"));
            screen.forgive("409");
            look(screen, "withdraw-refused");
            citizen.page().evaluate("() => { document.querySelector('#reason').value = '长'.repeat(2001); }");
            citizen.press("button.danger").refused("最多 2000 字");
            citizen.page().fill("#reason", "材料还要再准备。");
            citizen.press("button.danger").sees("已撤回");
            screen.assertClean();
            citizen.open(at + "/withdraw");
            assertTrue(citizen.page().url().endsWith(at), "what is withdrawn cannot be withdrawn");
        }
        assertEquals(
                "WITHDRAWN", city.see(city.as("chenjing"), no).path("status").asText());
    }

    @Test
    void aBadRatingNeedsAReasonAndACaseIsRatedOnce() {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.act(
                city.as("civil-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合条件。",
                "legalBasis",
                "老年人权益保障法第三十三条");
        city.settle();
        String at = "/my/cases/" + no;
        try (Screen screen = Screen.phone(server);
                Screen other = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", at);
            Citizen elsewhere = Citizen.at(other, "chenjing", at);
            citizen.press("button[value=rate]").refused("五个等级");
            citizen.page().check("input[name=level][value='2']");
            citizen.press("button[value=rate]").refused("不满意的原因");
            assertTrue(citizen.page().isChecked("input[name=level][value='2']"), "the grade is still chosen");
            look(screen, "rate-refused");
            citizen.page().fill("#text", "等得太久。");
            citizen.press("button[value=rate]").sees("不满意");
            screen.assertClean();
            elsewhere.page().check("input[name=level][value='5']");
            elsewhere.press("button[value=rate]").refused("已经评价过");
            other.forgive("409");
            other.assertClean();
        }
        assertEquals(1, events(no, "CASE_RATED"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingThatAnswersACorrectionIsAskedForTwice(boolean script) {
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(
                city.as("window-1"),
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(
                        Map.of("target", "answers.bankAccount", "text", "银行卡号少一位，请核对。"),
                        Map.of("target", "materials.household-register", "text", "户口簿缺本人页。")));
        try (Screen screen = script ? Screen.phone(server) : Screen.phoneWithoutScript(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/cases/" + no);
            Page page = citizen.press("a[href$='/correction']").page();
            page.fill("#f-bankAccount", "6222000000000000996");
            page.fill("#note", "已到银行核对。");
            citizen.press("button.big").refused("还没有补正");
            assertEquals("6222000000000000996", citizen.typed("#f-bankAccount"));
            assertEquals("已到银行核对。", citizen.typed("#note"));
            look(screen, "correction-refused");

            page.fill("#f-bankAccount", "abc");
            page.setInputFiles("#m-household-register", new FilePayload("户口簿.pdf", "application/pdf", City.pdf()));
            citizen.press("button.big").refused("银行卡号");
            citizen.sees("户口簿.pdf");
            assertTrue(page.isChecked("input[name='kept-household-register']"), "the file need not be chosen again");
            look(screen, "correction-kept");

            page.setInputFiles("#m-household-register", new FilePayload("说明.txt", "text/plain", "不是扫描件".getBytes()));
            page.fill("#f-bankAccount", "6222000000000000996");
            citizen.press("button.big").refused("说明.txt");
            citizen.sees("户口簿.pdf").press("button.big").sees("补正材料已提交");
            screen.assertClean();
        }
        assertEquals(
                1,
                server.db()
                        .number(
                                "SELECT count(*) FROM uploaded_file WHERE scope = (SELECT s.scope FROM uploaded_file s"
                                        + " WHERE s.scope LIKE ? LIMIT 1) AND requirement = 'household-register'"
                                        + " AND superseded_at IS NULL",
                                "%" + no + "%"));
    }

    private long events(String no, String type) {
        return server.db()
                .number(
                        "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                + " WHERE c.case_no = ? AND e.type = ?",
                        no,
                        type);
    }

    /** The page as it stands, on a phone and on an office screen. */
    private static void look(Screen screen, String name) {
        screen.lookAtBothWidths(name);
        screen.assertClean();
    }
}
