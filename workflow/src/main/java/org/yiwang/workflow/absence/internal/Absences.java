package org.yiwang.workflow.absence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yiwang.workflow.absence.KeepAbsence;

/** Where absences are kept. */
@ApplicationScoped
public class Absences {

    private static final String COLUMNS = "id, officer_id, deputy_id, from_on, to_on, reason, cancelled_at";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** One row as it lies in the table. */
    public record Row(
            UUID id,
            long officer,
            long deputy,
            LocalDate from,
            LocalDate to,
            KeepAbsence.Reason reason,
            Instant cancelledAt) {

        static Row of(Object row) {
            Object[] r = (Object[]) row;
            return new Row(
                    (UUID) r[0],
                    ((Number) r[1]).longValue(),
                    ((Number) r[2]).longValue(),
                    ((Date) r[3]).toLocalDate(),
                    ((Date) r[4]).toLocalDate(),
                    KeepAbsence.Reason.valueOf((String) r[5]),
                    r[6] == null ? null : r[6] instanceof Instant at ? at : ((Timestamp) r[6]).toInstant());
        }
    }

    /** Two at once: the second waits, and sees what the first put down. */
    public void lock() {
        em.createNativeQuery("LOCK TABLE absence IN SHARE ROW EXCLUSIVE MODE").executeUpdate();
    }

    public boolean overlaps(long officer, LocalDate from, LocalDate to) {
        return any("officer_id", officer, from, to);
    }

    public boolean deputises(long officer, LocalDate from, LocalDate to) {
        return any("deputy_id", officer, from, to);
    }

    private boolean any(String column, long officer, LocalDate from, LocalDate to) {
        return !em.createNativeQuery("SELECT 1 FROM absence WHERE " + column
                        + " = ?1 AND cancelled_at IS NULL AND from_on <= ?3 AND to_on >= ?2 LIMIT 1")
                .setParameter(1, officer)
                .setParameter(2, Date.valueOf(from))
                .setParameter(3, Date.valueOf(to))
                .getResultList()
                .isEmpty();
    }

    public UUID add(long officer, long deputy, KeepAbsence.Order order, long by, Instant at) {
        UUID id = UUID.randomUUID();
        em.createNativeQuery(
                        """
                        INSERT INTO absence (id, officer_id, deputy_id, from_on, to_on, reason, created_by, created_at)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, officer)
                .setParameter(3, deputy)
                .setParameter(4, Date.valueOf(order.from()))
                .setParameter(5, Date.valueOf(order.to()))
                .setParameter(6, order.reason().name())
                .setParameter(7, by)
                .setParameter(8, Timestamp.from(at))
                .executeUpdate();
        return id;
    }

    @SuppressWarnings("unchecked")
    public Optional<Row> find(UUID id) {
        return ((List<Object>) em.createNativeQuery("SELECT " + COLUMNS + " FROM absence WHERE id = CAST(?1 AS uuid)")
                        .setParameter(1, id.toString())
                        .getResultList())
                .stream().map(Row::of).findFirst();
    }

    @SuppressWarnings("unchecked")
    public List<Row> of(List<Long> officers, long deputy) {
        String ids = officers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return ((List<Object>) em.createNativeQuery("SELECT " + COLUMNS + " FROM absence"
                                + " WHERE officer_id = ANY (CAST(?1 AS bigint[])) OR deputy_id = ?2"
                                + " ORDER BY from_on DESC, id LIMIT 100")
                        .setParameter(1, ids)
                        .setParameter(2, deputy)
                        .getResultList())
                .stream().map(Row::of).toList();
    }

    /** Who stands in for him on that day. */
    @SuppressWarnings("unchecked")
    public List<Long> deputies(long officer, LocalDate day) {
        return ((List<Object>) em.createNativeQuery(
                                """
                                SELECT DISTINCT deputy_id FROM absence WHERE officer_id = ?1 AND cancelled_at IS NULL
                                   AND from_on <= ?2 AND to_on >= ?2
                                """)
                        .setParameter(1, officer)
                        .setParameter(2, Date.valueOf(day))
                        .getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
    }

    public void cancel(UUID id, Instant at) {
        em.createNativeQuery("UPDATE absence SET cancelled_at = coalesce(cancelled_at, ?2) WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, Timestamp.from(at))
                .executeUpdate();
    }
}
