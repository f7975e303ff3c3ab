package org.yiwang.forms.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.yiwang.forms.catalogue.search.SearchQuery;

/**
 * 查阅: asks one index, and never for more than can be answered at once, however many items there are. A catalogue of some
 * hundred items stays below every limit here, so in it nothing is left out.
 */
final class Lookup {

    /** Of tokens that are all in more, the rarest of them, and only where they stand together. */
    private static final int TOGETHER = 3;

    private final IndexSearcher searcher;
    private final int documents;

    /** @param documents tokens are looked up, the rarest first, as long as they stand in no more than this together */
    Lookup(IndexSearcher searcher, int documents) {
        this.searcher = searcher;
        this.documents = documents;
    }

    /**
     * 取舍: what is looked up of the tokens of a question.
     *
     * @param together whether only documents with all of them count
     * @param rest what is too common to be looked up
     */
    record Choice(List<String> tokens, boolean together, List<String> rest) {

        Occur occur() {
            return together ? Occur.MUST : Occur.SHOULD;
        }
    }

    Choice choice(Collection<String> tokens, ToIntFunction<String> count) {
        List<String> rarestFirst =
                tokens.stream().sorted(Comparator.comparingInt(count)).toList();
        int chosen = 0;
        int sum = 0;
        while (chosen < rarestFirst.size() && sum + count.applyAsInt(rarestFirst.get(chosen)) <= documents) {
            sum += count.applyAsInt(rarestFirst.get(chosen));
            chosen++;
        }
        boolean together = sum == 0 && chosen < rarestFirst.size();
        if (together) {
            // What is nowhere cannot stand together with anything.
            List<String> there = rarestFirst.subList(chosen, rarestFirst.size());
            int most = Math.min(TOGETHER, there.size());
            return new Choice(there.subList(0, most), true, there.subList(most, there.size()));
        }
        return new Choice(rarestFirst.subList(0, chosen), false, rarestFirst.subList(chosen, rarestFirst.size()));
    }

    int documents(String field, String token) {
        try {
            return searcher.getIndexReader().docFreq(new Term(field, token));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The best of those that pass the filters. */
    ScoreDoc[] best(Query query, SearchQuery filters, int most) {
        try {
            return searcher.search(narrowed(query, filters), new FewCollected(most)).scoreDocs;
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", impossible);
        }
    }

    /** Which of these documents, in rising order, have the token in this field. */
    List<Integer> having(String field, String token, List<Integer> documents) {
        List<Integer> there = new ArrayList<>();
        try {
            // One segment: see IndexWriting.
            for (var leaf : searcher.getIndexReader().leaves()) {
                LeafReader reader = leaf.reader();
                PostingsEnum postings = reader.postings(new Term(field, token), PostingsEnum.NONE);
                int at = postings == null ? DocIdSetIterator.NO_MORE_DOCS : -1;
                for (int document : documents) {
                    at = at < document ? postings.advance(document) : at;
                    if (at == document) {
                        there.add(document);
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return there;
    }

    private static Query narrowed(Query query, SearchQuery filters) {
        if (!filters.filtered()) {
            return query;
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(query, Occur.MUST);
        filter(
                both,
                IndexWriting.AUDIENCE,
                filters.audience() == null ? "" : filters.audience().name());
        filter(both, IndexWriting.THEME, filters.theme());
        filter(
                both,
                IndexWriting.CHANNEL,
                filters.channel() == null ? "" : filters.channel().name());
        filter(both, IndexWriting.ORGANISATION, filters.organisation());
        filter(
                both,
                IndexWriting.VISITS,
                filters.mostVisits() == null ? "" : filters.mostVisits().toString());
        return both.build();
    }

    private static void filter(BooleanQuery.Builder both, String field, String value) {
        if (!value.isEmpty()) {
            both.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }
}
