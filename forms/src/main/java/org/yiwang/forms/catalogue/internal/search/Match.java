package org.yiwang.forms.catalogue.internal.search;

import org.yiwang.forms.catalogue.search.MatchedBy;

/**
 * 匹配.
 *
 * @param item its place in the index
 * @param shown the phrase that fitted best; empty where only the guide did
 * @param score 0 to a little above 1
 */
record Match(int item, MatchedBy by, String shown, double score) {

    Match plus(double more) {
        return new Match(item, by, shown, score + more);
    }
}
