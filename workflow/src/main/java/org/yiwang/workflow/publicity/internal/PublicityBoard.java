package org.yiwang.workflow.publicity.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 公示栏: the rows strangers may read; until when is asked of the clock of the case. */
@ApplicationScoped
public class PublicityBoard {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            """
            SELECT CAST(p.id AS text), p.seq, p.case_id, p.item_code, p.item_name, p.organisation, p.applicant_masked,
                   p.shown, p.begins_on, c.due_on
              FROM publicity p
            """;
    private static final String RUNNING =
            " c.case_id = p.case_id AND c.kind = 'PUBLICITY' AND c.state = 'RUNNING' AND NOT p.over ";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 一项内容: a question and its answer. */
    public record Line(String label, String value) {}

    /**
     * 一份公示.
     *
     * @param endsOn its last day; null when it is over
     */
    public record Row(
            UUID id,
            long seq,
            long caseId,
            String itemCode,
            String itemName,
            String organisation,
            String applicantMasked,
            List<Line> shown,
            LocalDate beginsOn,
            LocalDate endsOn) {}

    /** Puts it up. */
    public void add(Row row) {
        em.createNativeQuery(
                        """
                        INSERT INTO publicity (id, case_id, item_code, item_name, organisation, applicant_masked, shown,
                                               begins_on)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, row.id().toString())
                .setParameter(2, row.caseId())
                .setParameter(3, row.itemCode())
                .setParameter(4, row.itemName())
                .setParameter(5, row.organisation())
                .setParameter(6, row.applicantMasked())
                .setParameter(7, write(row.shown()))
                .setParameter(8, Date.valueOf(row.beginsOn()))
                .executeUpdate();
    }

    /** What is up now, the newest first. */
    public List<Row> open(Long before, int max) {
        List<?> rows = em.createNativeQuery(
                        COLUMNS + " JOIN case_clock c ON " + RUNNING + " WHERE p.seq < ?1 ORDER BY p.seq DESC LIMIT ?2")
                .setParameter(1, before == null ? Long.MAX_VALUE : before)
                .setParameter(2, max)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(PublicityBoard::row).toList();
    }

    /** One, over or not. */
    public Optional<Row> find(UUID id) {
        List<?> rows = em.createNativeQuery(
                        COLUMNS + " LEFT JOIN case_clock c ON " + RUNNING + " WHERE p.id = CAST(?1 AS uuid)")
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(PublicityBoard::row).findFirst();
    }

    /** Those of a case, over or not. */
    public List<Row> ofCase(String caseNo) {
        List<?> rows = em.createNativeQuery(COLUMNS + " JOIN case_file f ON f.id = p.case_id LEFT JOIN case_clock c ON "
                        + RUNNING + " WHERE f.case_no = ?1")
                .setParameter(1, caseNo)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(PublicityBoard::row).toList();
    }

    /** Wipes the words of what is no longer shown, however it ended. */
    public int wipe() {
        return em.createNativeQuery(
                        """
                        UPDATE publicity p SET over = true, shown = '[]', applicant_masked = ''
                         WHERE NOT p.over
                           AND NOT EXISTS (SELECT 1 FROM case_clock c WHERE c.case_id = p.case_id
                                              AND c.kind = 'PUBLICITY' AND c.state = 'RUNNING')
                        """)
                .executeUpdate();
    }

    private static Row row(Object[] r) {
        return new Row(
                UUID.fromString((String) r[0]),
                ((Number) r[1]).longValue(),
                ((Number) r[2]).longValue(),
                (String) r[3],
                (String) r[4],
                (String) r[5],
                (String) r[6],
                read((String) r[7]),
                ((Date) r[8]).toLocalDate(),
                r[9] == null ? null : ((Date) r[9]).toLocalDate());
    }

    private static String write(List<Line> shown) {
        try {
            return JSON.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Line> read(String shown) {
        try {
            return List.of(JSON.readValue(shown, Line[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("publicity does not hold JSON", e);
        }
    }
}
