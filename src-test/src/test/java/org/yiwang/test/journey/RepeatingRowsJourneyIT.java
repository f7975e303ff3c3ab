package org.yiwang.test.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.browser.Screen;
import org.yiwang.test.scenario.City;

/** 重复填写的一组问题: rows come and go, with JavaScript and without, and nothing typed is lost by it. */
@OnServer
class RepeatingRowsJourneyIT {

    private final YiwangServer server;
    private final City city;

    RepeatingRowsJourneyIT(YiwangServer server) {
        this.server = server;
        this.city = new City(server);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsComeAndGoAndWhatWasTypedStays(boolean script) {
        Api agent = city.as("wangqiang");
        String draft = agent.post("/drafts", city.forCompany(agent, "road-dig"))
                .expect(201)
                .text("/id");
        try (Screen screen = script ? Screen.phone(server) : Screen.phoneWithoutScript(server)) {
            Citizen citizen = Citizen.at(screen, "wangqiang", "/apply/" + draft + "/section/place");
            Page page = citizen.page();
            assertEquals(1, rows(page), "one is wanted, so one is there");
            page.fill("[name=roadName]", "湖滨路");
            citizen.press("button[value^='add:segments']");
            assertEquals(2, rows(page), "an empty one more, though the first is empty too");
            page.fill("[name='segments.0.from']", "甲路口");
            page.check("[name='segments.0.part'][value=pavement]");
            citizen.press("button[value^='add:segments']");
            assertEquals(3, rows(page));
            assertEquals("甲路口", citizen.typed("[name='segments.0.from']"));
            page.fill("[name='segments.1.from']", "乙路口");
            page.fill("[name='segments.2.from']", "丙路口");
            screen.lookAtBothWidths(script ? "rows" : "rows-without-script");
            screen.assertClean();

            citizen.press("button[value='remove:segments:1']");
            assertEquals(List.of("甲路口", "丙路口"), from(page));
            assertTrue(page.isChecked("[name='segments.0.part'][value=pavement]"));
            assertEquals("湖滨路", citizen.typed("[name=roadName]"), "other questions of the page stay as well");

            page.fill("[name='segments.1.to']", "丁路口");
            citizen.press("button.big").refused("占用部位");
            assertEquals(List.of("甲路口", "丙路口"), from(page));
            assertEquals("丁路口", citizen.typed("[name='segments.1.to']"), "a failed check loses nothing");
            screen.lookAtBothWidths(script ? "rows-refused" : "rows-refused-without-script");
            screen.assertClean();
            citizen.press("button[value='remove:segments:0']");
            assertEquals(List.of("丙路口"), from(page));
            assertEquals(0, page.locator("button[value^='remove:segments']").count(), "the last one stays");
        }
    }

    private static int rows(Page page) {
        return page.locator(".rowset").count();
    }

    private static List<String> from(Page page) {
        return page.locator(".rowset input[name$='.from']").all().stream()
                .map(input -> input.inputValue())
                .toList();
    }
}
