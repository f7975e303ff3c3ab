package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 两条长路: what is issued in two stages, and what is answered from above on paper, as window, officers and applicant see it. */
@OnServer
class UpperAndStagesJourneyIT {

    @Test
    void theWindowBeginsTheSecondStageAndTheApplicantKnowsWhatToBring(YiwangServer server, @TempDir Path folder)
            throws Exception {
        City city = new City(server);
        String no = city.submitted("chenjing", "talent-hukou");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("hrss-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "学历已核验。");
        city.act(city.as("post-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "落户地址真实。");
        city.act(
                city.as("police-director"),
                no,
                "DECIDE",
                "decision",
                "GRANT",
                "reason",
                "符合落户条件。",
                "legalBasis",
                "《中华人民共和国户口登记条例》第十条");
        city.settle();
        try (Screen screen = Screen.phone(server)) {
            Citizen.at(screen, "chenjing", "/my/cases/" + no)
                    .sees("待办第二段")
                    .sees("户口迁移证")
                    .sees("准予迁入证明");
            screen.shot("stages-citizen-390");
            screen.assertClean();
        }
        Path certificate = Files.write(folder.resolve("户口迁移证.pdf"), City.pdf());
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1").open("/desk/case?no=" + no);
            officer.press("BEGIN_STAGE");
            assertTrue(officer.trouble().innerText().contains("户口迁移证"));
            page.locator("#BEGIN_STAGE-identityChecked").check();
            page.setInputFiles("#BEGIN_STAGE-files", certificate);
            screen.lookAtBothWidths("stages-desk");
            officer.does("BEGIN_STAGE");
            assertTrue(page.textContent("main").contains("第二段已经开始"));
            screen.assertClean();
        }
    }

    @Test
    void anAnswerOnPaperIsTypedByOneAndComparedByAnother(YiwangServer server, @TempDir Path folder) throws Exception {
        City city = new City(server);
        String no = city.submitted("chenjing", "teacher-cert");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("education-reviewer"), no, "FORWARD", "opinion", "建议认定。", "legalBasis", "《教师资格条例》第十三条");
        Path scan = Files.write(folder.resolve("批复.pdf"), City.pdf());
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("education-reviewer").open("/desk/case?no=" + no);
            page.locator("details:has(#RECORD_PAPER_ANSWER) summary").click();
            officer.press("RECORD_PAPER_ANSWER");
            assertTrue(officer.trouble().innerText().contains("扫描件"));
            page.locator("#RECORD_PAPER_ANSWER-answer input[value=GRANTED]").check();
            page.fill("#RECORD_PAPER_ANSWER-documentNo", "云教认〔2026〕19号");
            page.fill("#RECORD_PAPER_ANSWER-decidedOn", city.today().toString());
            page.fill("#RECORD_PAPER_ANSWER-signedBy", "周敏");
            page.fill("#RECORD_PAPER_ANSWER-text", "同意认定高级中学教师资格。");
            page.setInputFiles("#RECORD_PAPER_ANSWER-file", scan);
            screen.lookAtBothWidths("paper-answer-desk");
            officer.does("RECORD_PAPER_ANSWER");
            screen.assertClean();
        }
        try (Screen screen = Screen.desk(server)) {
            Officer officer = new Officer(screen).signIn("education-director").open("/desk/case?no=" + no);
            assertTrue(screen.page().textContent("main").contains("书面答复待复核"));
            screen.page()
                    .locator("#CONFIRM_PAPER_ANSWER-agrees input[value=true]")
                    .check();
            screen.lookAtBothWidths("paper-answer-confirm");
            officer.does("CONFIRM_PAPER_ANSWER");
            assertTrue(screen.page().textContent("main").contains("批复准予"));
            screen.assertClean();
        }
    }
}
