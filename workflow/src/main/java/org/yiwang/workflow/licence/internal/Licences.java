package org.yiwang.workflow.licence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
                   CASE WHEN d.revoked_at IS NOT NULL THEN d.revoked_reason END
              FROM case_file c
              JOIN official_document d ON d.case_no = c.case_no AND d.kind = 'RESULT' AND d.state = 'REGISTERED'
              JOIN case_clock k ON k.case_id = c.id AND k.kind = 'LICENCE_EXPIRY'
               AND (k.state = 'RUNNING' OR d.revoked_at IS NOT NULL)
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
            String ended) {}

    /** 视同延续的证照. */
    public record Deemed(String number, LocalDate validTo) {}

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
                (String) r[10]);
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
}
