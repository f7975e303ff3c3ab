package org.yiwang.workflow.delivery.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** 出件清单: read by the indexes of the work list and of the parcels, a page at a time. */
@ApplicationScoped
public class HandOverLists {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一行. */
    public record Row(
            long id,
            String caseNo,
            String itemName,
            String applicantMasked,
            String step,
            LocalDate dueOn,
            LocalDate yellowOn,
            LocalDate redOn,
            int turn) {}

    /** What lies before these posts, of one step or of all; after the line at {@code turn}, {@code dueOn} and {@code id}. */
    public List<Row> waiting(
            List<String> queues, String step, int afterTurn, LocalDate afterDue, long afterId, int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT id, case_no, item_name, applicant_masked, step_key, due_on, yellow_on, red_on, turn
                          FROM work_item
                         WHERE queue = ANY (CAST(?1 AS text[])) AND NOT suspended AND task_id = ''
                           AND (?2 = '' AND step_key IN ('certify', 'post', 'handout', 'serve') OR step_key = ?2)
                           AND (turn, due_on, id) > (CAST(?6 AS smallint), ?3, ?4)
                         ORDER BY turn, due_on, id LIMIT ?5
                        """)
                .setParameter(1, "{" + String.join(",", queues) + "}")
                .setParameter(2, step)
                .setParameter(3, Date.valueOf(afterDue))
                .setParameter(4, afterId)
                .setParameter(5, max)
                .setParameter(6, afterTurn)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Row(
                        ((Number) r[0]).longValue(),
                        (String) r[1],
                        (String) r[2],
                        (String) r[3],
                        (String) r[4],
                        ((Date) r[5]).toLocalDate(),
                        ((Date) r[6]).toLocalDate(),
                        ((Date) r[7]).toLocalDate(),
                        ((Number) r[8]).intValue()))
                .toList();
    }

    /** 在途: parcels under way, the oldest first. */
    public record Mail(String caseNo, String itemName, String applicantMasked, String trackingNo, Instant orderedAt) {}

    public List<Mail> underWay(int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT p.case_no, c.item_name, c.applicant_masked, p.tracking_no, p.ordered_at
                          FROM parcel p JOIN case_file c ON c.id = p.case_id
                         WHERE p.state IN ('NEW', 'SENT') ORDER BY p.ordered_at, p.id LIMIT ?1
                        """)
                .setParameter(1, max)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Mail(
                        (String) r[0], (String) r[1], (String) r[2], (String) r[3], ((Timestamp) r[4]).toInstant()))
                .toList();
    }
}
