package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.workflow.casefile.CaseNo;

/** Wrong query codes per case, in machine time, on every node the same. */
@ApplicationScoped
public class Attempts {

    private static final int ALLOWED = 5;
    private static final Duration LOCKED_FOR = Duration.ofHours(1);

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    @MachineTime
    Clock clock;

    /**
     * Counts an attempt before it is judged, so that many at once are no more than five; false while the case is locked.
     */
    public boolean count(CaseNo no) {
        Timestamp now = Timestamp.from(clock.instant());
        return em.createNativeQuery(
                                """
                                INSERT INTO progress_attempt AS a (case_no, failures) VALUES (?1, 1)
                                ON CONFLICT (case_no) DO UPDATE SET
                                  failures = CASE WHEN a.failures + 1 >= ?2 THEN 0 ELSE a.failures + 1 END,
                                  locked_until = CASE WHEN a.failures + 1 >= ?2 THEN CAST(?3 AS timestamptz) END
                                WHERE a.locked_until IS NULL OR a.locked_until <= ?4
                                """)
                        .setParameter(1, no.value())
                        .setParameter(2, ALLOWED)
                        .setParameter(3, Timestamp.from(clock.instant().plus(LOCKED_FOR)))
                        .setParameter(4, now)
                        .executeUpdate()
                == 1;
    }

    public void succeeded(CaseNo no) {
        em.createNativeQuery("DELETE FROM progress_attempt WHERE case_no = ?1")
                .setParameter(1, no.value())
                .executeUpdate();
    }
}
