package org.yiwang.workflow.handling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.handling.ReadCopies;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** Where copies are kept. */
@ApplicationScoped
public class Copies {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    Directory directory;

    /** One row as it lies in the table. */
    public record Row(
            UUID id, String caseNo, String item, String applicant, long sentBy, Instant sentAt, Instant readAt) {

        static Row of(Object row) {
            Object[] r = (Object[]) row;
            return new Row(
                    (UUID) r[0],
                    (String) r[1],
                    (String) r[2],
                    (String) r[3],
                    ((Number) r[4]).longValue(),
                    instant(r[5]),
                    instant(r[6]));
        }

        public String cursor() {
            return sentAt + "_" + id;
        }
    }

    private static Instant instant(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Instant at ? at : ((Timestamp) value).toInstant();
    }

    /** One statement, however many get it. */
    public void send(OpenCase open, List<Long> readers) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            values.add("(CAST(?" + (7 + 2 * i) + " AS uuid), ?1, ?2, ?3, ?4, ?" + (8 + 2 * i) + ", ?5, ?6)");
        }
        Query insert = em.createNativeQuery(
                        "INSERT INTO case_copy (id, case_id, case_no, item_name, applicant_masked, officer_id, sent_by,"
                                + " sent_at) VALUES " + String.join(", ", values))
                .setParameter(1, open.file().id())
                .setParameter(2, open.file().caseNo().value())
                .setParameter(3, open.file().itemName())
                .setParameter(4, open.file().applicantMasked())
                .setParameter(5, open.actor().id())
                .setParameter(6, Timestamp.from(open.now()));
        for (int i = 0; i < readers.size(); i++) {
            insert.setParameter(7 + 2 * i, UUID.randomUUID().toString()).setParameter(8 + 2 * i, readers.get(i));
        }
        insert.executeUpdate();
    }

    @SuppressWarnings("unchecked")
    public List<Row> of(long officer, String after, int limit) {
        boolean first = after == null || after.isBlank();
        Query query = em.createNativeQuery(
                        "SELECT id, case_no, item_name, applicant_masked, sent_by, sent_at, read_at FROM case_copy"
                                + " WHERE officer_id = ?1"
                                + (first ? "" : " AND (sent_at, id) < (?2, CAST(?3 AS uuid))")
                                + " ORDER BY sent_at DESC, id DESC LIMIT " + limit)
                .setParameter(1, officer);
        if (!first) {
            try {
                String[] parts = after.split("_", 2);
                query.setParameter(2, Timestamp.from(Instant.parse(parts[0])))
                        .setParameter(3, UUID.fromString(parts[1]).toString());
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Refusal.invalid("after", "FORMAT", "翻页参数 after 不正确，请使用上一页返回的 next。");
            }
        }
        return ((List<Object>) query.getResultList()).stream().map(Row::of).toList();
    }

    public ReadCopies.Line line(Row row) {
        return new ReadCopies.Line(
                row.id(), row.caseNo(), row.item(), row.applicant(), name(row.sentBy()), row.sentAt(), row.readAt());
    }

    private String name(long officer) {
        return directory.officer(officer).map(Officer::name).orElse("");
    }

    /** Answers whether there is such a copy. */
    public boolean read(UUID id, long officer, Instant at) {
        return em.createNativeQuery("UPDATE case_copy SET read_at = coalesce(read_at, ?1)"
                                + " WHERE id = CAST(?2 AS uuid) AND officer_id = ?3")
                        .setParameter(1, Timestamp.from(at))
                        .setParameter(2, id.toString())
                        .setParameter(3, officer)
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("unchecked")
    public List<ReadCopies.Receipt> receipts(long caseId) {
        return ((List<Object[]>) em.createNativeQuery(
                                """
                                SELECT y.officer_id, y.sent_at, y.read_at FROM case_copy y
                                 WHERE y.case_id = ?1
                                 ORDER BY y.sent_at, y.id LIMIT 100
                                """)
                        .setParameter(1, caseId)
                        .getResultList())
                .stream()
                        .map(r ->
                                new ReadCopies.Receipt(name(((Number) r[0]).longValue()), instant(r[1]), instant(r[2])))
                        .toList();
    }
}
