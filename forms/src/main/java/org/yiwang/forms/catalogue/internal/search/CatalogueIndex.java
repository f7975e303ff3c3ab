package org.yiwang.forms.catalogue.internal.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.yiwang.forms.catalogue.ItemSummary;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.search.MatchedBy;
import org.yiwang.forms.catalogue.search.SearchFound;
import org.yiwang.forms.catalogue.search.SearchHit;
import org.yiwang.forms.catalogue.search.SearchItems;
import org.yiwang.forms.catalogue.search.SearchQuery;

/** 目录索引: the catalogue of one revision, made for being searched. Immutable, in memory, safe for many at once. */
public final class CatalogueIndex {

    /** Below this nothing has been found, only something that comes near. */
    private static final double FOUND = 0.3;

    private static final double NEAR = 0.16;
    private static final int MOST_NEAR = 3;
    /** What fits less than this part of what the best one does is not what was meant. */
    private static final double BESIDE_THE_BEST = 0.42;

    private final long revision;
    private final List<ItemVersion> items;
    private final Parts parts;

    /**
     * 组成.
     *
     * @param phrases the shortest first, in the order of the index of phrases
     */
    record Parts(List<Phrase> phrases, Weights weights, Candidates candidates, Guides guides) {}

    /**
     * @param items in the order of the catalogue
     * @param words what people say, with the codes of the items they mean, the likeliest first
     */
    public CatalogueIndex(long revision, List<ItemVersion> items, Map<String, List<String>> words) {
        this.revision = revision;
        this.items = List.copyOf(items);
        List<Phrase> phrases = Phrases.of(this.items, words);
        IndexSearcher searcher = IndexWriting.phrases(phrases, this.items);
        Weights weights = new Weights(searcher.getIndexReader());
        this.parts = new Parts(
                phrases,
                weights,
                new Candidates(searcher, weights),
                new Guides(IndexWriting.guides(phrases, this.items), weights));
    }

    public long revision() {
        return revision;
    }

    /** At most {@link SearchItems#MOST}, best first. */
    public SearchFound find(SearchQuery query) {
        Asked asked = Asked.of(query.text());
        if (asked.tokens().isEmpty()) {
            return new SearchFound(List.of(), 0, Optional.empty(), List.of());
        }
        List<Match> all = new Ranking(parts, asked, query).matches();
        double least =
                all.isEmpty() ? 0 : Math.max(FOUND, BESIDE_THE_BEST * all.get(0).score());
        List<SearchHit> hits = hits(all, least, SearchItems.MOST);
        List<SearchHit> near = hits.isEmpty() ? hits(all, NEAR, MOST_NEAR) : List.of();
        return new SearchFound(hits, hits.size(), meant(asked, hits), near);
    }

    private List<SearchHit> hits(List<Match> all, double least, int most) {
        return all.stream()
                .filter(match -> match.score() >= least)
                .limit(most)
                .map(match -> new SearchHit(ItemSummary.of(items.get(match.item())), match.by(), match.shown()))
                .toList();
    }

    /** Chinese characters that only sound right were the wrong ones; who typed pinyin typed nothing wrong. */
    private static Optional<String> meant(Asked asked, List<SearchHit> hits) {
        return hits.stream()
                .limit(1)
                .filter(hit -> hit.by() == MatchedBy.SOUND && !asked.latin())
                .map(SearchHit::phrase)
                .findFirst();
    }
}
