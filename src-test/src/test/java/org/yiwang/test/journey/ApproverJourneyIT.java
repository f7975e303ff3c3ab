package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 审批人员: an accepted case through site check, review and a decision signed after another look at who is there. */
@OnServer
class ApproverJourneyIT {

    private static final String FINDINGS = "申请人实际居住在申报地址，房东到场确认。";

    @Test
    void walksACaseFromTheInboxToTheDecision(YiwangServer server) {
        City city = new City(server);
        String caseNo = city.submitted("chenjing", "residence-permit");
        city.act(city.as("window-1"), caseNo, "ACCEPT");
        // The officers come a little later: a site check is told to the minute.
        city.move(Duration.ofMinutes(5));
        checksTheSite(server, city, caseNo);
        reviews(server, caseNo);
        decides(server, caseNo);
        assertEquals(
                "GRANT",
                city.see(city.as("police-director"), caseNo).path("decision").asText());
    }

    private static void checksTheSite(YiwangServer server, City city, String caseNo) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("post-officer-1");
            page.locator("select[name=item]").selectOption("residence-permit");
            page.fill("[name=q]", caseNo);
            page.locator(".filters button").click();
            page.waitForURL(url -> url.contains("q=" + caseNo));
            officer.awake();
            screen.shot("inbox");
            screen.picture("desk-inbox");
            screen.assertClean();
            page.locator("a.open[href*='" + caseNo + "']").click();
            page.waitForURL(url -> url.contains("/desk/case"));
            officer.awake();
            officer.does("CLAIM");
            assertTrue(page.locator(".mywork").innerText().contains("由您办理"));
            page.evaluate("scrollTo(0, 0)");
            screen.picture("desk-site-check");

            page.fill("#RECORD_SITE_CHECK-checkedAt", now(city));
            page.fill("#RECORD_SITE_CHECK-place", "东湖路100号6幢1202室");
            page.fill("#RECORD_SITE_CHECK-findings", FINDINGS);
            page.locator("input[name=passed][value=true]").check();
            page.setInputFiles("#RECORD_SITE_CHECK-photos", photo());
            officer.press("RECORD_SITE_CHECK");
            assertTrue(officer.trouble().innerText().contains("第二名核查人员"), "two officers, by law");
            officer.awake();
            assertEquals(FINDINGS, page.inputValue("#RECORD_SITE_CHECK-findings"), "nothing typed is lost");
            page.locator("#RECORD_SITE_CHECK-withStaffNo").selectOption("YZ1010");
            page.locator("#RECORD_SITE_CHECK input[name=signature][value=REFUSED]")
                    .check();
            page.fill("#RECORD_SITE_CHECK-refusal", "称须先问房东");
            page.fill("#RECORD_SITE_CHECK-witness", "东湖社区 孙敏");
            officer.does("RECORD_SITE_CHECK");
            assertTrue(page.content().contains("见证人：东湖社区 孙敏"));
            assertEquals(1, page.locator(".shots img").count(), "the picture is kept though the first try was refused");
            screen.assertClean();
        }
    }

    private static String now(City city) {
        return LocalDateTime.ofInstant(city.now(), ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static void reviews(YiwangServer server, String caseNo) {
        try (Screen screen = Screen.phone(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("post-reviewer");
            officer.open("/desk/case?no=" + caseNo);
            screen.assertClean();
            page.fill("#REVIEW-text", "核查记录和材料一致，同意签发。");
            officer.press("REVIEW");
            assertTrue(officer.trouble().innerText().contains("同意"), "an opinion is chosen, never assumed");
            page.locator("input[name=opinion][value=AGREE]").check();
            officer.does("REVIEW");
            assertTrue(officer.done().contains("意见已提交"));
            screen.shot("review-phone");
            screen.assertClean();
        }
    }

    private static void decides(YiwangServer server, String caseNo) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("police-director");
            officer.open("/desk/case?no=" + caseNo);
            assertTrue(page.locator("#facts").innerText().contains(FINDINGS));
            page.locator("input[name=decision][value=GRANT]").check();
            page.fill("#DECIDE-reason", "居住、就业情况属实，符合申领条件。");
            page.fill("#DECIDE-legalBasis", "《居住证暂行条例》第二条");
            page.fill("#DECIDE-password", "not-the-password");
            page.evaluate("scrollTo(0, 0)");
            screen.picture("desk-case");
            officer.press("DECIDE");
            assertTrue(officer.trouble().innerText().contains("身份核验没有通过"));
            assertEquals("", page.inputValue("#DECIDE-password"), "a password never comes back");
            page.fill("#DECIDE-password", City.PASSWORD);
            officer.does("DECIDE");
            screen.shot("decided");
            screen.assertClean();
            officer.open("/desk/notices");
            screen.assertClean();
        }
    }

    static void siteCheckOverTheApi(City city, String caseNo) {
        city.act(
                city.as("post-officer-1"),
                caseNo,
                "RECORD_SITE_CHECK",
                "withStaffNo",
                "YZ1010",
                "checkedAt",
                city.now().toString(),
                "place",
                "东湖路100号",
                "findings",
                "情况属实。",
                "passed",
                true,
                "signature",
                "SIGNED",
                "party",
                "在场负责人");
    }

    private static FilePayload photo() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xb9d3ec));
        pen.fillRect(0, 0, 320, 240);
        pen.setColor(new Color(0x0b5cad));
        pen.fillRect(90, 90, 140, 150);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return new FilePayload("site.png", "image/png", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
