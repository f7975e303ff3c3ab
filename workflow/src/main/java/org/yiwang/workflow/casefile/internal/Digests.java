package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yiwang.workflow.casefile.EventDigest;

/** Where digests are kept; rows are added and never changed. Called within the caller's transaction. */
@ApplicationScoped
public class Digests {

    private static final String COLUMNS = "SELECT number, CAST(day AS text), extract(epoch FROM made_at) * 1000, cases,"
            + " prev_hash, hash, alg FROM event_digest ";
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public boolean has(LocalDate day) {
        return !em.createNativeQuery("SELECT 1 FROM event_digest WHERE day >= ?1 LIMIT 1")
                .setParameter(1, Date.valueOf(day))
                .getResultList()
                .isEmpty();
    }

    /** One node makes it, the others wait and then find it made. */
    public void lock() {
        em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('event_digest', 7))) held")
                .getSingleResult();
    }

    public Optional<EventDigest> last() {
        return one("ORDER BY number DESC LIMIT 1", null);
    }

    public Optional<EventDigest> find(long number) {
        return one("WHERE number = ?1", number);
    }

    private Optional<EventDigest> one(String which, Long number) {
        var query = em.createNativeQuery(COLUMNS + which);
        if (number != null) {
            query.setParameter(1, number);
        }
        List<?> rows = query.getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(read((Object[]) rows.get(0)));
    }

    private static EventDigest read(Object[] row) {
        return new EventDigest(
                ((Number) row[0]).longValue(),
                LocalDate.parse((String) row[1]),
                Instant.ofEpochMilli(((Number) row[2]).longValue()),
                ((Number) row[3]).intValue(),
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }

    /** Heads of the cases with events since then, unless they stand in a digest as they are. */
    @SuppressWarnings("unchecked")
    public List<EventDigest.Head> changedHeads(Instant from) {
        List<Object[]> rows = em.createNativeQuery(
                        """
                        SELECT f.id, f.head_seq, f.head_hash FROM case_file f
                         WHERE f.id IN (SELECT e.case_id FROM case_event e WHERE e.at >= ?1)
                           AND NOT EXISTS (SELECT 1 FROM event_digest_head h
                                            WHERE h.case_id = f.id AND h.seq = f.head_seq)
                         ORDER BY f.id
                        """)
                .setParameter(1, Timestamp.from(from))
                .getResultList();
        return rows.stream()
                .map(row -> new EventDigest.Head(
                        EventDigest.Chain.CASE, ((Number) row[0]).longValue(), ((Number) row[1]).intValue(), (String)
                                row[2]))
                .toList();
    }

    /** The digest and the heads of the cases in it. */
    public void add(EventDigest digest, List<EventDigest.Head> heads) {
        em.createNativeQuery(
                        "INSERT INTO event_digest (number, day, made_at, cases, prev_hash, hash, alg) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, digest.number())
                .setParameter(2, Date.valueOf(digest.day()))
                .setParameter(3, Timestamp.from(digest.madeAt()))
                .setParameter(4, digest.cases())
                .setParameter(5, digest.prevHash())
                .setParameter(6, digest.hash())
                .setParameter(7, digest.alg())
                .executeUpdate();
        for (int from = 0; from < heads.size(); from += AT_ONCE) {
            addHeads(digest.number(), heads.subList(from, Math.min(from + AT_ONCE, heads.size())));
        }
    }

    /** Numbers and hexadecimal hashes of our own making: nothing that could break out of the statement. */
    private void addHeads(long digest, List<EventDigest.Head> heads) {
        StringBuilder values = new StringBuilder();
        for (EventDigest.Head head : heads) {
            values.append(values.isEmpty() ? "" : ", ")
                    .append("(%d, %d, %d, '%s')".formatted(digest, head.id(), head.seq(), hex(head.hash())));
        }
        em.createNativeQuery("INSERT INTO event_digest_head (digest, case_id, seq, hash) VALUES " + values)
                .executeUpdate();
    }

    private static String hex(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalStateException("not a hash: " + hash);
        }
        return hash;
    }

    public boolean stamped(long number) {
        return !em.createNativeQuery("SELECT 1 FROM event_digest_stamp WHERE digest = ?1")
                .setParameter(1, number)
                .getResultList()
                .isEmpty();
    }

    public void stamp(long number, byte[] token, Instant at) {
        em.createNativeQuery(
                        "INSERT INTO event_digest_stamp (digest, stamped_at, token) VALUES (?1, ?2, ?3) ON CONFLICT (digest) DO NOTHING")
                .setParameter(1, number)
                .setParameter(2, Timestamp.from(at))
                .setParameter(3, token)
                .executeUpdate();
    }
}
