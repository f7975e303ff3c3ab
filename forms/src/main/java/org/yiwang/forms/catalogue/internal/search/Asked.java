package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * 问题: what somebody typed, seen in the ways in which it may have been meant.
 *
 * @param words without the talk around them
 * @param readings each a run of syllables as letters may be read, or the Chinese characters as they sound; for each
 *     pair of neighbours all that it may stand for
 * @param letters the only word, where it may be initials; else empty
 */
record Asked(String words, Set<String> tokens, List<List<Set<String>>> readings, String letters) {

    private static final int MOST_LETTERS = 12;

    static Asked of(String text) {
        String words = Plain.matter(text);
        String joined = words.replace(" ", "");
        boolean latin = joined.matches("[a-z]+");
        List<List<Set<String>>> readings = new ArrayList<>();
        if (latin) {
            Syllables.of(joined).forEach(syllables -> readings.add(pairs(syllables)));
        } else {
            readings.add(pairs(joined));
        }
        readings.removeIf(List::isEmpty);
        boolean initials = latin && words.equals(joined) && joined.length() > 1 && joined.length() <= MOST_LETTERS;
        return new Asked(words, Tokens.of(words), readings, initials ? joined : "");
    }

    boolean latin() {
        return words.matches("[a-z ]+");
    }

    private static List<Set<String>> pairs(List<String> syllables) {
        List<Set<String>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(Tokens.sounds(syllables.subList(i, i + 2)));
        }
        return pairs;
    }

    private static List<Set<String>> pairs(String characters) {
        List<Set<String>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length(); i++) {
            Set<String> pair = new LinkedHashSet<>(Tokens.sounds(characters.substring(i, i + 2)));
            if (!pair.isEmpty()) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
