package org.yiwang.workflow.commitment.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Running clocks of what is still to be checked. */
@ApplicationScoped
public class OpenVerifications {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一行. */
    public record Row(String caseNo, String itemName, String applicant, LocalDate dueOn, boolean rectifying) {}

    /** Of these services, the earliest first. */
    public List<Row> of(Collection<String> items, int skip, int limit) {
        List<?> found = em.createNativeQuery(
                        """
                        SELECT f.case_no, f.item_name, f.applicant_masked, c.due_on, c.ref
                          FROM case_clock c JOIN case_file f ON f.id = c.case_id
                         WHERE c.kind = 'VERIFY' AND c.state IN ('RUNNING', 'PAUSED')
                           AND f.item_code = ANY (CAST(?1 AS text[]))
                         ORDER BY c.due_on, c.case_id OFFSET ?2 LIMIT ?3
                        """)
                .setParameter(1, "{" + String.join(",", items) + "}")
                .setParameter(2, skip)
                .setParameter(3, limit)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        ((Date) row[3]).toLocalDate(),
                        "rectify".equals(row[4])))
                .toList();
    }
}
