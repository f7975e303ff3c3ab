package org.yiwang.forms.catalogue.search;

import java.time.Instant;
import java.util.List;

/**
 * 俗称改动: what somebody did to the meaning of a word.
 *
 * @param before codes of the items it led to, the likeliest first; none where it led nowhere
 * @param after the same from then on
 * @param changedBy an actor's key
 */
public record WordChange(String word, List<String> before, List<String> after, String changedBy, Instant changedAt) {

    public WordChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
