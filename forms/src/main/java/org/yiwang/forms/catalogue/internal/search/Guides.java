package org.yiwang.forms.catalogue.internal.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.yiwang.forms.catalogue.search.SearchQuery;

/** 指南候选: items by all that is written about them. */
final class Guides {

    private static final int GUIDES = 40;
    private static final int DOCUMENTS = 6_000;

    /** How much a token counts where it stands; each stands in one field of an item. */
    private static final Map<String, Float> FIELDS =
            Map.of(IndexWriting.TITLE, 1f, IndexWriting.SUMMARY, 0.7f, IndexWriting.GUIDE, 0.4f);

    private final Lookup guides;
    private final Weights weights;

    Guides(IndexSearcher guides, Weights weights) {
        this.guides = new Lookup(guides, DOCUMENTS);
        this.weights = weights;
    }

    /** Places of the items that have most, each with the weight of all the words that are there. */
    Map<Integer, Double> of(Asked asked, SearchQuery filters) {
        Map<String, Integer> documents = new HashMap<>();
        asked.tokens().forEach(token -> documents.put(token, documents(token)));
        Lookup.Choice choice = guides.choice(asked.tokens(), documents::get);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (choice.together()) {
            choice.tokens().forEach(token -> query.add(anywhere(token), Occur.MUST));
        } else {
            choice.tokens()
                    .forEach(token -> FIELDS.keySet().forEach(field -> query.add(at(field, token), Occur.SHOULD)));
        }
        Map<Integer, Double> found = new TreeMap<>();
        for (ScoreDoc one : guides.best(query.build(), filters, GUIDES)) {
            found.put(one.doc, (double) one.score);
        }
        choice.rest().forEach(token -> addCommon(token, found));
        return found;
    }

    private int documents(String token) {
        return FIELDS.keySet().stream()
                .mapToInt(field -> guides.documents(field, token))
                .sum();
    }

    /** What stands nearly everywhere finds nothing, but it counts for what was found. */
    private void addCommon(String token, Map<Integer, Double> found) {
        List<Integer> places = List.copyOf(found.keySet());
        FIELDS.forEach((field, part) -> guides.having(field, token, places)
                .forEach(place -> found.merge(place, part * weights.token(token), Double::sum)));
    }

    private Query anywhere(String token) {
        BooleanQuery.Builder one = new BooleanQuery.Builder();
        FIELDS.keySet().forEach(field -> one.add(at(field, token), Occur.SHOULD));
        return one.build();
    }

    private Query at(String field, String token) {
        return new BoostQuery(
                new TermQuery(new Term(field, token)), (float) (weights.token(token) * FIELDS.get(field)));
    }
}
