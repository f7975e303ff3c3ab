package org.yiwang.workflow.supervision.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.supervision.Overview;

/** Counts over the open cases' index; a supervisor's page, not a hot list. */
@ApplicationScoped
public class CaseCounts {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** One line of counts. */
    public record Row(CaseStatus status, long green, long yellow, long red, long paused) {}

    @SuppressWarnings("unchecked")
    public List<Row> byStatus(LocalDate today) {
        List<Object[]> rows = em.createNativeQuery(
                        """
                        SELECT status,
                               count(*) FILTER (WHERE NOT paused AND (yellow_on IS NULL OR yellow_on > ?1)),
                               count(*) FILTER (WHERE NOT paused AND yellow_on <= ?1 AND red_on > ?1),
                               count(*) FILTER (WHERE NOT paused AND red_on <= ?1),
                               count(*) FILTER (WHERE paused)
                          FROM case_file
                         WHERE completed_at IS NULL
                         GROUP BY status
                        """)
                .setParameter(1, Date.valueOf(today))
                .getResultList();
        return rows.stream()
                .map(r -> new Row(CaseStatus.valueOf((String) r[0]), n(r[1]), n(r[2]), n(r[3]), n(r[4])))
                .sorted(java.util.Comparator.comparing(Row::status))
                .toList();
    }

    @SuppressWarnings("unchecked")
    public List<Overview.ByQueue> byQueue(LocalDate today) {
        List<Object[]> rows = em.createNativeQuery(
                        """
                        SELECT queue, count(*),
                               count(*) FILTER (WHERE yellow_on <= ?1 AND red_on > ?1),
                               count(*) FILTER (WHERE red_on <= ?1)
                          FROM work_item WHERE NOT suspended GROUP BY queue ORDER BY 4 DESC, 3 DESC, queue
                        """)
                .setParameter(1, Date.valueOf(today))
                .getResultList();
        return rows.stream()
                .map(r -> new Overview.ByQueue((String) r[0], n(r[1]), n(r[2]), n(r[3])))
                .toList();
    }

    /** An errand counts once, however many cases it is made of (一件事按一件计). */
    public long completedSince(Instant since) {
        return n(em.createNativeQuery(
                        "SELECT count(DISTINCT COALESCE(-bundle_id, id)) FROM case_file WHERE completed_at >= ?1")
                .setParameter(1, Timestamp.from(since))
                .getSingleResult());
    }

    private static long n(Object value) {
        return ((Number) value).longValue();
    }
}
