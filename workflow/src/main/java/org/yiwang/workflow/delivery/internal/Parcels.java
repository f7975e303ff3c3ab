package org.yiwang.workflow.delivery.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 寄递单: the parcels the courier is asked about; what became of them stands in the record of their case. */
@ApplicationScoped
public class Parcels {

    /** How long between two questions about the same parcel; platform time. */
    static final Duration AGAIN = Duration.ofHours(6);

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 寄递单. */
    public record Row(UUID id, long caseId, String caseNo, String state, String trackingNo, Instant orderedAt) {}

    /** Within the caller's transaction; {@code trackingNo} is null until the courier has taken it. */
    public void add(UUID id, long caseId, String caseNo, String trackingNo, Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO parcel (id, case_id, case_no, state, tracking_no, ordered_at, next_look_at)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, NULLIF(?5, ''), ?6,
                                CASE WHEN ?4 = 'NEW' THEN NULL ELSE CAST(?7 AS timestamptz) END)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, caseId)
                .setParameter(3, caseNo)
                .setParameter(4, trackingNo == null ? "NEW" : "SENT")
                .setParameter(5, trackingNo == null ? "" : trackingNo)
                .setParameter(6, Timestamp.from(at))
                .setParameter(7, Timestamp.from(at.plus(AGAIN)))
                .executeUpdate();
    }

    @Transactional
    public Optional<Row> find(UUID id) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT case_id, case_no, state, tracking_no, ordered_at FROM parcel WHERE id = CAST(?1 AS uuid)
                        """)
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Row(
                        id,
                        ((Number) r[0]).longValue(),
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        ((Timestamp) r[4]).toInstant()))
                .findFirst();
    }

    /** The courier has it; false when that was known. */
    public boolean taken(UUID id, String trackingNo, Instant now) {
        return em.createNativeQuery(
                                """
                                UPDATE parcel SET state = 'SENT', tracking_no = ?2, next_look_at = ?3
                                 WHERE id = CAST(?1 AS uuid) AND state = 'NEW'
                                """)
                        .setParameter(1, id.toString())
                        .setParameter(2, trackingNo)
                        .setParameter(3, Timestamp.from(now.plus(AGAIN)))
                        .executeUpdate()
                > 0;
    }

    /** There is nothing to ask any more. */
    public void ended(UUID id, String state) {
        em.createNativeQuery("UPDATE parcel SET state = ?2, next_look_at = NULL WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, state)
                .executeUpdate();
    }

    /** Takes the parcels that are to be asked about now; another node, or the next round, takes others. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<UUID> take(Instant now, int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        UPDATE parcel SET next_look_at = ?2 WHERE id IN (
                            SELECT id FROM parcel WHERE next_look_at <= ?1
                             ORDER BY next_look_at, id LIMIT ?3 FOR UPDATE SKIP LOCKED)
                        RETURNING CAST(id AS text)
                        """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(now.plus(AGAIN)))
                .setParameter(3, max)
                .getResultList();
        return rows.stream().map(id -> UUID.fromString((String) id)).toList();
    }
}
