package org.yiwang.test.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.doctor.Audit;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.scenario.City;

/**
 * 交接办到一半停掉一个节点: the node that hands over an officer's cases dies in the middle of one of them; the other goes on
 * behind the last case that is done, and each case is handed over exactly once.
 */
class HandoverOnTwoNodesIT {

    private static final int CASES = 24;
    /** At this one the node is held, and dies. */
    private static final int FATAL = 11;

    private static final Duration TAKEN_OVER = Duration.ofSeconds(180);

    private static final String DONE =
            "SELECT count(*) FROM batch_line WHERE batch_id = CAST(? AS uuid) AND state = 'DONE'";

    @Test
    void eachCaseIsHandedOverOnceThoughTheNodeDiesOverOne() throws Exception {
        try (TwoNodes nodes = TwoNodes.start()) {
            Db db = nodes.db();
            City city = new City(Api.trusting(nodes.url()).resending());
            List<String> cases = claimed(city);
            long from = db.number("SELECT id FROM officer WHERE staff_no = 'YZ1006'");
            long to = db.number("SELECT id FROM officer WHERE staff_no = 'YZ1007'");
            Await.until(
                    "nothing else is under way",
                    TAKEN_OVER,
                    () -> db.number("SELECT count(*) FROM outbox WHERE state <> 'DONE'") == 0);

            Api admin = city.as("admin");
            String batch;
            long before;
            try (AutoCloseable slow = db.holding(
                    "SELECT 1 FROM case_file WHERE case_no = (SELECT case_no FROM work_item WHERE assignee = ?"
                            + " ORDER BY id OFFSET ? LIMIT 1) FOR UPDATE",
                    from,
                    FATAL)) {
                batch = admin.post("/handovers", Api.object("staffNo", "YZ1006", "toStaffNo", "YZ1007", "closes", true))
                        .expect(202)
                        .text("/id");
                PortalServer busy = nodes.atWorkOn("BATCH");
                // It stands before the case that is held: the statement it waits with is waited for.
                Await.until(
                        "it waits for the case",
                        () -> db.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'yiwang'"
                                        + " AND wait_event_type = 'Lock'")
                                > 0);
                before = db.number(DONE, batch);
                busy.kill();
            }
            assertTrue(before < CASES, "it died before it was through: " + before);

            Await.until("the other has finished", TAKEN_OVER, () -> db.text(
                            "SELECT CAST(finished_at IS NOT NULL AS text) FROM batch WHERE id = CAST(? AS uuid)", batch)
                    .equals("true"));
            assertEquals(CASES, db.number(DONE, batch), "all of them, those done before among them: " + before);
            assertEquals(0, db.number("SELECT count(*) FROM work_item WHERE assignee = ?", from));
            assertEquals(CASES, db.number("SELECT count(*) FROM work_item WHERE assignee = ?", to));
            for (String no : cases) {
                assertEquals(
                        1,
                        db.number(
                                "SELECT count(*) FROM case_event e JOIN case_file c ON c.id = e.case_id"
                                        + " WHERE c.case_no = ? AND e.type = 'WORK_HANDED_OVER'",
                                no),
                        no);
            }
            assertEquals(
                    "false",
                    db.text("SELECT CAST(active AS text) FROM officer WHERE staff_no = 'YZ1006'"),
                    "he has left");
            assertTrue(Audit.verify(nodes.data()), "the chains are whole");
        }
    }

    private static List<String> claimed(City city) {
        Api citizen = city.as("chenjing");
        Api clerk = city.as("window-1");
        Api reviewer = city.as("street-reviewer");
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            String no = city.submit(citizen, city.draftOf(citizen, "elder-allowance", city.answers("elder-allowance")));
            city.act(clerk, no, "ACCEPT");
            city.act(reviewer, no, "CLAIM");
            cases.add(no);
        }
        return cases;
    }
}
