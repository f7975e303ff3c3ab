package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Snapshot;
import org.yiwang.forms.catalogue.search.SearchQuery;
import org.yiwang.forms.identity.Channel;

class FindItemTest {

    private final Snapshot snapshot = new Snapshot(
            7,
            PackageSource.shipped().stream().map(found -> found.read().item()).toList());

    private List<String> codes(Predicate<ItemVersion> which, String after, int limit) {
        return snapshot.list(which, after, limit).stream()
                .map(item -> item.code().value())
                .toList();
    }

    private List<String> codes(SearchQuery filters) {
        return codes(filters, null, 200);
    }

    @Test
    void narrowsByAudienceThemeChannelAndDepartment() {
        List<String> organisations = codes(new SearchQuery("", Audience.ORGANISATION, "", null, ""));
        assertTrue(organisations.contains("road-dig"));
        assertFalse(codes(new SearchQuery("", Audience.PERSON, "", null, "")).contains("road-dig"));
        List<String> housing = codes(new SearchQuery("", null, "housing", null, ""));
        assertTrue(housing.contains("estate-query") && !housing.contains("road-dig"));
        List<String> kiosk = codes(new SearchQuery("", null, "", Channel.KIOSK, ""));
        assertTrue(kiosk.contains("estate-query") && !kiosk.contains("road-dig"));
        List<String> police = codes(new SearchQuery("", null, "", null, "police-east"));
        assertTrue(police.contains("id-card") && !police.contains("road-dig"));
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        List<String> all = codes(SearchQuery.ALL, null, 1000);
        List<String> first = codes(SearchQuery.ALL, null, 4);
        List<String> rest = codes(SearchQuery.ALL, first.get(3), 1000);
        assertEquals(all.subList(0, 4), first);
        assertEquals(all.subList(4, all.size()), rest);
        assertEquals(List.of(), codes(SearchQuery.ALL, all.get(all.size() - 1), 10));
    }

    @Test
    void hotItemsComeInTheirOrder() {
        assertEquals(
                List.of("elder-allowance", "residence-permit"),
                snapshot.hot(2).stream().map(item -> item.code().value()).toList());
    }

    @Test
    void onlyThemesWithItemsAreShown() {
        assertTrue(snapshot.themes().stream().allMatch(theme -> theme.items() > 0));
        assertTrue(snapshot.themes().stream().anyMatch(theme -> theme.key().equals("elder-care")));
    }
}
