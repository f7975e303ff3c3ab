package org.yiwang.workflow.avoidance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.workflow.avoidance.KeepTies;
import org.yiwang.workflow.casefile.AvoidanceGround;

/** Where ties are kept; cases are compared with them when they are read. */
@ApplicationScoped
public class Ties {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public boolean known(long officer, String hash) {
        return !em.createNativeQuery(
                        "SELECT 1 FROM officer_tie WHERE officer_id = ?1 AND number_hash = ?2 AND ended_at IS NULL")
                .setParameter(1, officer)
                .setParameter(2, hash)
                .getResultList()
                .isEmpty();
    }

    public KeepTies.Line add(long officer, AvoidanceGround kind, FindParty.Named named, long by, Instant at) {
        UUID id = UUID.randomUUID();
        em.createNativeQuery(
                        """
                        INSERT INTO officer_tie
                            (id, officer_id, kind, number_hash, masked_name, masked_number, registered_by, registered_at)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, officer)
                .setParameter(3, kind.name())
                .setParameter(4, named.hash())
                .setParameter(5, named.maskedName())
                .setParameter(6, named.maskedNumber())
                .setParameter(7, by)
                .setParameter(8, Timestamp.from(at))
                .executeUpdate();
        return new KeepTies.Line(id, kind, named.maskedName(), named.maskedNumber(), at);
    }

    /** A person has few of them. */
    @SuppressWarnings("unchecked")
    public List<KeepTies.Line> of(long officer) {
        return ((List<Object[]>) em.createNativeQuery(
                                """
                                SELECT id, kind, masked_name, masked_number, registered_at FROM officer_tie
                                 WHERE officer_id = ?1 AND ended_at IS NULL ORDER BY registered_at, id LIMIT 200
                                """)
                        .setParameter(1, officer)
                        .getResultList())
                .stream()
                        .map(r -> new KeepTies.Line(
                                (UUID) r[0],
                                AvoidanceGround.valueOf((String) r[1]),
                                (String) r[2],
                                (String) r[3],
                                r[4] instanceof Instant at ? at : ((Timestamp) r[4]).toInstant()))
                        .toList();
    }

    @SuppressWarnings("unchecked")
    public Optional<Long> owner(UUID id) {
        return ((List<Object>) em.createNativeQuery(
                                "SELECT officer_id FROM officer_tie WHERE id = CAST(?1 AS uuid) AND ended_at IS NULL")
                        .setParameter(1, id.toString())
                        .getResultList())
                .stream().map(found -> ((Number) found).longValue()).findFirst();
    }

    public void end(UUID id, Instant at) {
        em.createNativeQuery("UPDATE officer_tie SET ended_at = ?2 WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, Timestamp.from(at))
                .executeUpdate();
    }
}
