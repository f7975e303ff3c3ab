package org.yiwang.forms.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** 词元分量: what is rare tells more than what every name has, and a pair of characters more than one. */
final class Weights {

    private static final double SINGLE = 0.25;
    private static final double LATIN = 1.3;
    /** Of the rarest: words that nobody has used yet do not outweigh those that are known. */
    private static final double UNSEEN = 0.7;

    private final IndexReader reader;
    private final double rarest;
    /** Of what is in the index only, so that no query makes it grow. */
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    Weights(IndexReader reader) {
        this.reader = reader;
        this.rarest = rarity(1);
    }

    double token(String token) {
        double rarity = rarity(IndexWriting.TOKENS, token);
        if (!Pinyin.han(token.charAt(0))) {
            return LATIN * rarity;
        }
        return token.length() == 1 ? SINGLE * rarity : rarity;
    }

    double sound(String pair) {
        return rarity(IndexWriting.SOUNDS, pair);
    }

    double sum(Collection<String> tokens, Predicate<String> which) {
        double sum = 0;
        for (String token : tokens) {
            sum += which.test(token) ? token(token) : 0;
        }
        return sum;
    }

    private double rarity(String field, String token) {
        int documents = documents(field, token);
        return documents == 0 ? UNSEEN * rarest : rarity(documents);
    }

    /** In how many phrases it stands. */
    int documents(String field, String token) {
        // Sounds have a sign in them that words have not, so one map does for both.
        Integer known = seen.get(token);
        if (known != null) {
            return known;
        }
        try {
            int documents = reader.docFreq(new Term(field, token));
            if (documents > 0) {
                seen.put(token, documents);
            }
            return documents;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private double rarity(int documents) {
        return Math.log(1 + (Math.max(documents, reader.numDocs()) - documents + 0.5) / (documents + 0.5)) + 0.2;
    }
}
