package org.yiwang.workflow.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.casefile.EventDigest.Chain;
import org.yiwang.workflow.casefile.EventDigest.Head;

class EventDigestTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant AT = Instant.parse("2026-11-22T16:00:05Z");
    private static final Head ONE = new Head(Chain.CASE, 1, 3, "a".repeat(64));
    private static final Head TWO = new Head(Chain.CASE, 2, 9, "b".repeat(64));

    private final EventDigest first = EventDigest.next(1, DAY, AT, EventDigest.GENESIS, List.of(ONE, TWO));

    @Test
    void theOrderInWhichHeadsAreReadDoesNotMatter() {
        assertEquals(first, EventDigest.next(1, DAY, AT, EventDigest.GENESIS, List.of(TWO, ONE)));
        assertTrue(first.follows(EventDigest.GENESIS, List.of(TWO, ONE)));
    }

    @Test
    void anotherHeadMoreHeadsOrFewerShow() {
        assertFalse(first.follows(EventDigest.GENESIS, List.of(ONE)));
        assertFalse(first.follows(EventDigest.GENESIS, List.of(ONE, new Head(Chain.CASE, 2, 9, "c".repeat(64)))));
        assertFalse(first.follows(EventDigest.GENESIS, List.of(ONE, new Head(Chain.CASE, 2, 8, "b".repeat(64)))));
        assertFalse(first.follows(EventDigest.GENESIS, List.of(ONE, TWO, new Head(Chain.CASE, 3, 1, "d".repeat(64)))));
    }

    @Test
    void anErrandIsNotTheCaseOfTheSameNumber() {
        Head errand = new Head(Chain.ERRAND, 1, 3, "a".repeat(64));
        assertFalse(first.follows(EventDigest.GENESIS, List.of(errand, TWO)));
        EventDigest both = EventDigest.next(1, DAY, AT, EventDigest.GENESIS, List.of(ONE, errand, TWO));
        assertTrue(both.follows(EventDigest.GENESIS, List.of(errand, TWO, ONE)));
        assertNotEquals(first.hash(), both.hash());
    }

    @Test
    void eachBuildsOnTheOneBefore() {
        EventDigest second = EventDigest.next(2, DAY.plusDays(1), AT.plusSeconds(86_400), first.hash(), List.of());
        assertTrue(second.follows(first.hash(), List.of()));
        assertFalse(second.follows(EventDigest.GENESIS, List.of()), "one in between was taken out");
        assertNotEquals(first.hash(), second.hash());
    }

    @Test
    void aDayWithoutChangesHasOneToo() {
        assertEquals(0, EventDigest.next(2, DAY, AT, first.hash(), List.of()).cases());
    }

    @Test
    void whatIsStampedIsTheHashItself() {
        assertEquals(32, first.imprint().length);
    }
}
