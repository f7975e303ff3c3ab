package org.yiwang.workflow.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 摇号和排名: reproducible, blind to the order of application, points before the lot. */
class DrawTest {

    private static final String SEED = Draw.sha256("seed of a test");

    private static List<Draw.Entry> entries(int points) {
        return LongStream.range(0, 50)
                .mapToObj(i -> new Draw.Entry(100_000 + 7 * i, points))
                .toList();
    }

    @Test
    void theOrderOfApplicationHasNoSay() {
        List<Draw.Entry> backwards = new ArrayList<>(entries(0));
        Collections.reverse(backwards);
        assertEquals(Draw.of(SEED, entries(0), 10), Draw.of(SEED, backwards, 10));
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertNotEquals(Draw.of(SEED, entries(0), 10), Draw.of(Draw.sha256("another"), entries(0), 10));
    }

    @Test
    void asManyAsThereArePlacesAreAdmittedAndNoMore() {
        List<Draw.Placed> drawn = Draw.of(SEED, entries(0), 10);
        assertEquals(10, drawn.stream().filter(Draw.Placed::admitted).count());
        assertTrue(drawn.stream().limit(10).allMatch(Draw.Placed::admitted), "the first");
        assertEquals(
                50,
                Draw.of(SEED, entries(0), 80).stream()
                        .filter(Draw.Placed::admitted)
                        .count());
    }

    @Test
    void pointsGoBeforeTheLot() {
        List<Draw.Entry> mixed = new ArrayList<>(entries(0));
        mixed.add(new Draw.Entry(1, 20));
        mixed.add(new Draw.Entry(2, 30));
        List<Draw.Placed> drawn = Draw.of(SEED, mixed, 1);
        assertEquals(2, drawn.get(0).number());
        assertEquals(1, drawn.get(1).number());
    }
}
