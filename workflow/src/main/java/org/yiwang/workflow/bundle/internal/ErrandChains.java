package org.yiwang.workflow.bundle.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.yiwang.workflow.casefile.EventDigest;
import org.yiwang.workflow.casefile.OtherChains;

/** The records of errands in the digest of the day. Called within the caller's transaction. */
@ApplicationScoped
class ErrandChains implements OtherChains {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Override
    @SuppressWarnings("unchecked")
    public List<EventDigest.Head> changedHeads(Instant from) {
        List<Object[]> rows = em.createNativeQuery(
                        """
                        SELECT b.id, b.head_seq, b.head_hash FROM case_bundle b
                         WHERE b.id IN (SELECT e.bundle_id FROM case_bundle_event e WHERE e.at >= ?1)
                           AND NOT EXISTS (SELECT 1 FROM event_digest_errand_head h
                                            WHERE h.bundle_id = b.id AND h.seq = b.head_seq)
                        """)
                .setParameter(1, Timestamp.from(from))
                .getResultList();
        return rows.stream()
                .map(row -> new EventDigest.Head(
                        EventDigest.Chain.ERRAND, ((Number) row[0]).longValue(), ((Number) row[1]).intValue(), (String)
                                row[2]))
                .toList();
    }

    @Override
    public void add(long digest, List<EventDigest.Head> heads) {
        for (EventDigest.Head head : heads) {
            em.createNativeQuery(
                            "INSERT INTO event_digest_errand_head (digest, bundle_id, seq, hash) VALUES (?1, ?2, ?3, ?4)")
                    .setParameter(1, digest)
                    .setParameter(2, head.id())
                    .setParameter(3, head.seq())
                    .setParameter(4, head.hash())
                    .executeUpdate();
        }
    }
}
