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

    /** 已登记的一份: who had it printed, where and when. */
    public record Printed(String device, String actor, Instant at) {}

    /** Copies that count; what was given back does not. */
    public int copies(UUID document) {
        return number(
                """
                SELECT (SELECT count(*) FROM print_copy WHERE document_id = CAST(?1 AS uuid))
                     - (SELECT count(*) FROM print_given_back WHERE document_id = CAST(?1 AS uuid))
                """,
                document);
    }

    /** Lines in the log, what was given back among them. */
    public int lines(UUID document) {
        return number("SELECT count(*) FROM print_copy WHERE document_id = CAST(?1 AS uuid)", document);
    }

    private int number(String sql, UUID document) {
        return ((Number) em.createNativeQuery(sql)
                        .setParameter(1, document.toString())
                        .getSingleResult())
                .intValue();
    }

    public boolean givenBack(UUID document) {
        return number("SELECT count(*) FROM print_given_back WHERE document_id = CAST(?1 AS uuid)", document) > 0;
    }

    /** What that press of the button has made. */
    public Optional<Printed> printed(UUID document, UUID press) {
        List<?> found = em.createNativeQuery(
                        """
                        SELECT device, actor, extract(epoch FROM at) * 1000 FROM print_copy
                         WHERE document_id = CAST(?1 AS uuid) AND press = CAST(?2 AS uuid)
                        """)
                .setParameter(1, document.toString())
                .setParameter(2, press.toString())
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Printed(
                        (String) row[0], (String) row[1], Instant.ofEpochMilli(((Number) row[2]).longValue())));
    }

    /** Takes the copy of that press out of the count. */
    public void giveBack(UUID document, UUID press, Actor device, Actor person, Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO print_given_back (document_id, press, device, actor, at)
                        VALUES (CAST(?1 AS uuid), CAST(?2 AS uuid), ?3, ?4, ?5)
                        """)
                .setParameter(1, document.toString())
                .setParameter(2, press.toString())
                .setParameter(3, device.key())
                .setParameter(4, person.key())
                .setParameter(5, Timestamp.from(at))
                .executeUpdate();
    }

    /** Which of the copies that count this press of the button has made already. */
    public Optional<Integer> copyOf(UUID document, UUID press) {
        List<?> found = em.createNativeQuery(
                        """
                        SELECT p.copy - (SELECT count(*) FROM print_given_back g JOIN print_copy b ON b.press = g.press
                                          WHERE b.document_id = p.document_id AND b.copy < p.copy)
                          FROM print_copy p
                         WHERE p.document_id = CAST(?1 AS uuid) AND p.press = CAST(?2 AS uuid)
                        """)
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
