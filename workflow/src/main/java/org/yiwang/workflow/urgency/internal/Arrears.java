package org.yiwang.workflow.urgency.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** 逾期未补: whether somebody still owes papers of an earlier urgent case. */
@ApplicationScoped
public class Arrears {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    public boolean owes(long applicant, Instant now) {
        return !em.createNativeQuery(
                        """
                        SELECT 1 FROM case_file f JOIN case_clock c ON c.case_id = f.id
                         WHERE f.applicant_id = ?1 AND c.kind = 'LATER' AND c.state = 'RUNNING' AND c.due_at <= ?2
                         LIMIT 1
                        """)
                .setParameter(1, applicant)
                .setParameter(2, Timestamp.from(now))
                .getResultList()
                .isEmpty();
    }
}
