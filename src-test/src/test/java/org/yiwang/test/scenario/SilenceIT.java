package org.yiwang.test.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** 逾期未复 in a parallel review: what silence means stands in the item; whose consent the law asks for never agrees by it. */
@OnServer
class SilenceIT {

    private final City city;
    private final Db db;
    private final Api lead;
    private final Api director;

    SilenceIT(YiwangServer server) {
        this.city = new City(server);
        this.db = server.db();
        this.lead = city.as("urban-reviewer");
        this.director = city.as("urban-director");
    }

    private String accepted() {
        Api agent = city.as("wangqiang");
        String no = city.submit(agent, city.draft(agent, city.forCompany(agent, "road-dig"), city.answers("road-dig")));
        city.act(city.as("window-1"), no, "ACCEPT");
        return no;
    }

    private long events(String no, String type) {
        return db.number(
                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE c.case_no = ? AND e.type = ?",
                no,
                type);
    }

    private List<String> steps(String no) {
        return city.see(lead, no).path("workItems").findValuesAsText("step");
    }

    private void past() {
        city.move(Duration.ofDays(5));
        city.settle();
    }

    @Test
    void whoWasOnlyAskedAndSaidNothingInTimeAgreesWhereTheItemSaysSo() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "同意。");
        past();
        JsonNode seen = city.see(lead, no);
        assertEquals(1, events(no, "STEP_SILENT"));
        assertEquals(List.of("site-check"), steps(no), "the review goes on");
        boolean shown = false;
        for (JsonNode opinion : seen.path("opinions")) {
            if (opinion.path("outcome").asText().equals("SILENT")) {
                shown = true;
                assertEquals("housing-opinion", opinion.path("step").asText());
                assertEquals("系统", opinion.path("by").asText());
            }
        }
        assertTrue(shown, "the lead sees that nobody answered");
        assertFalse(
                city.see(city.as("wangqiang"), no)
                        .path("timeline")
                        .findValuesAsText("type")
                        .contains("STEP_SILENT"),
                "what passes between authorities is theirs");
        Api housing = city.as("housing-reviewer");
        housing.post(
                        "/cases/" + no + "/actions",
                        city.action(housing, no, "REVIEW", "opinion", "DISAGREE", "text", "x"))
                .problem(422, "INVALID");
        city.visitRoad(no);
        city.act(lead, no, "REVIEW", "opinion", "AGREE", "text", "住建部门逾期未复，视为同意；各方无异议。");
        city.act(director, no, "DECIDE", "decision", "GRANT", "reason", "符合条件。", "legalBasis", "《城市道路管理条例》第三十三条");
    }

    @Test
    void whoseConsentTheLawAsksForNeverAgreesBySilence() {
        String no = accepted();
        past();
        past();
        assertEquals(List.of("traffic-review"), steps(no), "waited for, however late");
        assertEquals(1, events(no, "STEP_SILENT"), "the other one was only asked");
        assertEquals("RED", city.see(lead, no).path("light").asText());
        director.post(
                        "/cases/" + no + "/actions",
                        city.action(director, no, "DECIDE", "decision", "GRANT", "reason", "x", "legalBasis", "x"))
                .problem(409, "NOT_YET");
    }

    @Test
    void nobodyIsSilentWhileTheCaseIsHalted() {
        String no = accepted();
        city.act(city.as("traffic-reviewer"), no, "PROPOSE", "measure", "HALT", "reason", "等待管线权属裁定。");
        city.act(director, no, "HALT", "reason", "同意中止。");
        past();
        assertEquals(0, events(no, "STEP_SILENT"));
        city.act(city.as("traffic-reviewer"), no, "RESUME", "reason", "裁定已生效。");
        city.act(city.as("housing-reviewer"), no, "REVIEW", "opinion", "DISAGREE", "text", "与管网施工冲突。");
        assertEquals(List.of("traffic-review"), steps(no));
    }
}
