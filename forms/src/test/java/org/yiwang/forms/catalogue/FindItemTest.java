package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.catalogue.internal.Snapshot;

class FindItemTest {

    private final Snapshot snapshot = new Snapshot(
            7,
            PackageSource.shipped().stream().map(found -> found.read().item()).toList());

    private List<String> find(String text, Audience audience, String theme) {
        return codes(new FindItem.Query(text, audience, theme), null, 20);
    }

    private List<String> codes(FindItem.Query query, String after, int limit) {
        return snapshot.list(query, after, limit).stream()
                .map(item -> item.code().value())
                .toList();
    }

    @Test
    void findsByNameSummaryAndTheme() {
        assertEquals(List.of("elder-allowance"), find("高龄", null, null));
        assertEquals("food-business", find("食堂", null, null).get(0));
        assertEquals("cross-medical", find("medical", null, null).get(0));
        assertTrue(find("养老", null, null).contains("elder-allowance"));
        assertEquals(List.of(), find("火星移民", null, null));
    }

    @Test
    void everyWordMustBeFound() {
        assertEquals("residence-permit", find("居住证 申领", null, null).get(0));
        assertTrue(find("申领", null, null).contains("childcare-subsidy"));
        assertTrue(!find("居住证 申领", null, null).contains("childcare-subsidy"));
        assertEquals(List.of(), find("居住证 火星", null, null));
    }

    @Test
    void aNameThatFitsComesBeforeASummary() {
        List<String> found = find("食品", null, null);
        assertEquals("food-business", found.get(0));
    }

    @Test
    void narrowsByAudienceAndTheme() {
        assertTrue(find(null, Audience.ORGANISATION, null).contains("road-dig"));
        assertTrue(!find("", Audience.PERSON, "").contains("road-dig"));
        assertTrue(find(null, null, "housing").contains("estate-query"));
        assertTrue(!find(null, null, "housing").contains("road-dig"));
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        List<String> all = codes(FindItem.Query.ALL, null, 1000);
        List<String> first = codes(FindItem.Query.ALL, null, 4);
        List<String> rest = codes(FindItem.Query.ALL, first.get(3), 1000);
        assertEquals(all.subList(0, 4), first);
        assertEquals(all.subList(4, all.size()), rest);
        assertEquals(List.of(), codes(FindItem.Query.ALL, all.get(all.size() - 1), 10));
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
