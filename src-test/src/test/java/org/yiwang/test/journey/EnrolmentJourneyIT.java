package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 批次与急事的路: a window announced, entered and drawn; an emergency ordered at one desk and its papers brought on a phone. */
@OnServer
class EnrolmentJourneyIT {

    private final YiwangServer server;
    private final City city;

    EnrolmentJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @Test
    void aWindowIsAnnouncedEnteredAndDrawn() {
        LocalDateTime opens = LocalDateTime.ofInstant(city.now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(1)
                .withNano(0);
        DateTimeFormatter input = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("education-director").open("/desk/draws");
            page.fill("#name", "湖滨实验学校剩余学位");
            page.fill("#opensAt", opens.format(input));
            page.fill("#closesAt", opens.plusDays(2).format(input));
            page.fill("#places", "1");
            screen.lookAtBothWidths("draws-desk");
            page.locator("form[id$='announce'] button").first().click();
            page.waitForURL(url -> url.contains("done="));
            officer.awake();
            screen.assertClean();
        }
        try (Screen screen = Screen.phone(server)) {
            screen.open("/items/school-enroll/batches");
            assertTrue(screen.page().textContent("main").contains("未开始"));
            screen.shot("batch-before-390");
            screen.assertClean();
        }
        city.move(Duration.ofDays(1).plusMinutes(2));
        String no = city.submitted("chenjing", "school-enroll");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("education-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "联合审核完毕。");
        city.move(Duration.ofDays(3));
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("education-director").open("/desk/draws");
            page.locator("input[name=password]").first().fill(City.PASSWORD);
            page.locator("form[id$='draw'] button").first().click();
            page.waitForURL(url -> url.contains("done="));
            officer.awake();
            screen.assertClean();
        }
        city.settle();
        try (Screen screen = Screen.phone(server)) {
            screen.open("/items/school-enroll/batches");
            assertTrue(screen.page().textContent("main").contains("怎么复核"));
            screen.lookAtBothWidths("batch-drawn");
            screen.assertClean();
            screen.open("/en/items/school-enroll/batches");
            screen.assertClean();
            Citizen.at(screen, "chenjing", "/my/cases/" + no).sees("报名号").sees("录取");
            screen.assertClean();
        }
    }

    @Test
    void helpComesFirstAndThePapersFollow() throws Exception {
        ObjectNode answers = city.answers("temp-relief").put("emergency", true);
        Api chen = city.as("chenjing");
        String no = city.submit(chen, city.draftOf(chen, "temp-relief", answers, "id-card"));
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("street-director").open("/desk/case?no=" + no);
            page.locator("details:has(#ORDER_URGENT) summary").click();
            page.check("input[name=ground][value=medical]");
            page.check("input[name=later][value=hardship-proof]");
            page.fill("#ORDER_URGENT-reason", "医院来电核实，须立即手术。");
            screen.lookAtBothWidths("urgent-desk");
            officer.does("ORDER_URGENT");
            assertTrue(page.textContent("main").contains("孙立军"));
            assertTrue(page.locator("h1").textContent().contains("急事先办，"), "the mark is words, not only a colour");
            screen.assertClean();
            screen.lookAtBothWidths("urgent-marked-case");
        }
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1");
            officer.open("/desk/inbox?q=" + no);
            assertTrue(page.locator("#work .urgent .hidden-text")
                    .first()
                    .textContent()
                    .contains("急事先办"));
            officer.open("/desk/inbox");
            assertTrue(page.locator("#work tbody tr").first().locator(".urgent").count() > 0, "it stands first");
            screen.assertClean();
            screen.lookAtBothWidths("urgent-inbox");
        }
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/cases/" + no).sees("急事先办");
            screen.shot("urgent-case-390");
            screen.assertClean();
            citizen.open("/my/cases/" + no + "/later");
            Path file = Files.createTempFile("proof", ".pdf");
            Files.write(file, City.pdf());
            screen.page().setInputFiles("#m-hardship-proof", file);
            screen.shot("urgent-later-390");
            screen.assertClean();
            citizen.press("#files button").sees("已交");
            screen.assertClean();
        }
        JsonNode urgency = chen.get("/urgency/cases/" + no).expect(200).json();
        assertTrue(urgency.at("/urgency/later/0/fileId").isTextual());
        city.act(city.as("street-reviewer"), no, "CONFIRM_LATER", "findings", "病历齐全。");
    }
}
