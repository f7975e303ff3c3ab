package org.yiwang.workflow.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * 办件事件: one line of the legal record of a case. Appended, never changed; each carries the hash of the one before, so
 * that a missing or altered line shows ({@code ./dev audit verify}).
 *
 * @param actor who did it ({@code officer:12})
 * @param onBehalfOf for whom ({@code citizen:7}), or empty
 * @param basis on what ground he acted for another, or empty
 * @param body JSON: codes, ids and salted digests; personal values lie sealed elsewhere
 */
public record CaseEvent(
        long caseId,
        int seq,
        Instant at,
        EventType type,
        String actor,
        String onBehalfOf,
        String basis,
        String body,
        String prevHash,
        String hash,
        String alg) {

    /** The hash that the first event of a case builds on. */
    public static final String GENESIS = "0".repeat(64);

    public static final String ALGORITHM = "SHA-256";

    /** Makes the next event of a chain. */
    public static CaseEvent next(
            long caseId,
            int seq,
            Instant at,
            EventType type,
            String actor,
            String onBehalfOf,
            String basis,
            String body,
            String prevHash) {
        String hash = hash(caseId, seq, at, type, actor, onBehalfOf, basis, body, prevHash);
        return new CaseEvent(caseId, seq, at, type, actor, onBehalfOf, basis, body, prevHash, hash, ALGORITHM);
    }

    /** Does it stand as it was written, right after {@code before}? */
    public boolean follows(String before) {
        return prevHash.equals(before)
                && hash.equals(hash(caseId, seq, at, type, actor, onBehalfOf, basis, body, prevHash));
    }

    private static String hash(
            long caseId,
            int seq,
            Instant at,
            EventType type,
            String actor,
            String onBehalfOf,
            String basis,
            String body,
            String prevHash) {
        // Lengths before the values: no two different events can give the same bytes.
        StringBuilder text = new StringBuilder(prevHash);
        for (String part : new String[] {
            Long.toString(caseId),
            Integer.toString(seq),
            Long.toString(at.toEpochMilli()),
            type.name(),
            actor,
            onBehalfOf,
            basis,
            body
        }) {
            text.append('|').append(part.length()).append(':').append(part);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
