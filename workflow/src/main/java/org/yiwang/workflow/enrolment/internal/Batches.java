package org.yiwang.workflow.enrolment.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.enrolment.Draw;

/** Where batches and their entries are kept. */
@ApplicationScoped
public class Batches {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "SELECT CAST(b.id AS text), b.item_code, b.name, b.opens_at, b.closes_at, b.places, b.seed_hash, b.seed,"
                    + " b.drawn_at, b.drawn_by, (SELECT count(*) FROM enrolment_entry e WHERE e.batch_id = b.id) FROM enrolment_batch b ";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /**
     * 批次.
     *
     * @param seed null before the draw
     */
    public record Row(
            UUID id,
            String itemCode,
            String name,
            Instant opensAt,
            Instant closesAt,
            int places,
            String seedHash,
            String seed,
            Instant drawnAt,
            Long drawnBy,
            long entries) {}

    /** 报名. */
    public record Entry(long number, String caseNo, int points, String hash, Integer rank, Boolean admitted) {}

    public void add(Row row, String seed, Instant at, long officer) {
        long key = box.newKey();
        byte[] sealed = box.seal(key, "batch:" + row.id(), seed.getBytes(StandardCharsets.US_ASCII));
        em.createNativeQuery(
                        """
                        INSERT INTO enrolment_batch (id, item_code, name, opens_at, closes_at, places, seed_hash, key_id, sealed_seed,
                                           created_at, created_by)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                        """)
                .setParameter(1, row.id().toString())
                .setParameter(2, row.itemCode())
                .setParameter(3, row.name())
                .setParameter(4, Timestamp.from(row.opensAt()))
                .setParameter(5, Timestamp.from(row.closesAt()))
                .setParameter(6, row.places())
                .setParameter(7, row.seedHash())
                .setParameter(8, key)
                .setParameter(9, sealed)
                .setParameter(10, Timestamp.from(at))
                .setParameter(11, officer)
                .executeUpdate();
    }

    /** The newest first. */
    public List<Row> of(String itemCode) {
        return rows(COLUMNS + "WHERE b.item_code = ?1 ORDER BY b.closes_at DESC, b.id LIMIT 50", itemCode);
    }

    /** The one whose window is open at that moment. */
    public Optional<Row> openAt(String itemCode, Instant at) {
        return of(itemCode).stream()
                .filter(b -> !at.isBefore(b.opensAt()) && at.isBefore(b.closesAt()))
                .findFirst();
    }

    public Optional<Row> find(UUID id) {
        return rows(COLUMNS + "WHERE b.id = CAST(?1 AS uuid)", id.toString()).stream()
                .findFirst();
    }

    /** The same, locked until the end of the transaction. */
    public Optional<Row> lock(UUID id) {
        em.createNativeQuery("SELECT id FROM enrolment_batch WHERE id = CAST(?1 AS uuid) FOR UPDATE")
                .setParameter(1, id.toString())
                .getResultList();
        return find(id);
    }

    public String seed(UUID id) {
        Object[] sealed = (Object[])
                em.createNativeQuery("SELECT key_id, sealed_seed FROM enrolment_batch WHERE id = CAST(?1 AS uuid)")
                        .setParameter(1, id.toString())
                        .getSingleResult();
        return new String(
                box.open(((Number) sealed[0]).longValue(), "batch:" + id, (byte[]) sealed[1]),
                StandardCharsets.US_ASCII);
    }

    /** A new entry; its number says nothing of how many came before. */
    public long enter(UUID batch, String caseNo, int points) {
        return ((Number) em.createNativeQuery("INSERT INTO enrolment_entry (batch_id, entry_no, case_no, points)"
                                + " VALUES (CAST(?1 AS uuid), 100000 + nextval('enrolment_entry_seq') * 7, ?2, ?3)"
                                + " RETURNING entry_no")
                        .setParameter(1, batch.toString())
                        .setParameter(2, caseNo)
                        .setParameter(3, points)
                        .getSingleResult())
                .longValue();
    }

    public List<Entry> entries(UUID batch) {
        return entries(
                "SELECT entry_no, case_no, points, draw_hash, rank, admitted FROM enrolment_entry"
                        + " WHERE batch_id = CAST(?1 AS uuid) ORDER BY rank, entry_no",
                batch.toString());
    }

    public Optional<Entry> entryOf(String caseNo) {
        return entries(
                        "SELECT entry_no, case_no, points, draw_hash, rank, admitted FROM enrolment_entry WHERE case_no = ?1",
                        caseNo)
                .stream()
                .findFirst();
    }

    /** The batch a case belongs to. */
    public Optional<Row> batchOf(String caseNo) {
        return rows(COLUMNS + "WHERE b.id = (SELECT batch_id FROM enrolment_entry WHERE case_no = ?1)", caseNo).stream()
                .findFirst();
    }

    /** Entries whose cases wait for nothing but the draw: those that are under review and stand before their decision, agreed to. */
    public List<Entry> ready(UUID batch, String decisionStep) {
        return entries(
                """
                SELECT e.entry_no, e.case_no, e.points, e.draw_hash, e.rank, e.admitted FROM enrolment_entry e
                  JOIN case_file f ON f.case_no = e.case_no AND f.status = 'IN_REVIEW'
                  JOIN work_item w ON w.case_id = f.id AND w.step_key = '%s' AND NOT w.suspended
                 WHERE e.batch_id = CAST(?1 AS uuid)
                   AND (SELECT r.outcome FROM case_record r WHERE r.case_id = f.id AND r.kind = 'OPINION'
                         ORDER BY r.opened_at DESC LIMIT 1) = 'AGREE'
                 ORDER BY e.entry_no
                """
                        .formatted(decisionStep.replaceAll("[^A-Za-z0-9_-]", "")),
                batch.toString());
    }

    /** How many cases of the batch are neither decided nor ended. */
    public long undecided(UUID batch) {
        return ((Number) em.createNativeQuery(
                                """
                                SELECT count(*) FROM enrolment_entry e JOIN case_file f ON f.case_no = e.case_no
                                 WHERE e.batch_id = CAST(?1 AS uuid) AND f.decided_at IS NULL AND f.completed_at IS NULL
                                """)
                        .setParameter(1, batch.toString())
                        .getSingleResult())
                .longValue();
    }

    /** How many of them nobody but this officer has reviewed. */
    public long reviewedByNobodyElse(UUID batch, long officer) {
        return ((Number) em.createNativeQuery(
                                """
                                SELECT count(*) FROM enrolment_entry e JOIN case_file f ON f.case_no = e.case_no
                                 WHERE e.batch_id = CAST(?1 AS uuid) AND f.decided_at IS NULL AND f.completed_at IS NULL
                                   AND NOT EXISTS (SELECT 1 FROM case_record r WHERE r.case_id = f.id
                                                      AND r.kind IN ('OPINION', 'SITE_CHECK') AND r.officer_id <> ?2)
                                """)
                        .setParameter(1, batch.toString())
                        .setParameter(2, officer)
                        .getSingleResult())
                .longValue();
    }

    /** Writes the order and opens the seed. */
    public void drawn(UUID batch, String seed, List<Draw.Placed> order, Instant at, long officer) {
        em.createNativeQuery(
                        """
                        WITH b AS (UPDATE enrolment_batch SET seed = ?2, drawn_at = ?3, drawn_by = ?4 WHERE id = CAST(?1 AS uuid))
                        UPDATE enrolment_entry e SET draw_hash = x.hash, rank = x.rank, admitted = x.admitted
                          FROM json_to_recordset(CAST(?5 AS json))
                               AS x(number bigint, hash varchar, rank integer, admitted boolean)
                         WHERE e.batch_id = CAST(?1 AS uuid) AND e.entry_no = x.number
                        """)
                .setParameter(1, batch.toString())
                .setParameter(2, seed)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, officer)
                .setParameter(5, write(order))
                .executeUpdate();
    }

    private static String write(List<Draw.Placed> order) {
        try {
            return JSON.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Row> rows(String sql, Object parameter) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
        return rows.stream().map(Object[].class::cast).map(Batches::row).toList();
    }

    private List<Entry> entries(String sql, Object parameter) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Entry(
                        ((Number) r[0]).longValue(),
                        (String) r[1],
                        ((Number) r[2]).intValue(),
                        (String) r[3],
                        r[4] == null ? null : ((Number) r[4]).intValue(),
                        (Boolean) r[5]))
                .toList();
    }

    private static Row row(Object[] r) {
        return new Row(
                UUID.fromString((String) r[0]),
                (String) r[1],
                (String) r[2],
                ((Timestamp) r[3]).toInstant(),
                ((Timestamp) r[4]).toInstant(),
                ((Number) r[5]).intValue(),
                (String) r[6],
                (String) r[7],
                r[8] == null ? null : ((Timestamp) r[8]).toInstant(),
                r[9] == null ? null : ((Number) r[9]).longValue(),
                ((Number) r[10]).longValue());
    }
}
