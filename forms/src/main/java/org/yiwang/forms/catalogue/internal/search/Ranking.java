package org.yiwang.forms.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.search.MatchedBy;
import org.yiwang.forms.catalogue.search.SearchQuery;

/** 排序: looks closely at the candidates and puts the items in order. */
final class Ranking {

    private static final double PHRASE = 0.72;
    private static final double WHOLE = 0.28;
    private static final double GUIDE_ALONE = 0.55;
    /** Who wrote a name or a word as it is meant nothing that only sounds the same. */
    private static final double WRITTEN_RIGHT = 0.99;

    private final List<Phrase> phrases;
    private final Candidates candidates;
    private final Guides guides;
    private final Asked asked;
    private final SearchQuery filters;
    private final Likeness likeness;
    private final Map<Integer, Match> best = new HashMap<>();

    Ranking(CatalogueIndex.Parts parts, Asked asked, SearchQuery filters) {
        this.phrases = parts.phrases();
        this.candidates = parts.candidates();
        this.guides = parts.guides();
        this.asked = asked;
        this.filters = filters;
        this.likeness = new Likeness(parts.weights(), asked);
    }

    /** Best first; among equals in the order of the catalogue, where hot items are first. */
    List<Match> matches() {
        if (characters() < WRITTEN_RIGHT) {
            candidates.bySound(asked, filters).forEach(place -> {
                Phrase phrase = phrases.get(place);
                take(phrase, MatchedBy.SOUND, phrase.weight() * likeness.sound(phrase));
            });
        }
        candidates.byInitials(asked, filters).forEach(place -> {
            Phrase phrase = phrases.get(place);
            take(phrase, MatchedBy.INITIALS, phrase.weight() * likeness.initials(phrase));
        });
        List<Match> all = new ArrayList<>(best.values());
        all.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::item));
        return all;
    }

    /** Returns how well the likest phrase fits. */
    private double characters() {
        double likest = 0;
        for (int place : candidates.byCharacters(asked, filters)) {
            Phrase phrase = phrases.get(place);
            double like = likeness.characters(phrase);
            likest = Math.max(likest, like);
            take(phrase, phrase.by(), PHRASE * phrase.weight() * like);
        }
        guides.of(asked, filters).forEach((place, weight) -> {
            double whole = weight / likeness.all();
            best.computeIfPresent(place, (item, match) -> match.plus(WHOLE * whole));
            take(new Match(place, MatchedBy.GUIDE, "", GUIDE_ALONE * whole));
        });
        return likest;
    }

    private void take(Phrase phrase, MatchedBy by, double score) {
        take(new Match(phrase.item(), by, phrase.shown(), score));
    }

    private void take(Match match) {
        best.merge(match.item(), match, (one, other) -> other.score() > one.score() ? other : one);
    }
}
