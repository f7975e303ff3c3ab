package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;

/** 到点时钟: the rows whose time has come, found by a partial index however many there are. */
@ApplicationScoped
class DueClocks {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Where one is in the list of due rows. */
    record Due(Instant fireAt, UUID id, long caseId) {}

    /** The next rows after {@code last}, oldest first; from the beginning when it is null. Locks nothing. */
    @Transactional
    public List<Due> due(Instant now, Due last, int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT next_fire_at, CAST(id AS text), case_id FROM case_clock
                         WHERE next_fire_at <= ?1 AND (next_fire_at, id) > (?2, CAST(?3 AS uuid))
                         ORDER BY next_fire_at, id LIMIT ?4
                        """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(last == null ? Instant.EPOCH : last.fireAt()))
                .setParameter(
                        3, last == null ? new UUID(0, 0).toString() : last.id().toString())
                .setParameter(4, max)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Due(
                        ((Timestamp) r[0]).toInstant(), UUID.fromString((String) r[1]), ((Number) r[2]).longValue()))
                .toList();
    }

    /**
     * Locks the case as every use case does, first of all. Clock rows are only ever written under this lock, so they need
     * none of their own.
     */
    boolean lock(long caseId, boolean wait) {
        return !em.createNativeQuery("SELECT id FROM case_file WHERE id = ?1 FOR UPDATE" + (wait ? "" : " SKIP LOCKED"))
                .setParameter(1, caseId)
                .getResultList()
                .isEmpty();
    }

    /** Takes the oldest thing due in a locked case and sets the row to wait for what comes after it. */
    Optional<ClockPassed> take(long caseId, Instant now) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT CAST(id AS text), kind, ref, next_fire_at, due_at, due_on FROM case_clock
                         WHERE case_id = ?1 AND next_fire_at <= ?2
                         ORDER BY next_fire_at, seq LIMIT 1
                        """)
                .setParameter(1, caseId)
                .setParameter(2, Timestamp.from(now))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        Timestamp at = (Timestamp) row[3];
        boolean over = !at.before((Timestamp) row[4]);
        em.createNativeQuery("UPDATE case_clock SET next_fire_at = CASE WHEN ?1 THEN NULL ELSE due_at END"
                        + " WHERE id = CAST(?2 AS uuid)")
                .setParameter(1, over)
                .setParameter(2, row[0])
                .executeUpdate();
        return Optional.of(new ClockPassed(
                caseId,
                ClockKind.valueOf((String) row[1]),
                (String) row[2],
                over ? ClockPassed.What.DUE : ClockPassed.What.YELLOW,
                at.toInstant(),
                ((Date) row[5]).toLocalDate()));
    }
}
