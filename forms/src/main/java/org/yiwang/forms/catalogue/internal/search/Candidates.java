package org.yiwang.forms.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.yiwang.forms.catalogue.search.SearchQuery;

/** 候选: the few phrases and guides that are worth a closer look. */
final class Candidates {

    private static final int PHRASES = 80;
    private static final int GUIDES = 40;

    private static final float IN_SUMMARY = 0.7f;
    private static final float IN_GUIDE = 0.4f;

    /** A word in more phrases than this tells little and costs much: it is looked up only where there is no rarer one. */
    private static final int COMMON = 1500;

    /** Of words that are all common, the rarest of them, and only where they stand together. */
    private static final int TOGETHER = 3;

    private final IndexSearcher phrases;
    private final IndexSearcher guides;
    private final Weights weights;

    Candidates(IndexSearcher phrases, IndexSearcher guides, Weights weights) {
        this.phrases = phrases;
        this.guides = guides;
        this.weights = weights;
    }

    Set<Integer> byCharacters(Asked asked, SearchQuery filters) {
        return places(any(IndexWriting.TOKENS, asked.tokens()), filters);
    }

    Set<Integer> bySound(Asked asked, SearchQuery filters) {
        Set<Integer> places = new LinkedHashSet<>();
        for (List<Set<String>> reading : asked.readings()) {
            Set<String> sounds = new LinkedHashSet<>();
            reading.forEach(pair ->
                    pair.stream().filter(sound -> sound.charAt(0) == '~').forEach(sounds::add));
            places.addAll(places(any(IndexWriting.SOUNDS, sounds), filters));
        }
        return places;
    }

    Set<Integer> byInitials(Asked asked, SearchQuery filters) {
        if (asked.letters().isEmpty()) {
            return Set.of();
        }
        Set<Integer> places = places(new TermQuery(new Term(IndexWriting.INITIALS, "=" + asked.letters())), filters);
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        for (String piece : Tokens.pieces(List.of(asked.letters()))) {
            if (piece.charAt(0) != '='
                    && (piece.length() == 3 || asked.letters().length() == 2)) {
                every.add(new TermQuery(new Term(IndexWriting.INITIALS, piece)), Occur.MUST);
            }
        }
        places.addAll(places(every.build(), filters));
        return places;
    }

    private Query any(String field, Collection<String> tokens) {
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        List<String> rare = rare(field, tokens);
        Occur occur = rare.isEmpty() ? Occur.MUST : Occur.SHOULD;
        (rare.isEmpty() ? rarest(field, tokens) : rare)
                .forEach(token -> some.add(new TermQuery(new Term(field, token)), occur));
        return some.build();
    }

    private List<String> rare(String field, Collection<String> tokens) {
        return tokens.stream()
                .filter(token -> weights.documents(field, token) <= COMMON)
                .toList();
    }

    private List<String> rarest(String field, Collection<String> tokens) {
        return tokens.stream()
                .sorted(Comparator.comparingInt(token -> weights.documents(field, token)))
                .limit(TOGETHER)
                .toList();
    }

    private Set<Integer> places(Query query, SearchQuery filters) {
        Set<Integer> places = new LinkedHashSet<>();
        for (ScoreDoc found : search(phrases, query, filters, PHRASES)) {
            places.add(found.doc);
        }
        return places;
    }

    /** Items by their whole text; a score is the weight of the words that are there. */
    ScoreDoc[] byGuide(Asked asked, SearchQuery filters) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> rare = rare(IndexWriting.TOKENS, asked.tokens());
        for (String token : rare.isEmpty() ? rarest(IndexWriting.TOKENS, asked.tokens()) : rare) {
            float weight = (float) weights.token(token);
            Query somewhere = new DisjunctionMaxQuery(
                    List.of(
                            at(IndexWriting.TITLE, token, weight),
                            at(IndexWriting.SUMMARY, token, weight * IN_SUMMARY),
                            at(IndexWriting.GUIDE, token, weight * IN_GUIDE)),
                    0);
            any.add(somewhere, Occur.SHOULD);
        }
        return search(guides, any.build(), filters, GUIDES);
    }

    private static Query at(String field, String token, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, token)), weight);
    }

    private static ScoreDoc[] search(IndexSearcher searcher, Query query, SearchQuery filters, int most) {
        try {
            // How many there are in all is not asked, so what cannot be among the best is passed over.
            return searcher.search(narrowed(query, filters), new TopScoreDocCollectorManager(most, null, most))
                    .scoreDocs;
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", impossible);
        }
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
        return both.build();
    }

    private static void filter(BooleanQuery.Builder both, String field, String value) {
        if (!value.isEmpty()) {
            both.add(new TermQuery(new Term(field, value)), Occur.FILTER);
        }
    }
}
