package org.yiwang.test.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Db;
import org.yiwang.test.doctor.Audit;
import org.yiwang.test.scenario.City;
import org.yiwang.test.scenario.ToTheEnd;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 升级: the database of an earlier version, with a case in every status it knew, is taken over without a hand: every case
 * stands where it stood, and each is brought to its end. All on PostgreSQL 15.
 */
class UpgradeIT {

    private static OldInstallation old;
    private static City city;
    private static Db db;
    private static Map<String, String> found;

    @BeforeAll
    static void theNewVersionStartsOnTheOldDatabase() throws Exception {
        old = new OldInstallation();
        city = new City(old.api());
        db = old.db();
        found = db.rows("SELECT case_no, status FROM case_file").stream()
                .collect(Collectors.toMap(row -> (String) row.get("case_no"), row -> (String) row.get("status")));
    }

    @AfterAll
    static void stop() {
        if (old != null) {
            old.close();
        }
    }

    @Test
    void itIsTheOldestPostgreSqlThatIsPromised() {
        assertTrue(db.text("SHOW server_version").startsWith("15."));
    }

    @Test
    void everyCaseStandsWhereItStood() {
        assertEquals(old.cases().keySet(), found.keySet());
        old.cases().forEach((no, status) -> {
            // What lay ready at the window has a status of its own now.
            Set<String> lawful = status.equals("APPROVED") ? Set.of("APPROVED", "AWAITING_PICKUP") : Set.of(status);
            assertTrue(lawful.contains(found.get(no)), no + " was left in " + status + ", now " + found.get(no));
        });
    }

    @Test
    void theOldDatabaseHeldEveryStatusOfItsTime() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "SUBMITTED",
                        "PRE_RETURNED",
                        "RECEIVED",
                        "CORRECTION_REQUIRED",
                        "CORRECTION_SUBMITTED",
                        "ACCEPTED",
                        "IN_REVIEW",
                        "SPECIAL_PROCEDURE",
                        "REVIEW_CORRECTION",
                        "HALTED",
                        "APPROVED",
                        "DENIED",
                        "COMPLETED",
                        "NOT_ACCEPTED",
                        "NO_LICENCE_NEEDED",
                        "WITHDRAWN",
                        "TERMINATED",
                        "VOIDED")),
                new TreeSet<>(old.cases().values()));
    }

    @Test
    void everyCaseIsBroughtToItsEnd() {
        ToTheEnd toTheEnd = new ToTheEnd(city);
        Set<String> endedBefore =
                Set.of("COMPLETED", "NOT_ACCEPTED", "NO_LICENCE_NEEDED", "WITHDRAWN", "TERMINATED", "VOIDED");
        old.cases().forEach((no, status) -> {
            String end = endedBefore.contains(status) ? status : "COMPLETED";
            assertEquals(end, toTheEnd.take(no), no + " was left in " + status);
        });
        List<Map<String, Object>> running =
                db.rows("SELECT DISTINCT kind FROM case_clock WHERE state IN ('RUNNING', 'PAUSED')"
                        + " AND case_id IN (SELECT id FROM case_file WHERE completed_at IS NOT NULL)");
        assertTrue(
                running.stream().allMatch(row -> ClockKind.valueOf((String) row.get("kind"))
                        .outlivesTheCase()),
                running::toString);
        assertTrue(Audit.verify(old.data()), "the chains go on from where they were");
    }

    @Test
    void aLetterOfThatTimeIsStillReadAndStillTrue() {
        String no = old.cases().entrySet().stream()
                .filter(one -> one.getValue().equals("COMPLETED"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        JsonNode view = city.see(city.as("chenjing"), no);
        for (JsonNode document : view.path("documents")) {
            byte[] pdf = city.as("chenjing")
                    .get("/documents/" + document.path("id").asText())
                    .expect(200)
                    .bytes();
            assertTrue(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII).startsWith("%PDF-"));
        }
    }

    @Test
    void aNewCaseLivesItsWholeLifeBesideThem() {
        String no = city.submitted("chenjing", "elder-allowance");
        assertEquals("COMPLETED", new ToTheEnd(city).take(no));
    }
}
