package org.yiwang.workflow.supervision.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.workflow.worklist.Cursor;

/** Late work items by the indexes {@code work_item_late}, {@code work_item_late_of} and {@code work_item_mine}. */
@ApplicationScoped
public class LateItems {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一项. */
    public record Row(Cursor cursor, String itemName, String stepName, String department, Long assignee) {}

    public List<Row> late(LocalDate today, String department, Long officer, Cursor after, int limit) {
        Query query = em.createNativeQuery(
                        """
                        SELECT due_on, case_no, CAST(public_id AS text), item_name, step_name, split_part(queue, '/', 1),
                               assignee
                          FROM work_item
                         WHERE NOT suspended AND due_on < ?1
                           AND (due_on, case_no, public_id) > (?2, ?3, CAST(?4 AS uuid))
                        """
                                + (department == null ? "" : " AND split_part(queue, '/', 1) = ?6")
                                + (officer == null ? "" : " AND assignee = ?7")
                                + " ORDER BY due_on, case_no, public_id LIMIT ?5")
                .setParameter(1, Date.valueOf(today))
                .setParameter(2, Date.valueOf(after == null ? LocalDate.EPOCH : after.dueOn()))
                .setParameter(3, after == null ? "" : after.caseNo())
                .setParameter(4, (after == null ? new UUID(0, 0) : after.id()).toString())
                .setParameter(5, limit);
        if (department != null) {
            query.setParameter(6, department);
        }
        if (officer != null) {
            query.setParameter(7, officer);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Row(
                        new Cursor(((Date) r[0]).toLocalDate(), (String) r[1], UUID.fromString((String) r[2])),
                        (String) r[3],
                        (String) r[4],
                        (String) r[5],
                        r[6] == null ? null : ((Number) r[6]).longValue()))
                .toList();
    }
}
