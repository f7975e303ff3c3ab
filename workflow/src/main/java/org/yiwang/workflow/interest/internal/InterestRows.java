package org.yiwang.workflow.interest.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 利害关系人索引: finds by the keyed hash of his number what concerns the holder of an account. */
@ApplicationScoped
public class InterestRows {

    private static final String FOUND =
            """
            SELECT CAST(r.id AS text), r.case_id FROM case_record r JOIN party p ON p.number_hash = r.step_key
             WHERE r.kind = 'INTERESTED_PARTY' AND r.step_key <> '' AND p.id = ?1
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一条: the record in the case. */
    public record Row(UUID id, long caseId) {}

    /** All in which this party was named, the newest first. */
    public List<Row> of(long party) {
        List<?> found = em.createNativeQuery(FOUND + " ORDER BY r.opened_at DESC, r.id LIMIT 100")
                .setParameter(1, party)
                .getResultList();
        return found.stream().map(Object[].class::cast).map(InterestRows::row).toList();
    }

    /** That one, if it is this party's. */
    public Optional<Row> one(long party, UUID id) {
        List<?> found = em.createNativeQuery(FOUND + " AND r.id = CAST(?2 AS uuid)")
                .setParameter(1, party)
                .setParameter(2, id.toString())
                .getResultList();
        return found.stream().map(Object[].class::cast).map(InterestRows::row).findFirst();
    }

    private static Row row(Object[] row) {
        return new Row(UUID.fromString((String) row[0]), ((Number) row[1]).longValue());
    }
}
