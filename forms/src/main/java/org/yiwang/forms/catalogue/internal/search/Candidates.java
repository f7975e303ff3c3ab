package org.yiwang.forms.catalogue.internal.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.yiwang.forms.catalogue.search.SearchQuery;

/** 候选: the few phrases that are worth a closer look. */
final class Candidates {

    private static final int PHRASES = 80;
    private static final int DOCUMENTS = 12_000;

    private final Lookup phrases;
    private final Weights weights;

    Candidates(IndexSearcher phrases, Weights weights) {
        this.phrases = new Lookup(phrases, DOCUMENTS);
        this.weights = weights;
    }

    Set<Integer> byCharacters(Asked asked, SearchQuery filters) {
        return places(any(IndexWriting.TOKENS, asked.tokens()), filters);
    }

    Set<Integer> bySound(Asked asked, SearchQuery filters) {
        Set<Integer> places = new TreeSet<>();
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
        Lookup.Choice choice = phrases.choice(tokens, token -> weights.documents(field, token));
        BooleanQuery.Builder some = new BooleanQuery.Builder();
        choice.tokens().forEach(token -> some.add(new TermQuery(new Term(field, token)), choice.occur()));
        return some.build();
    }

    /** In the order of the index. */
    private Set<Integer> places(Query query, SearchQuery filters) {
        Set<Integer> places = new TreeSet<>();
        for (ScoreDoc found : phrases.best(query, filters, PHRASES)) {
            places.add(found.doc);
        }
        return places;
    }
}
