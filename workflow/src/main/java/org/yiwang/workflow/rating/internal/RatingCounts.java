package org.yiwang.workflow.rating.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Counts of ratings over a period, by department; read by the index of the period. */
@ApplicationScoped
public class RatingCounts {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一个部门的计数. */
    public record Row(
            String department,
            long served,
            long active,
            long good,
            long assumed,
            long valid,
            long rectified,
            List<Long> byLevel) {}

    public List<Row> of(Instant from, Instant until) {
        List<?> rows = em.createNativeQuery(
                        """
                        WITH served AS (
                          SELECT organisation AS department, count(*) AS n FROM case_file
                           WHERE completed_at >= ?1 AND completed_at < ?2 GROUP BY organisation
                          UNION ALL
                          SELECT department, count(*) FROM window_visit WHERE at >= ?1 AND at < ?2 GROUP BY department
                        ), rated AS (
                          SELECT department,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded) AS active,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level >= 3) AS good,
                                 count(*) FILTER (WHERE source = 'DEFAULT') AS assumed,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level = 5) AS l5,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level = 4) AS l4,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level = 3) AS l3,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level = 2) AS l2,
                                 count(*) FILTER (WHERE source = 'ACTIVE' AND NOT excluded AND level = 1) AS l1
                            FROM rating WHERE rated_at >= ?1 AND rated_at < ?2 GROUP BY department
                        ), tickets AS (
                          SELECT t.department,
                                 count(*) FILTER (WHERE t.finding = 'VALID') AS valid,
                                 count(*) FILTER (WHERE t.finding = 'VALID' AND t.fed_back_at IS NOT NULL) AS rectified
                            FROM rating r JOIN bad_rating_ticket t ON t.rating_id = r.id
                           WHERE r.rated_at >= ?1 AND r.rated_at < ?2 GROUP BY t.department
                        )
                        SELECT d.department, coalesce(s.n, 0), coalesce(r.active, 0), coalesce(r.good, 0),
                               coalesce(r.assumed, 0), coalesce(t.valid, 0), coalesce(t.rectified, 0),
                               coalesce(r.l5, 0), coalesce(r.l4, 0), coalesce(r.l3, 0), coalesce(r.l2, 0), coalesce(r.l1, 0)
                          FROM (SELECT department FROM served UNION SELECT department FROM rated) d
                          LEFT JOIN (SELECT department, sum(n) AS n FROM served GROUP BY department) s USING (department)
                          LEFT JOIN rated r USING (department)
                          LEFT JOIN tickets t USING (department)
                         ORDER BY d.department
                        """)
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(until))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(RatingCounts::row).toList();
    }

    private static Row row(Object[] r) {
        return new Row(
                (String) r[0],
                n(r[1]),
                n(r[2]),
                n(r[3]),
                n(r[4]),
                n(r[5]),
                n(r[6]),
                List.of(n(r[7]), n(r[8]), n(r[9]), n(r[10]), n(r[11])));
    }

    private static long n(Object value) {
        return ((Number) value).longValue();
    }
}
