package org.yiwang.forms.catalogue.search;

import java.time.Instant;
import java.util.List;

/**
 * 俗称: a word for services that are called otherwise.
 *
 * @param items codes, the likeliest first; none for a word that leads nowhere any more
 * @param changedBy an actor's key
 */
public record SearchWord(String word, List<String> items, String changedBy, Instant changedAt) {

    public SearchWord {
        items = List.copyOf(items);
    }
}
