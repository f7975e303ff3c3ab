package org.yiwang.workflow.rating.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yiwang.workflow.rating.RatingStandard;

/**
 * 默认评价: cases nobody rated within the days of the standard get its default grade, marked as such and never counted as
 * somebody's voice. One node at a time, going on where the last round ended.
 */
@ApplicationScoped
class DefaultGrades {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Transactional(TxType.REQUIRES_NEW)
    public int assume(Instant now) {
        Instant until = now.minus(Duration.ofDays(RatingStandard.current().defaultAfterDays()));
        List<?> mark = em.createNativeQuery(
                        "SELECT until FROM rating_default_mark WHERE id = 1 AND until < ?1 FOR UPDATE SKIP LOCKED")
                .setParameter(1, Timestamp.from(until))
                .getResultList();
        if (mark.isEmpty()) {
            return 0;
        }
        int assumed = em.createNativeQuery(
                        """
                        INSERT INTO rating (id, case_id, level, channel, source, sealed, rated_at, department, item_code,
                                            key_id, standard)
                        SELECT gen_random_uuid(), c.id, ?1, 'SYSTEM', 'DEFAULT', CAST('' AS bytea), ?2, c.organisation,
                               c.item_code, c.key_id, ?3
                          FROM case_file c
                         WHERE c.completed_at > ?4 AND c.completed_at <= ?5
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, RatingStandard.current().defaultLevel())
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, RatingStandard.current().version())
                .setParameter(4, mark.get(0))
                .setParameter(5, Timestamp.from(until))
                .executeUpdate();
        em.createNativeQuery("UPDATE rating_default_mark SET until = ?1 WHERE id = 1")
                .setParameter(1, Timestamp.from(until))
                .executeUpdate();
        return assumed;
    }
}
