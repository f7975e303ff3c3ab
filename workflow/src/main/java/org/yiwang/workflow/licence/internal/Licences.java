package org.yiwang.workflow.licence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 证照登记: licences as the register of documents and the clocks of their cases know them. */
@ApplicationScoped
public class Licences {

    private static final String FOUND =
            """
            SELECT c.id, c.case_no, c.item_code, c.item_name, d.number, k.due_on, CAST(k.started_at AT TIME ZONE 'Asia/Shanghai' AS date),
                   (SELECT r.deemed_on FROM licence_renewal r WHERE r.licence_case_id = c.id AND r.deemed_on IS NOT NULL
                     ORDER BY r.deemed_on DESC LIMIT 1),
                   EXISTS (SELECT 1 FROM licence_renewal r JOIN case_file n ON n.id = r.case_id
                            WHERE r.licence_case_id = c.id AND n.decision = 'GRANT'),
                   EXISTS (SELECT 1 FROM licence_renewal r JOIN case_file n ON n.id = r.case_id
                            WHERE r.licence_case_id = c.id AND n.completed_at IS NULL AND n.decision IS NULL),
                   CASE WHEN d.revoked_at IS NOT NULL THEN d.revoked_reason END,
                   c.item_version_id,
                   (SELECT x.new_number FROM licence_change x WHERE x.licence_case_id = c.id AND x.new_number IS NOT NULL
                     LIMIT 1),
                   EXISTS (SELECT 1 FROM licence_change x JOIN case_file n ON n.id = x.case_id
                            WHERE x.licence_case_id = c.id AND x.new_number IS NULL
                              AND (n.decision = 'GRANT' OR n.completed_at IS NULL AND n.decision IS NULL))
              FROM case_file c
              JOIN official_document d ON d.case_no = c.case_no AND d.kind = 'RESULT' AND d.state = 'REGISTERED'
              JOIN case_clock k ON k.case_id = c.id AND k.kind = 'LICENCE_EXPIRY'
               AND (k.state = 'RUNNING' OR d.revoked_at IS NOT NULL
                 OR EXISTS (SELECT 1 FROM licence_change x WHERE x.licence_case_id = c.id AND x.new_number IS NOT NULL))
             WHERE
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /**
     * 证照行.
     *
     * @param deemedOn since when silence has prolonged it, or null
     * @param renewed another one has taken its place
     * @param asked its renewal has been asked for and is not decided
     * @param itemVersionId under which it was given
     * @param changedTo number of the one that has taken its place after a change, or null
     * @param changeAsked its change has been asked for, and there is no changed one yet
     * @param ended 已撤销、撤回、注销: why it is good no longer, or null
     */
    public record Row(
            long caseId,
            String caseNo,
            String itemCode,
            String itemName,
            String number,
            LocalDate validTo,
            LocalDate issuedOn,
            LocalDate deemedOn,
            boolean renewed,
            boolean asked,
            String ended,
            long itemVersionId,
            String changedTo,
            boolean changeAsked) {}

    /** 视同延续的证照. */
    public record Deemed(String number, LocalDate validTo) {}

    /** 申请变更的证照. */
    public record Changing(String number, LocalDate validTo) {}

    /** 被替换的证照: the case that gave it, and its document. */
    public record Replaced(String caseNo, UUID document) {}

    /** The licence of that number, if this party holds it. */
    public Optional<Row> held(long holder, String number) {
        return rows(FOUND + " c.applicant_id = ?1 AND d.number = ?2", holder, number).stream()
                .findFirst();
    }

    /** All that this party holds, those that end first before the others. */
    public List<Row> of(long holder) {
        return rows(FOUND + " c.applicant_id = ?1 ORDER BY k.due_on, c.id", holder);
    }

    /** The one that this case gave. */
    public Optional<Row> ofCase(String caseNo) {
        return rows(FOUND + " c.case_no = ?1", caseNo).stream().findFirst();
    }

    private List<Row> rows(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        List<?> found = query.getResultList();
        return found.stream().map(Object[].class::cast).map(Licences::row).toList();
    }

    private static Row row(Object[] r) {
        return new Row(
                ((Number) r[0]).longValue(),
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                day(r[5]),
                day(r[6]),
                day(r[7]),
                (Boolean) r[8],
                (Boolean) r[9],
                (String) r[10],
                ((Number) r[11]).longValue(),
                (String) r[12],
                (Boolean) r[13]);
    }

    private static LocalDate day(Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }

    /** An application that is to prolong a licence. */
    public void asked(long caseId, Row licence, boolean inTime) {
        em.createNativeQuery("INSERT INTO licence_renewal (case_id, licence_case_id, licence_number, valid_to, in_time)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, caseId)
                .setParameter(2, licence.caseId())
                .setParameter(3, licence.number())
                .setParameter(4, Date.valueOf(licence.validTo()))
                .setParameter(5, inTime)
                .executeUpdate();
    }

    /** 视同延续: kept once; answers the licence's number and last day, empty where it was not asked for in time. */
    public Optional<Deemed> deem(long caseId, LocalDate on) {
        List<?> found = em.createNativeQuery("UPDATE licence_renewal SET deemed_on = ?2"
                        + " WHERE case_id = ?1 AND in_time AND deemed_on IS NULL RETURNING licence_number, valid_to")
                .setParameter(1, caseId)
                .setParameter(2, Date.valueOf(on))
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Deemed((String) row[0], day(row[1])))
                .findFirst();
    }

    /** An application that is to change a licence. */
    public void changeAsked(long caseId, Row licence) {
        em.createNativeQuery("INSERT INTO licence_change (case_id, licence_case_id, licence_number, valid_to)"
                        + " VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, caseId)
                .setParameter(2, licence.caseId())
                .setParameter(3, licence.number())
                .setParameter(4, Date.valueOf(licence.validTo()))
                .executeUpdate();
    }

    /** The licence that this case is to change; after a renewal of it the one that took its place. */
    public Optional<Row> toChange(long caseId) {
        Optional<Row> named = rows(
                        FOUND + " c.id = (SELECT x.licence_case_id FROM licence_change x WHERE x.case_id = ?1)", caseId)
                .stream()
                .findFirst();
        if (named.filter(Row::renewed).isEmpty()) {
            return named;
        }
        return rows(
                        FOUND
                                + """
                                  c.decision = 'GRANT' AND c.id IN (SELECT r.case_id FROM licence_renewal r
                                   WHERE r.licence_case_id = (SELECT x.licence_case_id FROM licence_change x WHERE x.case_id = ?1))
                                """,
                        caseId)
                .stream()
                .findFirst();
    }

    /** 变更的是换发后的证照: what was renewed meanwhile is changed in its new form. */
    public void changes(long caseId, Row licence) {
        em.createNativeQuery(
                        "UPDATE licence_change SET licence_case_id = ?2, licence_number = ?3, valid_to = ?4 WHERE case_id = ?1")
                .setParameter(1, caseId)
                .setParameter(2, licence.caseId())
                .setParameter(3, licence.number())
                .setParameter(4, Date.valueOf(licence.validTo()))
                .executeUpdate();
    }

    /** 原证照, as it is kept with the application for its change. */
    public Optional<Changing> changing(long caseId) {
        List<?> found = em.createNativeQuery("SELECT licence_number, valid_to FROM licence_change WHERE case_id = ?1")
                .setParameter(1, caseId)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Changing((String) row[0], day(row[1])))
                .findFirst();
    }

    /** The changed licence is in the register: kept once; answers the case that gave the old one and its document. */
    public Optional<Replaced> changed(String caseNo, String number) {
        List<?> found = em.createNativeQuery(
                        """
                        UPDATE licence_change x SET new_number = ?2 FROM case_file n, case_file o, official_document d
                         WHERE n.case_no = ?1 AND x.case_id = n.id AND x.new_number IS NULL AND o.id = x.licence_case_id
                           AND d.case_no = o.case_no AND d.kind = 'RESULT' AND d.state = 'REGISTERED'
                        RETURNING o.case_no, CAST(d.id AS text)
                        """)
                .setParameter(1, caseNo)
                .setParameter(2, number)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Replaced((String) row[0], UUID.fromString((String) row[1])))
                .findFirst();
    }
}
