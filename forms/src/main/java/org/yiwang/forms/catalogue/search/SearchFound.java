package org.yiwang.forms.catalogue.search;

import java.util.List;
import java.util.Optional;

/**
 * 检索结果.
 *
 * @param hits best first; one page of at most {@link SearchItems#MOST} in all
 * @param total of all pages
 * @param meant 您是不是要找: the words that were meant where the ones that came were written wrong
 * @param near where nothing was found, what comes nearest
 */
public record SearchFound(List<SearchHit> hits, int total, Optional<String> meant, List<SearchHit> near) {

    public SearchFound {
        hits = List.copyOf(hits);
        near = List.copyOf(near);
    }
}
