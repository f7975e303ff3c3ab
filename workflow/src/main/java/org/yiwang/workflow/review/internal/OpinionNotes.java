package org.yiwang.workflow.review.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Post;

/** Where half-written opinions lie until the work they are about is done. Called within the caller's transaction. */
@ApplicationScoped
public class OpinionNotes {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 所在待办: the open work a note is about, whose post it lies with, and the key of its case. */
    public record At(long workItem, Post queue, long keyId) {}

    /** 一份草稿, sealed. */
    public record Row(String action, byte[] sealed, Instant savedAt) {}

    /** The open work of that case; empty when it has been done. Kept in place until the end of the transaction. */
    public Optional<At> at(String caseNo, UUID workItem) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT w.id, w.queue, c.key_id FROM work_item w JOIN case_file c ON c.id = w.case_id
                         WHERE w.public_id = ?1 AND w.case_no = ?2 FOR KEY SHARE OF w
                        """)
                .setParameter(1, workItem)
                .setParameter(2, caseNo)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new At(
                    ((Number) columns[0]).longValue(),
                    Post.parse((String) columns[1]),
                    ((Number) columns[2]).longValue());
        });
    }

    public void keep(long workItem, long officer, String action, byte[] sealed, Instant at) {
        em.createNativeQuery(
                        """
                        INSERT INTO opinion_note (work_item_id, officer_id, action, sealed, saved_at)
                        VALUES (?1, ?2, ?3, ?4, CAST(?5 AS timestamptz))
                        ON CONFLICT (work_item_id, officer_id, action)
                        DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
                        """)
                .setParameter(1, workItem)
                .setParameter(2, officer)
                .setParameter(3, action)
                .setParameter(4, sealed)
                .setParameter(5, at.toString())
                .executeUpdate();
    }

    public List<Row> of(long workItem, long officer) {
        List<?> rows = em.createNativeQuery(
                        "SELECT action, sealed, saved_at FROM opinion_note WHERE work_item_id = ?1 AND officer_id = ?2")
                .setParameter(1, workItem)
                .setParameter(2, officer)
                .getResultList();
        return rows.stream().map(OpinionNotes::row).toList();
    }

    private static Row row(Object row) {
        Object[] columns = (Object[]) row;
        Instant at = columns[2] instanceof Instant instant ? instant : ((Timestamp) columns[2]).toInstant();
        return new Row((String) columns[0], (byte[]) columns[1], at);
    }
}
