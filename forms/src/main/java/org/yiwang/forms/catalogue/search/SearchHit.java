package org.yiwang.forms.catalogue.search;

import org.yiwang.forms.catalogue.ItemSummary;

/**
 * 命中: an item that was found.
 *
 * @param phrase the name or word that fitted best; empty for {@link MatchedBy#GUIDE}
 */
public record SearchHit(ItemSummary item, MatchedBy by, String phrase) {}
