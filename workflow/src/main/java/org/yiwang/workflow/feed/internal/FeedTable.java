package org.yiwang.workflow.feed.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;

/** 动态表: gives positions and reads by them. */
@ApplicationScoped
public class FeedTable {

    /** Any number will do, as long as nobody else takes the same: "feed". */
    private static final long LOCK = 0x66656564L;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /**
     * 一条动态 as it is stored.
     *
     * @param kind CASE, or what became of an item: PUBLISHED, SUSPENDED, RETIRED, IN_USE again
     * @param caseNo empty for one of the catalogue
     * @param type of the case event; empty for one of the catalogue
     * @param body of the case event, JSON
     * @param version of the item that was published; 0 otherwise
     */
    public record Row(
            long position,
            String kind,
            String caseNo,
            int seq,
            String type,
            Instant at,
            String body,
            String item,
            String organisation,
            int version) {}

    /**
     * Gives what was committed and has none yet its position, and answers the last one. A transaction of its own: nobody may
     * be told a position that is taken back. One at a time: the second statement sees what whoever was before has committed.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public long number() {
        if (waiting()) {
            em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?1)) l")
                    .setParameter(1, LOCK)
                    .getResultList();
            em.createNativeQuery(
                            """
                            UPDATE feed_entry f SET position = last.position + waiting.place
                              FROM (SELECT id, row_number() OVER (ORDER BY id) AS place
                                      FROM feed_entry WHERE position IS NULL) waiting,
                                   (SELECT coalesce(max(position), 0) AS position FROM feed_entry) last
                             WHERE f.id = waiting.id
                            """)
                    .executeUpdate();
        }
        return number(em.createNativeQuery("SELECT coalesce(max(position), 0) FROM feed_entry")
                .getSingleResult());
    }

    private boolean waiting() {
        return (Boolean) em.createNativeQuery("SELECT EXISTS (SELECT 1 FROM feed_entry WHERE position IS NULL)")
                .getSingleResult();
    }

    /**
     * Reads on.
     *
     * @param until the last position to look at
     * @param organisation whose cases; empty for all, null for none
     * @param types of case events that are told at all
     */
    public List<Row> read(
            long after, long until, boolean catalogue, String organisation, List<String> types, int limit) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT f.position, f.kind, coalesce(c.case_no, ''), coalesce(f.seq, 0), coalesce(e.type, ''),
                               extract(epoch FROM coalesce(e.at, v.published_at, f.at)) * 1000, coalesce(e.body, '{}'),
                               coalesce(c.item_code, i.code, f.item_code), coalesce(c.organisation, ''), coalesce(v.number, 0)
                          FROM feed_entry f
                          LEFT JOIN case_file c ON c.id = f.case_id
                          LEFT JOIN case_event e ON e.case_id = f.case_id AND e.seq = f.seq
                          LEFT JOIN item_version v ON v.id = f.item_version_id
                          LEFT JOIN item i ON i.id = v.item_id
                         WHERE f.position > ?1 AND f.position <= ?2
                           AND (?3 AND f.kind <> 'CASE'
                                OR ?4 AND (?5 = '' OR c.organisation = ?5) AND e.type = ANY (string_to_array(?6, ',')))
                         ORDER BY f.position
                         LIMIT ?7
                        """)
                .setParameter(1, after)
                .setParameter(2, until)
                .setParameter(3, catalogue)
                .setParameter(4, organisation != null)
                .setParameter(5, organisation == null ? "" : organisation)
                .setParameter(6, String.join(",", types))
                .setParameter(7, limit)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static Row row(Object[] row) {
        return new Row(
                number(row[0]),
                (String) row[1],
                (String) row[2],
                (int) number(row[3]),
                (String) row[4],
                Instant.ofEpochMilli(number(row[5])),
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (int) number(row[9]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
