package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaseEventTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123Z");

    private final CaseEvent first =
            CaseEvent.next(1, 1, AT, EventType.CASE_SUBMITTED, "citizen:7", "", "", "{}", CaseEvent.GENESIS);
    private final CaseEvent second =
            CaseEvent.next(1, 2, AT, EventType.CASE_ACCEPTED, "officer:3", "", "", "{\"a\":1}", first.hash());

    @Test
    void eachEventBuildsOnTheOneBefore() {
        assertTrue(first.follows(CaseEvent.GENESIS));
        assertTrue(second.follows(first.hash()));
        assertFalse(second.follows(CaseEvent.GENESIS), "a missing line shows");
    }

    @Test
    void anAlteredLineShows() {
        CaseEvent forged = new CaseEvent(
                1,
                2,
                AT,
                EventType.CASE_ACCEPTED,
                "officer:4",
                "",
                "",
                "{\"a\":1}",
                second.prevHash(),
                second.hash(),
                "SHA-256");
        assertFalse(forged.follows(first.hash()));
    }

    @Test
    void movingTextBetweenFieldsChangesTheHash() {
        CaseEvent a = CaseEvent.next(1, 1, AT, EventType.CASE_URGED, "citizen:7", "ab", "c", "{}", CaseEvent.GENESIS);
        CaseEvent b = CaseEvent.next(1, 1, AT, EventType.CASE_URGED, "citizen:7", "a", "bc", "{}", CaseEvent.GENESIS);
        assertNotEquals(a.hash(), b.hash());
    }
}
