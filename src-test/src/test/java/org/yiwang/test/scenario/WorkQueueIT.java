package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 待办列表: everybody sees what waits for him or his post, soonest due first, page after page, nothing twice. */
@OnServer
class WorkQueueIT {

    private static final int ENOUGH = 7;

    private final City city;
    private final Db db;

    WorkQueueIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
    }

    @Test
    void workWaitsWithThePostUntilSomebodyTakesIt() {
        String no = accepted();
        Api first = city.as("post-officer-1");
        Api second = city.as("post-officer-2");
        assertTrue(of(first, no, "queue=department").path("assignee").isNull());
        assertTrue(of(first, no, "queue=mine").isMissingNode());
        city.act(first, no, "CLAIM");
        assertEquals("MINE", of(first, no, "queue=mine").path("assignee").asText());
        assertEquals(
                "COLLEAGUE", of(second, no, "queue=department").path("assignee").asText());
        assertTrue(of(second, no, "queue=mine").isMissingNode());
        assertTrue(of(city.as("street-reviewer"), no, "queue=department").isMissingNode(), "not his post");
        JsonNode line = of(first, no, "queue=mine");
        assertEquals("陈*", line.path("applicant").asText());
        assertEquals("社区民警走访核实", line.path("stepName").asText());
        JsonNode seen = city.see(first, no).at("/workItems/0");
        for (String field : List.of("id", "dueOn", "light", "version")) {
            assertEquals(seen.path(field), line.path(field), field);
        }
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrDoubles() {
        IntStream.range(0, ENOUGH).forEach(i -> city.submitted("chenjing", "elder-allowance"));
        Api clerk = city.as("window-1");
        List<JsonNode> lines = all(clerk, "queue=department&limit=3");
        List<String> ids = lines.stream().map(line -> line.path("id").asText()).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), "nothing twice");
        assertEquals(
                db.number("SELECT count(*) FROM work_item WHERE queue = 'hall/window' AND NOT suspended"),
                ids.size(),
                "nothing left out");
        List<String> places = lines.stream()
                .map(line -> (line.path("urgent").asBoolean() ? "0 " : "1 ")
                        + line.path("dueOn").asText())
                .toList();
        assertEquals(places.stream().sorted().toList(), places, "urgent first, then soonest due first");
        assertEquals(all(clerk, "queue=department&limit=100").size(), ids.size());
    }

    @Test
    void theNextPageBeginsWhereTheOneBeforeEndedEvenWhenThatWorkIsDone() {
        IntStream.range(0, ENOUGH).forEach(i -> city.submitted("chenjing", "elder-allowance"));
        Api clerk = city.as("window-1");
        List<String> whole = ids(all(clerk, "queue=department&limit=100"));
        // The last lines are of today, due on the same day: turn the page among them.
        int shown = whole.size() - 3;
        JsonNode page = null;
        List<String> before = new ArrayList<>();
        String after = "";
        while (before.size() < shown) {
            int size = Math.min(100, shown - before.size());
            page = clerk.get("/work-items?queue=department&limit=" + size + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(line -> before.add(line.path("id").asText()));
            after = "&after=" + page.path("next").asText();
        }
        JsonNode last = page.path("items").get(page.path("items").size() - 1);
        city.act(clerk, last.path("caseNo").asText(), "ACCEPT");
        List<String> rest = ids(all(clerk, "queue=department&limit=100" + after));
        assertEquals(whole.subList(shown, whole.size()), rest);
    }

    @Test
    void listsAreNarrowedByServiceLightAndText() {
        String no = city.submitted("chenjing", "elder-allowance");
        String other = city.submitted("chenjing", "residence-permit");
        Api clerk = city.as("window-1");
        String mine = "queue=department&limit=100&item=elder-allowance&q=" + no;
        assertEquals(1, all(clerk, mine).size());
        assertEquals(
                0, all(clerk, "queue=department&item=residence-permit&q=" + no).size());
        assertEquals(1, all(clerk, "queue=department&light=GREEN&q=" + other).size());
        assertEquals(0, all(clerk, "queue=department&light=RED&q=" + no).size());
        assertEquals(0, all(clerk, "queue=department&q=%25%27--").size(), "text is text");
        clerk.get("/work-items?queue=department&light=BLUE")
                .problem(422, "INVALID")
                .error("light", "UNKNOWN_VALUE");
        for (JsonNode line : all(clerk, "queue=department&limit=100&light=GREEN")) {
            assertEquals("GREEN", line.path("light").asText(), line.toString());
        }
    }

    @Test
    void whatWaitsForTheApplicantIsInNobodysList() {
        String no = city.submitted("chenjing", "elder-allowance");
        Api clerk = city.as("window-1");
        assertFalse(of(clerk, no, "queue=department").isMissingNode());
        city.act(
                clerk,
                no,
                "REQUEST_CORRECTION",
                "demands",
                List.of(Map.of("target", "answers.bankName", "text", "请核对。")));
        assertTrue(of(clerk, no, "queue=department").isMissingNode());
    }

    private String accepted() {
        String no = city.submitted("chenjing", "residence-permit");
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    /** The line of this case, or a missing node. */
    private static JsonNode of(Api who, String no, String query) {
        List<JsonNode> found = all(who, query + "&limit=100").stream()
                .filter(line -> line.path("caseNo").asText().equals(no))
                .toList();
        assertTrue(found.size() <= 1, found.toString());
        return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
    }

    private static List<JsonNode> all(Api who, String query) {
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = who.get("/work-items?" + query + after).expect(200).json();
            page.path("items").forEach(lines::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());
        return lines;
    }

    private static List<String> ids(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("id").asText()).toList();
    }
}
