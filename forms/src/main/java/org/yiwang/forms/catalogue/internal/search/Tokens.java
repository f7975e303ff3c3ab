package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** 词元: what a text is compared by. Chinese has no blanks, so single characters and pairs; of the rest, words. */
final class Tokens {

    /** A way of reading a phrase aloud is one of many where characters have several; more than these are not kept. */
    private static final int MOST_INITIALS = 8;

    private Tokens() {}

    /** Of plain words: each character, each pair of neighbours, each Latin word without the plural. */
    static Set<String> of(String plain) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : plain.split(" ")) {
            int at = 0;
            while (at < word.length()) {
                int end = at + 1;
                if (Pinyin.han(word.charAt(at))) {
                    all.add(word.substring(at, end));
                    if (end < word.length() && Pinyin.han(word.charAt(end))) {
                        all.add(word.substring(at, end + 1));
                    }
                } else {
                    while (end < word.length() && !Pinyin.han(word.charAt(end))) {
                        end++;
                    }
                    all.add(singular(word.substring(at, end)));
                }
                at = end;
            }
        }
        return all;
    }

    private static String singular(String word) {
        String spelled = word.replaceFirst("license", "licence");
        if (spelled.length() > 4 && spelled.endsWith("ies")) {
            return spelled.substring(0, spelled.length() - 3) + "y";
        }
        return spelled.length() > 3 && spelled.endsWith("s") && !spelled.endsWith("ss")
                ? spelled.substring(0, spelled.length() - 1)
                : spelled;
    }

    /** Pairs of neighbouring syllables, with {@code ~} before those that only sound alike. */
    static Set<String> sounds(String plain) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            for (String first : Pinyin.readings(plain.charAt(i))) {
                for (String second : Pinyin.readings(plain.charAt(i + 1))) {
                    pair(first, second, all);
                }
            }
        }
        return all;
    }

    /** The same of one reading. */
    static Set<String> sounds(List<String> syllables) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pair(syllables.get(i), syllables.get(i + 1), all);
        }
        return all;
    }

    private static void pair(String first, String second, Set<String> all) {
        all.add(first + "_" + second);
        all.add(alike(first, second));
    }

    static String alike(String first, String second) {
        return "~" + Pinyin.sound(first) + "_" + Pinyin.sound(second);
    }

    /** First letters of a phrase's characters, such as sfz; several where a character is read in several ways. */
    static List<String> initials(String plain) {
        List<String> all = List.of("");
        for (char c : plain.toCharArray()) {
            Set<String> letters = new LinkedHashSet<>();
            Pinyin.readings(c).forEach(reading -> letters.add(reading.substring(0, 1)));
            if (letters.isEmpty() && c != ' ') {
                letters.add(String.valueOf(c));
            }
            if (!letters.isEmpty()) {
                all = longer(all, letters);
            }
        }
        return all;
    }

    private static List<String> longer(List<String> all, Set<String> letters) {
        List<String> longer = new ArrayList<>();
        for (String letter : letters) {
            for (String start : all) {
                if (longer.size() < MOST_INITIALS) {
                    longer.add(start + letter);
                }
            }
        }
        return longer;
    }

    /** Pieces of initials by which a phrase is looked up: two and three letters, and the whole with {@code =}. */
    static Set<String> pieces(List<String> initials) {
        Set<String> all = new LinkedHashSet<>();
        for (String letters : initials) {
            all.add("=" + letters);
            for (int i = 0; i + 2 <= letters.length(); i++) {
                all.add(letters.substring(i, i + 2));
                if (i + 3 <= letters.length()) {
                    all.add(letters.substring(i, i + 3));
                }
            }
        }
        return all;
    }
}
