package org.yiwang.forms.catalogue.internal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However large the catalogue, no question makes the search look at more than a few thousand documents. */
class LookupTest {

    /** What is chosen where at most a hundred documents may be looked at. */
    private static Lookup.Choice choice(Map<String, Integer> documents) {
        return new Lookup(null, 100).choice(documents.keySet(), documents::get);
    }

    @Test
    void rareTokensFindAndCommonOnesOnlyCount() {
        assertEquals(
                new Lookup.Choice(List.of("宅基", "建房"), false, List.of("登记")),
                choice(Map.of("登记", 5000, "建房", 60, "宅基", 3)));
    }

    @Test
    void whereAllAreCommonTheRarestHaveToStandTogether() {
        assertEquals(
                new Lookup.Choice(List.of("登记", "记", "登"), true, List.of("证")),
                choice(Map.of("登", 9000, "记", 8000, "登记", 5000, "证", 20_000)));
    }

    @Test
    void whatStandsNowhereHindersNothing() {
        assertEquals(new Lookup.Choice(List.of("登记"), true, List.of()), choice(Map.of("火星", 0, "登记", 5000)));
    }

    @Test
    void inASmallCatalogueNothingIsLeftOut() {
        assertEquals(
                new Lookup.Choice(List.of("宅基", "登记", "证"), false, List.of()),
                choice(Map.of("登记", 30, "证", 65, "宅基", 3)));
    }
}
