package org.yiwang.forms.catalogue.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.catalogue.FindItem;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.internal.search.SearchIndex;
import org.yiwang.forms.catalogue.internal.search.UnfoundLog;
import org.yiwang.forms.platform.Simulation;

/**
 * 检索事项: services by Chinese words, pinyin, initials, English, by what people call them and by what only sounds the
 * same. Without words, the catalogue in its order. From memory; words that found nothing are counted for editors.
 */
@ApplicationScoped
public class SearchItems {

    /** Nobody reads further. */
    public static final int MOST = 50;

    @Inject
    SearchIndex index;

    @Inject
    UnfoundLog unfound;

    @Inject
    FindItem findItem;

    /**
     * One page.
     *
     * @param after code of the last item of the page before; null for the first page
     */
    public SearchFound find(SearchQuery query, String after, int limit) {
        if (query.text().isEmpty()) {
            return listed(findItem.list(query, after, limit), findItem.count(query));
        }
        SearchFound found = look(query);
        if (found.hits().isEmpty() && !query.filtered() && !Simulation.running()) {
            unfound.nothingFor(query.text());
        }
        List<SearchHit> page = found.hits().stream()
                .skip(start(found.hits(), after))
                .limit(limit)
                .toList();
        return new SearchFound(page, found.total(), found.meant(), found.near());
    }

    /** All that is found by words, without being counted: for those who look after the words themselves. */
    public SearchFound look(SearchQuery query) {
        return index.current().find(query);
    }

    private static SearchFound listed(List<ItemSummary> items, int total) {
        List<SearchHit> hits = items.stream()
                .map(item -> new SearchHit(item, MatchedBy.NAME, ""))
                .toList();
        return new SearchFound(hits, total, Optional.empty(), List.of());
    }

    /** A code that is no longer among those found begins nothing: the page is empty, not the first one again. */
    private static int start(List<SearchHit> hits, String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).item().code().value().equals(after)) {
                return i + 1;
            }
        }
        return hits.size();
    }
}
