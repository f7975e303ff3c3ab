package org.yiwang.workflow.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * 摇号和排名: puts entries in order by their points, then by the hash of the seed and their entry number. Neither the order of
 * application nor anything an officer does after the window opened has a say: the same seed, entries and points always
 * give the same order.
 */
public final class Draw {

    private Draw() {}

    /**
     * 报名.
     *
     * @param points 0 for all where only the lot counts
     */
    public record Entry(long number, int points) {}

    /**
     * 结果.
     *
     * @param hash SHA-256 of {@code seed:number}, hexadecimal
     * @param rank 1 first
     */
    public record Placed(long number, int points, String hash, int rank, boolean admitted) {}

    /** The order; the first {@code places} are admitted. */
    public static List<Placed> of(String seed, Collection<Entry> entries, int places) {
        List<Placed> drawn = entries.stream()
                .map(e -> new Placed(e.number(), e.points(), hash(seed, e.number()), 0, false))
                .sorted(Comparator.comparingInt(Placed::points)
                        .reversed()
                        .thenComparing(Placed::hash)
                        .thenComparing(Placed::number))
                .toList();
        List<Placed> ranked = new ArrayList<>();
        for (Placed one : drawn) {
            int rank = ranked.size() + 1;
            ranked.add(new Placed(one.number(), one.points(), one.hash(), rank, rank <= places));
        }
        return List.copyOf(ranked);
    }

    static String hash(String seed, long number) {
        return sha256(seed + ":" + number);
    }

    /** What is shown of a seed before the draw. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
