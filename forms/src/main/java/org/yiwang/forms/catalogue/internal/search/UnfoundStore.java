package org.yiwang.forms.catalogue.internal.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yiwang.forms.catalogue.search.UnfoundWords;

/** 未找到的词存储: counted by day, forgotten when nobody has asked for a quarter of a year. */
@ApplicationScoped
public class UnfoundStore {

    private static final int MOST = 2000;
    private static final int DAYS = 90;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Its own transaction: that something was looked for stands whatever the asker does next. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(String words, int hits, Instant at) {
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        em.createNativeQuery("DELETE FROM search_unfound WHERE last_on < ?1")
                .setParameter(1, Timestamp.from(day.minus(DAYS, ChronoUnit.DAYS)))
                .executeUpdate();
        em.createNativeQuery(
                        """
                        INSERT INTO search_unfound AS u (words, hits, first_on, last_on)
                        SELECT ?1, ?2, ?3, ?3
                        WHERE (SELECT count(*) FROM search_unfound) < ?4
                           OR EXISTS (SELECT 1 FROM search_unfound WHERE words = ?1)
                        ON CONFLICT (words) DO UPDATE SET hits = u.hits + excluded.hits, last_on = excluded.last_on
                        """)
                .setParameter(1, words)
                .setParameter(2, hits)
                .setParameter(3, Timestamp.from(day))
                .setParameter(4, MOST)
                .executeUpdate();
    }

    /** The most wanted first. */
    public List<UnfoundWords> most(int limit) {
        List<?> rows = em.createNativeQuery(
                        "SELECT words, hits, first_on, last_on FROM search_unfound ORDER BY hits DESC, words LIMIT ?1")
                .setParameter(1, limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new UnfoundWords(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        ((Timestamp) row[2]).toInstant(),
                        ((Timestamp) row[3]).toInstant()))
                .toList();
    }

    /** False where they were not there. */
    public boolean remove(String words) {
        return em.createNativeQuery("DELETE FROM search_unfound WHERE words = ?1")
                        .setParameter(1, words)
                        .executeUpdate()
                > 0;
    }
}
