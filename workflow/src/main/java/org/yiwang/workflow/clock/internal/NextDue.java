package org.yiwang.workflow.clock.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** 最近到点: when the next deadline of one case comes. */
@ApplicationScoped
public class NextDue {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public Optional<Instant> of(long caseId) {
        return em
                .createNativeQuery("SELECT next_fire_at FROM case_clock WHERE case_id = ?1 AND next_fire_at IS NOT NULL"
                        + " ORDER BY next_fire_at LIMIT 1")
                .setParameter(1, caseId)
                .getResultList()
                .stream()
                .findFirst()
                .map(at -> ((Timestamp) (at instanceof Object[] row ? row[0] : at)).toInstant());
    }
}
