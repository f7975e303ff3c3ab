package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 拼音切分: the ways in which a run of letters can be read as syllables. */
final class Syllables {

    private static final int LONGEST = 6;
    private static final int MOST = 4;
    /** More letters than this are no words for a service. */
    private static final int LETTERS = 40;

    private Syllables() {}

    /** The readings with the fewest syllables first, at most four; none where the letters are no pinyin. */
    static List<List<String>> of(String letters) {
        if (letters.length() > LETTERS) {
            return List.of();
        }
        List<List<List<String>>> upTo = new ArrayList<>();
        upTo.add(List.of(List.of()));
        for (int end = 1; end <= letters.length(); end++) {
            upTo.add(endingAt(letters, end, upTo));
        }
        return upTo.get(letters.length());
    }

    private static List<List<String>> endingAt(String letters, int end, List<List<List<String>>> upTo) {
        List<List<String>> found = new ArrayList<>();
        for (int start = Math.max(0, end - LONGEST); start < end; start++) {
            String last = letters.substring(start, end);
            if (Pinyin.syllable(last)) {
                for (List<String> before : upTo.get(start)) {
                    List<String> all = new ArrayList<>(before);
                    all.add(last);
                    found.add(List.copyOf(all));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.<List<String>>comparingInt(List::size))
                .limit(MOST)
                .toList();
    }
}
