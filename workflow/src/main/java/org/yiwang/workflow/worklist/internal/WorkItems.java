package org.yiwang.workflow.worklist.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Post;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.worklist.Cursor;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;
import org.yiwang.workflow.worklist.WorkQueue;

/** Reads the inbox: the first rows of each queue by its own index, merged; so it costs the same at any backlog. */
@ApplicationScoped
public class WorkItems {

    private static final String COLUMNS =
            "w.public_id, w.case_no, w.item_code, w.item_name, w.applicant_masked, w.step_key, w.step_name, w.queue, "
                    + "w.due_on, w.yellow_on, w.red_on, w.assignee, w.version, w.part, w.turn";
    /** Urgent first, then soonest due, then the older case; the index has the same order. */
    private static final String ORDER = " ORDER BY w.turn, w.due_on, w.case_no, w.public_id LIMIT ";

    /** The same order; a UUID compares here as its text does, which is how the database has it. */
    private static final Comparator<Row> INBOX = Comparator.comparing(Row::turn)
            .thenComparing(Row::dueOn)
            .thenComparing(Row::caseNo)
            .thenComparing(row -> row.publicId().toString());

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** One row as it lies in the table. */
    public record Row(
            UUID publicId,
            String caseNo,
            String itemCode,
            String itemName,
            String applicant,
            String stepKey,
            String stepName,
            String queue,
            LocalDate dueOn,
            LocalDate yellowOn,
            LocalDate redOn,
            Long assignee,
            long version,
            WorkPart part,
            int turn) {

        static Row of(Object row) {
            Object[] r = (Object[]) row;
            return new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    (String) r[4],
                    (String) r[5],
                    (String) r[6],
                    (String) r[7],
                    ((Date) r[8]).toLocalDate(),
                    ((Date) r[9]).toLocalDate(),
                    ((Date) r[10]).toLocalDate(),
                    r[11] == null ? null : ((Number) r[11]).longValue(),
                    ((Number) r[12]).longValue(),
                    WorkPart.valueOf((String) r[13]),
                    ((Number) r[14]).intValue());
        }

        public WorkQueue.Line line(long officer, LocalDate today, boolean paused) {
            return new WorkQueue.Line(
                    publicId,
                    caseNo,
                    itemCode,
                    itemName,
                    applicant,
                    stepKey,
                    stepName,
                    queue,
                    dueOn,
                    new Lights(dueOn, yellowOn, redOn, paused).on(today),
                    assignee,
                    assignee != null && assignee == officer,
                    part,
                    turn == WorkItem.URGENT,
                    version);
        }

        public String cursor() {
            return new Turn(turn, new Cursor(dueOn, caseNo, publicId)).toString();
        }
    }

    /**
     * 应当回避: what keeps an officer from some cases; asked before his list is read, so that everybody else's costs nothing.
     *
     * @param parties the parties he is or is tied to, or whose legal representative is; empty if there are none
     * @param hashes lookup hashes of those he is tied to, for the people named in a form; empty if there are none
     * @param ordered has he declared, or was he told, to keep out of some case?
     */
    public record Avoided(String parties, String hashes, boolean ordered, long officer) {}

    public Avoided avoided(long officer) {
        Object[] row = (Object[]) em.createNativeQuery(
                        """
                        SELECT (SELECT string_agg(DISTINCT CAST(p.id AS text), ',') FROM officer_tie t
                                  JOIN party p ON p.number_hash = t.number_hash OR p.representative_hash = t.number_hash
                                 WHERE t.officer_id = ?1 AND t.ended_at IS NULL),
                               (SELECT string_agg(t.number_hash, ',') FROM officer_tie t
                                 WHERE t.officer_id = ?1 AND t.ended_at IS NULL),
                               EXISTS (SELECT 1 FROM case_record r WHERE r.kind = 'AVOIDANCE' AND r.outcome = 'AVOIDS'
                                          AND r.step_key = 'officer:' || ?1)
                        """)
                .setParameter(1, officer)
                .getSingleResult();
        return new Avoided(
                row[0] == null ? "" : (String) row[0],
                row[1] == null ? "" : (String) row[1],
                (Boolean) row[2],
                officer);
    }

    /** For whom he stands in on that day. */
    @SuppressWarnings("unchecked")
    public List<Long> standsInFor(long deputy, LocalDate today) {
        return ((List<Object>) em.createNativeQuery(
                                """
                                SELECT DISTINCT officer_id FROM absence WHERE deputy_id = ?1 AND cancelled_at IS NULL
                                   AND from_on <= ?2 AND to_on >= ?2
                                """)
                        .setParameter(1, deputy)
                        .setParameter(2, Date.valueOf(today))
                        .getResultList())
                .stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** What these officers have claimed; each by the index of his own. */
    public List<Row> of(
            List<Long> officers, Avoided avoided, WorkQueue.Filter filter, LocalDate today, Turn after, int limit) {
        Where where = new Where("w.assignee = ?1 AND NOT w.suspended");
        where.narrow(filter, after, avoided);
        return merged(officers, where, avoided, filter, today, after, limit);
    }

    public List<Row> ofPosts(
            List<Post> posts,
            WorkQueue.Queue queue,
            Avoided avoided,
            WorkQueue.Filter filter,
            LocalDate today,
            Turn after,
            int limit) {
        Where where = new Where("w.queue = ?1 AND "
                + switch (queue) {
                    case PAUSED -> "w.suspended";
                    case ASKED -> "NOT w.suspended AND w.part IN ('ASKED', 'ASKED_FIRST')";
                    default -> "NOT w.suspended";
                });
        where.narrow(filter, after, avoided);
        return merged(posts.stream().map(Post::toString).toList(), where, avoided, filter, today, after, limit);
    }

    /**
     * The first rows of each queue by its own index: an officer holds a handful of posts, and one IN over all of them would
     * make the database sort the whole backlog.
     */
    private List<Row> merged(
            List<?> whose,
            Where where,
            Avoided avoided,
            WorkQueue.Filter filter,
            LocalDate today,
            Turn after,
            int limit) {
        String sql = "SELECT " + COLUMNS + " FROM work_item w WHERE " + where + ORDER + limit;
        List<Row> merged = new ArrayList<>();
        for (Object one : whose) {
            merged.addAll(rows(sql, one, avoided, filter, today, after));
        }
        merged.sort(INBOX);
        return merged.size() > limit ? merged.subList(0, limit) : merged;
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(
            String sql, Object whose, Avoided avoided, WorkQueue.Filter filter, LocalDate today, Turn after) {
        Query query = em.createNativeQuery(sql).setParameter(1, whose);
        if (filter.itemCode() != null) {
            query.setParameter(2, filter.itemCode());
        }
        if (filter.light() == TrafficLight.RED
                || filter.light() == TrafficLight.YELLOW
                || filter.light() == TrafficLight.GREEN) {
            query.setParameter(3, Date.valueOf(today));
        }
        if (filter.text() != null) {
            query.setParameter(4, "%" + filter.text().replaceAll("[%_\\\\]", "") + "%");
        }
        if (after != null) {
            query.setParameter(5, Date.valueOf(after.at().dueOn()))
                    .setParameter(6, after.at().caseNo())
                    .setParameter(7, after.at().id().toString())
                    .setParameter(11, after.turn());
        }
        if (avoided.ordered()) {
            query.setParameter(8, "officer:" + avoided.officer());
        }
        if (!avoided.parties().isEmpty()) {
            query.setParameter(9, "{" + avoided.parties() + "}");
        }
        if (!avoided.hashes().isEmpty()) {
            query.setParameter(10, "{" + avoided.hashes() + "}");
        }
        return ((List<Object>) query.getResultList()).stream().map(Row::of).toList();
    }

    /** The conditions of a list; parameters have fixed places, so that nothing typed becomes SQL. */
    private static final class Where {

        private final StringBuilder sql;

        Where(String first) {
            sql = new StringBuilder(first);
        }

        void narrow(WorkQueue.Filter filter, Turn after, Avoided avoided) {
            if (filter.itemCode() != null) {
                sql.append(" AND w.item_code = ?2");
            }
            if (filter.light() != null) {
                switch (filter.light()) {
                    case RED -> sql.append(" AND w.red_on <= ?3");
                    case YELLOW -> sql.append(" AND w.yellow_on <= ?3 AND w.red_on > ?3");
                    case GREEN -> sql.append(" AND w.yellow_on > ?3");
                    // Paused and ended work is in no inbox.
                    default -> sql.append(" AND FALSE");
                }
            }
            if (filter.text() != null) {
                sql.append(" AND (w.case_no LIKE ?4 OR w.item_name LIKE ?4 OR w.applicant_masked LIKE ?4)");
            }
            if (after != null) {
                sql.append(
                        " AND (w.turn, w.due_on, w.case_no, w.public_id) > (CAST(?11 AS smallint), ?5, ?6, CAST(?7 AS uuid))");
            }
            if (avoided.ordered()) {
                sql.append(" AND NOT EXISTS (SELECT 1 FROM case_record r WHERE r.case_id = w.case_id"
                        + " AND r.kind = 'AVOIDANCE' AND r.outcome = 'AVOIDS' AND r.step_key = ?8)");
            }
            if (!avoided.parties().isEmpty()) {
                sql.append(" AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = w.case_id AND (c.applicant_id = ANY"
                        + " (CAST(?9 AS bigint[])) OR c.operator_id = ANY (CAST(?9 AS bigint[]))"
                        + " OR c.co_applicant_id = ANY (CAST(?9 AS bigint[]))))");
            }
            if (!avoided.hashes().isEmpty()) {
                sql.append(" AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.id = w.case_id"
                        + " AND string_to_array(c.involved, ' ') && CAST(?10 AS text[]))");
            }
        }

        @Override
        public String toString() {
            return sql.toString();
        }
    }
}
