package org.yiwang.forms.catalogue.internal.search;

import org.yiwang.forms.catalogue.search.MatchedBy;

/**
 * 称呼: one way of calling an item.
 *
 * @param item its place in the index
 * @param shown as somebody wrote it
 * @param plain as it is compared
 * @param weight 1 for what it is called in the first place, less for a word that means other services too
 */
record Phrase(int item, MatchedBy by, String shown, String plain, double weight) {

    boolean has(String words) {
        return plain.contains(words);
    }
}
