package org.yiwang.workflow.casefile.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.workflow.casefile.CaseEvent;
import org.yiwang.workflow.casefile.CaseFile;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * Where cases are kept. Read by JPA; written, with all that belongs to them, in one statement. Each column of these tables
 * is a field of its class: what is written is the whole row.
 */
@ApplicationScoped
public class CaseFiles {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 案卷内容: all rows that belong to a case. */
    public record Contents(
            List<CaseClock> clocks,
            List<CaseEvent> events,
            List<CaseRecord> records,
            List<WorkItem> work,
            List<DocumentRow> documents,
            Integer rating,
            List<Tie> ties,
            List<Deputyship> deputies) {}

    /** 应当回避: an officer who is, or is tied to, somebody whose case it is. */
    public record Tie(long officerId, String kind) {}

    /** 代理: who stands in today for an officer who has work here. */
    public record Deputyship(UUID id, long officerId, long deputyId) {}

    /** A document of the case as the register knows it. */
    public record DocumentRow(
            UUID id, String kind, String title, String number, String state, Instant orderedAt, UUID addressee) {}

    /**
     * Locks the row until the end of the transaction: every use case does this first. What becomes of it is written by
     * {@link #write} alone, not whenever JPA sees a reason to.
     */
    public Optional<CaseFile> lock(CaseNo no) {
        Optional<CaseFile> file = em.createQuery("select c from CaseFile c where c.caseNo = :no", CaseFile.class)
                .setParameter("no", no.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
        file.ifPresent(em::detach);
        return file;
    }

    /** Reads without locking. */
    public Optional<CaseFile> find(CaseNo no) {
        return em.createQuery("select c from CaseFile c where c.caseNo = :no", CaseFile.class)
                .setParameter("no", no.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<CaseFile> find(long id) {
        return Optional.ofNullable(em.find(CaseFile.class, id));
    }

    public long nextCaseId() {
        return Sequences.CASE_FILE.next(em);
    }

    public long nextSerial() {
        return Sequences.CASE_NO.next(em);
    }

    public long nextWorkItemId() {
        return Sequences.WORK_ITEM.next(em);
    }

    /** One statement for everything. Call it after the lock: a statement begun before would see an older state. */
    public Contents contents(CaseFile file, LocalDate today) {
        Object[] row = (Object[]) em.createNativeQuery(
                        """
                        SELECT
                          (SELECT CAST(json_agg(x ORDER BY x.id) AS text) FROM case_clock x WHERE x.case_id = ?1),
                          (SELECT CAST(json_agg(x ORDER BY x.seq) AS text) FROM case_event x WHERE x.case_id = ?1),
                          (SELECT CAST(json_agg(x ORDER BY x.opened_at, x.id) AS text) FROM case_record x WHERE x.case_id = ?1),
                          (SELECT CAST(json_agg(x ORDER BY x.id) AS text) FROM work_item x WHERE x.case_id = ?1),
                          (SELECT CAST(json_agg(x) AS text) FROM
                             (SELECT id, kind, title, number, state, ordered_at, addressee FROM official_document
                               WHERE case_no = ?2 ORDER BY ordered_at, id) x),
                          (SELECT level FROM rating WHERE case_id = ?1 AND source = 'ACTIVE'),
                          (SELECT CAST(json_agg(x) AS text) FROM
                             (SELECT DISTINCT t.officer_id, t.kind FROM officer_tie t
                               WHERE t.ended_at IS NULL AND t.number_hash IN
                                 (SELECT p.number_hash FROM party p WHERE p.id IN (?3, ?4, ?7)
                                  UNION SELECT p.representative_hash FROM party p WHERE p.id IN (?3, ?4, ?7)
                                  UNION SELECT CAST(named AS char(64)) FROM unnest(string_to_array(?6, ' ')) named)) x),
                          (SELECT CAST(json_agg(x) AS text) FROM
                             (SELECT a.id, a.officer_id, a.deputy_id FROM absence a
                               WHERE a.cancelled_at IS NULL AND a.from_on <= ?5 AND a.to_on >= ?5
                                 AND a.officer_id IN (SELECT w.assignee FROM work_item w WHERE w.case_id = ?1)) x)
                        """)
                .setParameter(1, file.id())
                .setParameter(2, file.caseNo().value())
                .setParameter(3, file.applicantId())
                .setParameter(4, file.operatorId())
                .setParameter(5, Date.valueOf(today))
                .setParameter(6, file.involved())
                // Nobody has the number 0.
                .setParameter(7, file.coApplicantId() == null ? 0L : file.coApplicantId())
                .getSingleResult();
        return new Contents(
                Rows.read((String) row[0], CaseClock.class),
                Rows.read((String) row[1], CaseEvent.class),
                Rows.read((String) row[2], CaseRecord.class),
                Rows.read((String) row[3], WorkItem.class),
                Rows.read((String) row[4], DocumentRow.class),
                row[5] == null ? null : ((Number) row[5]).intValue(),
                Rows.read((String) row[6], Tie.class),
                Rows.read((String) row[7], Deputyship.class));
    }

    /** 案卷变动: the rows of one action. */
    public record Changes(
            CaseFile file,
            List<CaseEvent> events,
            List<CaseClock> clocks,
            List<CaseRecord> records,
            List<WorkItem> work,
            List<Long> closedWork) {}

    /** Writes all of it in one statement. */
    public void write(Changes changes) {
        em.createNativeQuery("WITH closed AS (DELETE FROM work_item WHERE id = ANY (CAST(?5 AS bigint[]))), "
                        + upsert("case_file", 6) + ", " + upsert("case_clock", 2) + ", " + upsert("case_record", 3)
                        + ", " + upsert("work_item", 4)
                        + " INSERT INTO case_event SELECT * FROM "
                        + "json_populate_recordset(CAST(NULL AS case_event), CAST(?1 AS json))")
                .setParameter(1, Rows.write(changes.events()))
                .setParameter(2, Rows.write(changes.clocks()))
                .setParameter(3, Rows.write(changes.records()))
                .setParameter(4, Rows.write(changes.work()))
                .setParameter(
                        5,
                        "{"
                                + String.join(
                                        ",",
                                        changes.closedWork().stream()
                                                .map(String::valueOf)
                                                .toList()) + "}")
                .setParameter(6, Rows.write(List.of(changes.file())))
                .executeUpdate();
    }

    /** Open cases of the same applicant for the same service, other than this one. */
    @SuppressWarnings("unchecked")
    public List<String> openDuplicates(long applicantId, String itemCode, String exceptCaseNo) {
        return em.createNativeQuery(
                        """
                        SELECT case_no FROM case_file
                         WHERE applicant_id = ?1 AND item_code = ?2 AND case_no <> ?3
                           AND completed_at IS NULL
                         ORDER BY id DESC LIMIT 5
                        """)
                .setParameter(1, applicantId)
                .setParameter(2, itemCode)
                .setParameter(3, exceptCaseNo)
                .getResultList();
    }

    /** Once a request, however many parts of the case it reads. */
    public void logAccess(Instant at, String actor, long caseId, String ground, String traceId) {
        em.createNativeQuery(
                        """
                        INSERT INTO access_log (at, actor, case_id, ground, trace_id)
                        SELECT CAST(?1 AS timestamptz), ?2, CAST(?3 AS bigint), ?4, ?5
                         WHERE NOT EXISTS (SELECT 1 FROM access_log
                                            WHERE case_id = CAST(?3 AS bigint) AND actor = ?2 AND trace_id = ?5)
                        """)
                .setParameter(1, java.sql.Timestamp.from(at))
                .setParameter(2, actor)
                .setParameter(3, caseId)
                .setParameter(4, ground)
                .setParameter(5, traceId)
                .executeUpdate();
    }

    private String upsert(String table, int parameter) {
        return "saved_" + table + " AS (INSERT INTO " + table + " SELECT * FROM json_populate_recordset(CAST(NULL AS "
                + table + "), CAST(?" + parameter + " AS json)) ON CONFLICT (id) DO UPDATE SET "
                + Columns.assignments(em, table) + ")";
    }
}
