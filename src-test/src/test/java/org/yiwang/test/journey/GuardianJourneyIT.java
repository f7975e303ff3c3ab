package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 监护: registered at the window on paper; what the guardian may then do for the child, and until when. */
@OnServer
class GuardianJourneyIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CHENJING = "999999199304180020";

    private final YiwangServer server;
    private final City city;
    private final Api guardian;
    private final Api clerk;
    /** What still holds when a test is over. */
    private final List<String> holding = new ArrayList<>();

    GuardianJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
        this.guardian = city.as("chenjing");
        this.clerk = city.as("window-1");
    }

    /** Tests share their people. */
    @AfterEach
    void endThem() {
        holding.forEach(
                number -> clerk.request("DELETE", "/mandates/" + number).send().expect(204));
    }

    @Test
    @DisplayName("监护人代 13 岁办理需同意书")
    void aChildOfThirteenIsRepresentedOnceItsGuardianHasConsentedToTheUseOfItsData() {
        JsonNode mandate = registered(city.today().minusYears(14).plusDays(40), "陈小雨");
        String number = mandate.path("number").asText();
        holding.add(number);
        assertTrue(mandate.path("consentMissing").asBoolean(), "thirteen years old");
        ObjectNode order = Api.object(
                "itemCode",
                "cross-medical",
                "onBehalfOf",
                mandate.path("onBehalfOf").asText());
        guardian.post("/drafts", order).problem(409, "CONSENT_REQUIRED");
        city.as("wangqiang")
                .post("/mandates/" + number + "/consent", Api.object())
                .problem(404, "NOT_FOUND");
        try (Screen screen = Screen.phone(server)) {
            Citizen citizen = Citizen.at(screen, "chenjing", "/my/mandates");
            screen.lookAtBothWidths("guardian-consent");
            screen.assertClean();
            citizen.press("form:has(input[value='" + number + "']) button");
            screen.assertClean();
        }
        guardian.post("/drafts", order).expect(201);
    }

    @Test
    @DisplayName("年满 18 次日监护授权自动失效")
    void onTheDayAfterTheEighteenthBirthdayTheGuardianshipIsOverByItself() {
        LocalDate birthday = city.today().plusDays(2);
        JsonNode mandate = registered(birthday.minusYears(18), "陈小寒");
        assertEquals(birthday.toString(), mandate.path("validTo").asText());
        ObjectNode order = Api.object(
                "itemCode",
                "cross-medical",
                "onBehalfOf",
                mandate.path("onBehalfOf").asText());
        Duration last = Duration.between(
                city.now(), birthday.plusDays(1).atStartOfDay(ZONE).toInstant());
        city.move(last.minusSeconds(60));
        guardian.post("/drafts", order).expect(201);
        city.move(Duration.ofSeconds(60));
        guardian.post("/drafts", order).problem(403, "NO_MANDATE");
    }

    /** The child comes to the window with its card, and 陈静 with the paper; answers what she may do now. */
    private JsonNode registered(LocalDate born, String name) {
        try (Screen screen = Screen.desk(server)) {
            Page page = screen.page();
            Officer officer = new Officer(screen).signIn("window-1");
            page.fill("#find-number", card(born));
            page.fill("#find-name", name);
            page.locator("[id='find:go']").click();
            page.waitForURL(url -> url.contains("party="));
            officer.awake();
            page.locator(".customer a[href*='/window/agents']").click();
            page.waitForURL(url -> url.contains("/window/agents"));
            officer.awake();
            page.fill("#agent-number", CHENJING);
            page.fill("#agent-proof", "出生医学证明");
            page.locator("[id='agent:go']").click();
            page.waitForURL(url -> url.contains("done=registered"));
        }
        JsonNode last = null;
        for (JsonNode one : guardian.get("/mandates").expect(200).at("/items")) {
            if (one.path("kind").asText().equals("GUARDIAN")) {
                last = one;
            }
        }
        return last;
    }

    /** A number nobody else has in these tests, with its check digit (GB 11643). */
    private static String card(LocalDate day) {
        String front = "999999" + day.format(DateTimeFormatter.BASIC_ISO_DATE)
                + ThreadLocalRandom.current().nextInt(100, 999);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (front.charAt(i) - '0');
        }
        return front + "10X98765432".charAt(sum % 11);
    }
}
