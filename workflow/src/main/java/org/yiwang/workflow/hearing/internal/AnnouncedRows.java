package org.yiwang.workflow.hearing.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** 公告听证索引: the cases of hearings that the office itself holds and has set a day for. */
@ApplicationScoped
public class AnnouncedRows {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Their cases, those decided on first before the others. */
    public List<Long> cases(int limit) {
        List<?> found = em.createNativeQuery(
                        "SELECT case_id FROM case_record WHERE kind = 'HEARING'"
                                + " AND step_key = 'OFFICE' AND outcome = 'SET' AND closed_at IS NULL ORDER BY opened_at, id LIMIT ?1")
                .setParameter(1, limit)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
