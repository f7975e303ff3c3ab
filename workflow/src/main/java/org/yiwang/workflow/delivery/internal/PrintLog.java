package org.yiwang.workflow.delivery.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;

/** The log of paper copies; called within the caller's transaction. */
@ApplicationScoped
public class PrintLog {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** Until the end of the transaction nobody else counts copies of this document. */
    public void lock(UUID document) {
        em.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(?1, 7))) held")
                .setParameter(1, document.toString())
                .getSingleResult();
    }

    public int copies(UUID document) {
        return ((Number) em.createNativeQuery("SELECT count(*) FROM print_copy WHERE document_id = CAST(?1 AS uuid)")
                        .setParameter(1, document.toString())
                        .getSingleResult())
                .intValue();
    }

    /** The copy that this press of the button has made already. */
    public Optional<Integer> copyOf(UUID document, UUID press) {
        List<?> found = em.createNativeQuery(
                        "SELECT copy FROM print_copy WHERE document_id = CAST(?1 AS uuid) AND press = CAST(?2 AS uuid)")
                .setParameter(1, document.toString())
                .setParameter(2, press.toString())
                .getResultList();
        return found.isEmpty() ? Optional.empty() : Optional.of(((Number) found.get(0)).intValue());
    }

    public void add(UUID document, int copy, UUID press, String caseNo, Actor device, Actor person, Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO print_copy (document_id, copy, press, case_no, device, device_name, actor, at)
                        VALUES (CAST(?1 AS uuid), ?2, CAST(?3 AS uuid), ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, document.toString())
                .setParameter(2, copy)
                .setParameter(3, press.toString())
                .setParameter(4, caseNo)
                .setParameter(5, device.key())
                .setParameter(6, device.name())
                .setParameter(7, person.key())
                .setParameter(8, Timestamp.from(at))
                .executeUpdate();
    }
}
