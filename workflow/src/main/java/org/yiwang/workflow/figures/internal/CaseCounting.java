package org.yiwang.workflow.figures.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.yiwang.forms.catalogue.figures.FigureKey;
import org.yiwang.workflow.figures.CaseFigures;

/** Cases of a period, counted and listed; read by the indexes on when they ended and when they were accepted. */
@ApplicationScoped
public class CaseCounting {

    /** The promise that counted last: a correction or a new calendar leaves earlier rows behind. */
    private static final String KEPT =
            """
            (SELECT coalesce(k.stopped_at, c.completed_at) <= k.due_at FROM case_clock k
              WHERE k.case_id = c.id AND k.kind = 'PROMISE' AND k.state <> 'SUPERSEDED'
              ORDER BY k.run DESC, k.seq DESC LIMIT 1)
            """;

    private static final String AT_FIRST =
            "(NOT EXISTS (SELECT 1 FROM case_event v WHERE v.case_id = c.id AND v.type = 'CORRECTION_REQUESTED'))";

    private static final String ONLINE = "(c.channel IN ('WEB', 'API'))";

    private static final String OF_THE_SCOPE =
            " AND c.status <> 'VOIDED' AND (CAST(?3 AS varchar) = '' OR c.organisation = ?3)";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 计数. */
    public record Counts(long ended, long online, long promised, long onTime, long accepted, long acceptedAtFirst) {}

    /** @param department empty for all */
    public Counts of(Instant from, Instant until, String department) {
        Object[] row = (Object[]) em.createNativeQuery("WITH ended AS (SELECT " + ONLINE + " AS online, " + KEPT
                        + " AS kept FROM case_file c WHERE c.completed_at >= ?1 AND c.completed_at < ?2" + OF_THE_SCOPE
                        + "), accepted AS (SELECT " + AT_FIRST
                        + " AS first FROM case_file c WHERE c.accepted_at >= ?1 AND c.accepted_at < ?2" + OF_THE_SCOPE
                        + ") SELECT (SELECT count(*) FROM ended), (SELECT count(*) FROM ended WHERE online),"
                        + " (SELECT count(kept) FROM ended), (SELECT count(*) FROM ended WHERE kept),"
                        + " (SELECT count(*) FROM accepted), (SELECT count(*) FROM accepted WHERE first)")
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(until))
                .setParameter(3, department)
                .getSingleResult();
        return new Counts(n(row[0]), n(row[1]), n(row[2]), n(row[3]), n(row[4]), n(row[5]));
    }

    /** @param after id of the last one read; 0 from the newest */
    public List<CaseFigures.Line> lines(
            FigureKey key, Instant from, Instant until, String department, long after, int limit) {
        String when = key == FigureKey.FIRST_PASS_RATE ? "accepted_at" : "completed_at";
        String counts =
                switch (key) {
                    case FIRST_PASS_RATE -> AT_FIRST;
                    case ON_TIME_RATE -> KEPT;
                    default -> ONLINE;
                };
        List<?> rows = em.createNativeQuery(
                        "SELECT * FROM (SELECT c.id, c.case_no, c.item_name, c.organisation, c.status, "
                                + counts + " AS counts FROM case_file c WHERE c." + when + " >= ?1 AND c." + when
                                + " < ?2"
                                + OF_THE_SCOPE + " AND (?4 = 0 OR c.id < ?4)) x WHERE x.counts IS NOT NULL"
                                + " ORDER BY x.id DESC LIMIT ?5")
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(until))
                .setParameter(3, department)
                .setParameter(4, after)
                .setParameter(5, limit)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new CaseFigures.Line(
                        n(row[0]), (String) row[1], (String) row[2], (String) row[3], (String) row[4], (Boolean)
                                row[5]))
                .toList();
    }

    private static long n(Object value) {
        return ((Number) value).longValue();
    }
}
