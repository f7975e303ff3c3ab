package org.yiwang.forms.catalogue.internal.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 屡查之词: what may be written down of words that found nothing. Somebody may type a name or a number into any field, so
 * nothing with digits and nothing long is kept at all, and the rest only once it was asked for several times; until then
 * it is known to this node's memory alone.
 */
final class RepeatedWords {

    /** A word asked for so often is no slip of one person. */
    static final int OFTEN = 3;

    private static final int REMEMBERED = 2000;
    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}a-z ]{2,20}");

    private final Map<String, Integer> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * 计数.
     *
     * @param words in one way of writing
     * @param hits that are to be added
     */
    record Count(String words, int hits) {}

    /** What to write down after this question; mostly nothing. */
    Optional<Count> after(String text) {
        String words = Plain.words(text);
        if (!WORDS.matcher(words).matches()) {
            return Optional.empty();
        }
        int times = add(words);
        return times < OFTEN ? Optional.empty() : Optional.of(new Count(words, times == OFTEN ? OFTEN : 1));
    }

    private synchronized int add(String words) {
        return asked.merge(words, 1, Integer::sum);
    }
}
