package org.yiwang.workflow.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * 每日摘要: one hash over the last events of all cases and errands that have changed since the digest before, and over it.
 * Time-stamped by somebody else, it shows that the chains stood so on that day ({@code ./dev audit verify}).
 *
 * @param number 1, 2, 3 … without gaps
 * @param day platform day on which it was made
 * @param cases how many chain heads it covers
 */
public record EventDigest(
        long number, LocalDate day, Instant madeAt, int cases, String prevHash, String hash, String alg) {

    /** What the first digest builds on. */
    public static final String GENESIS = "0".repeat(64);

    public static final String ALGORITHM = "SHA-256";

    /** Whose record a chain of events is. */
    public enum Chain {
        /** 办件. */
        CASE(""),
        /** 一件事. */
        ERRAND("errand ");

        private final String word;

        Chain(String word) {
            this.word = word;
        }
    }

    /** 链头: the last event of a case or an errand at that time. */
    public record Head(Chain chain, long id, int seq, String hash) {}

    /** Makes the next digest of the chain; the order of the heads does not matter. */
    public static EventDigest next(long number, LocalDate day, Instant madeAt, String prevHash, List<Head> heads) {
        return new EventDigest(
                number, day, madeAt, heads.size(), prevHash, hash(number, day, madeAt, prevHash, heads), ALGORITHM);
    }

    /** Does it stand as it was made, over these heads and right after {@code before}? */
    public boolean follows(String before, List<Head> heads) {
        return prevHash.equals(before)
                && cases == heads.size()
                && hash.equals(hash(number, day, madeAt, prevHash, heads));
    }

    /** The bytes that are time-stamped. */
    public byte[] imprint() {
        return HexFormat.of().parseHex(hash);
    }

    private static String hash(long number, LocalDate day, Instant madeAt, String prevHash, List<Head> heads) {
        MessageDigest digest = sha256();
        add(
                digest,
                "yiwang digest 1|" + prevHash + "|" + number + "|" + day + "|" + madeAt.toEpochMilli() + "|"
                        + heads.size());
        heads.stream()
                .sorted(Comparator.comparing(Head::chain).thenComparing(Head::id))
                .forEach(head -> add(digest, head.chain().word + head.id() + ":" + head.seq() + ":" + head.hash()));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
