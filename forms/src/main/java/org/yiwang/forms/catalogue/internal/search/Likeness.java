package org.yiwang.forms.catalogue.internal.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** 相似度: how well a phrase fits what was asked, 0 to 1, by its characters, its sound and its initials. */
final class Likeness {

    /** How much it counts that the phrase has nothing beside what was asked. */
    private static final double FIT = 0.3;

    private static final double SOUND_OF_CHARACTERS = 0.86;
    private static final double SOUND_OF_LETTERS = 0.96;
    private static final double ALIKE = 0.85;
    /** 火车票 is no 货车 with something behind: a slip of the pen leaves most of the sound as it was. */
    private static final double MOST_OF_IT = 0.7;

    private static final double ONLY_A_PART = 0.6;

    private final Weights weights;
    private final Asked asked;
    private final double all;
    private final List<Reading> readings;

    /** 读法: pairs of syllables with the weight of each; looked up once, as every candidate is compared with them. */
    private record Reading(List<Set<String>> pairs, double[] weights, double total) {}

    Likeness(Weights weights, Asked asked) {
        this.weights = weights;
        this.asked = asked;
        this.all = weights.sum(asked.tokens(), token -> true);
        this.readings = asked.readings().stream().map(this::reading).toList();
    }

    private Reading reading(List<Set<String>> pairs) {
        double[] each =
                pairs.stream().mapToDouble(pair -> weights.sound(alike(pair))).toArray();
        return new Reading(pairs, each, Arrays.stream(each).sum());
    }

    double all() {
        return all;
    }

    double characters(Phrase phrase) {
        Set<String> tokens = Tokens.of(phrase.plain());
        double common = weights.sum(asked.tokens(), tokens::contains);
        return common == 0 ? 0 : mixed(common / all, common / weights.sum(tokens, token -> true));
    }

    double sound(Phrase phrase) {
        Set<String> sounds = Tokens.sounds(phrase.plain());
        double best = 0;
        for (Reading reading : readings) {
            best = Math.max(best, sound(reading, sounds, phrase.plain().length() - 1));
        }
        return best * (asked.latin() ? SOUND_OF_LETTERS : SOUND_OF_CHARACTERS);
    }

    private static double sound(Reading reading, Set<String> sounds, int pairs) {
        double common = 0;
        int found = 0;
        for (int i = 0; i < reading.weights().length; i++) {
            double part = part(reading.pairs().get(i), sounds);
            common += reading.weights()[i] * part;
            found += part > 0 ? 1 : 0;
        }
        double covered = common / reading.total();
        double trusted = covered < MOST_OF_IT ? ONLY_A_PART * covered : covered;
        return found == 0 ? 0 : mixed(trusted, Math.min(1, (double) found / Math.max(1, pairs)));
    }

    /** What the pair sounds like in its commonest reading. */
    private static String alike(Set<String> pair) {
        for (String sound : pair) {
            if (sound.charAt(0) == '~') {
                return sound;
            }
        }
        throw new IllegalArgumentException("no sound in " + pair);
    }

    private static double part(Set<String> pair, Set<String> sounds) {
        double part = 0;
        for (String sound : pair) {
            if (sounds.contains(sound)) {
                part = Math.max(part, sound.charAt(0) == '~' ? ALIKE : 1);
            }
        }
        return part;
    }

    double initials(Phrase phrase) {
        double best = 0;
        for (String letters : Tokens.initials(phrase.plain())) {
            int at = letters.indexOf(asked.letters());
            double share = (double) asked.letters().length() / letters.length();
            if (at >= 0) {
                best = Math.max(best, share == 1 ? 0.95 : (at == 0 ? 0.6 : 0.5) + 0.25 * share);
            }
        }
        return best;
    }

    private static double mixed(double covered, double fitting) {
        return covered * (1 - FIT + FIT * fitting);
    }
}
