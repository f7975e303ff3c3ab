package org.yiwang.forms.filling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.filling.LookedUp;
import org.yiwang.forms.identity.Actor;

/** Where drafts and submissions are kept. */
@ApplicationScoped
public class DraftRows {

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** One line of the list of drafts. */
    public record Line(UUID id, String itemCode, String applicantMasked, Instant savedAt) {}

    public Optional<Draft> find(UUID id) {
        return em.createQuery("select d from Draft d where d.publicId = :id", Draft.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Locks the row until the end of the transaction and reads it as it is then. */
    public Optional<Draft> lock(UUID id) {
        return em.createQuery("select d from Draft d where d.publicId = :id", Draft.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public void add(Draft draft) {
        em.persist(draft);
    }

    public void remove(Draft draft) {
        em.remove(draft);
    }

    public void add(SubmissionRow row) {
        em.persist(row);
    }

    public Optional<SubmissionRow> submission(long id) {
        return Optional.ofNullable(em.find(SubmissionRow.class, id));
    }

    /** The answers as they were before an amendment stay where they can be found. */
    public void keepBefore(SubmissionRow row, String amendedBy, Instant at) {
        em.createNativeQuery("INSERT INTO submission_amendment (submission_id, answers_before, amended_by, amended_at)"
                        + " VALUES (?1, ?2, ?3, CAST(?4 AS timestamptz))")
                .setParameter(1, row.id())
                .setParameter(2, row.answers())
                .setParameter(3, amendedBy)
                .setParameter(4, at.toString())
                .executeUpdate();
    }

    /** Each call to others about somebody is kept, with its application and its outcome; never what they said. */
    public void recordLookups(Draft draft, String askedBy, List<LookedUp> answers) {
        for (LookedUp answer : answers) {
            em.createNativeQuery("INSERT INTO lookup_call (at, origin, answered_by, requirement, item_code, draft_id,"
                            + " party_id, asked_by, state)"
                            + " VALUES (CAST(?1 AS timestamptz), ?2, ?3, ?4, ?5, CAST(?6 AS uuid), ?7, ?8, ?9)")
                    .setParameter(1, answer.at().toString())
                    .setParameter(2, answer.origin().name())
                    .setParameter(3, answer.by())
                    .setParameter(4, answer.requirement())
                    .setParameter(5, draft.itemCode())
                    .setParameter(6, draft.publicId().toString())
                    .setParameter(7, draft.applicantId())
                    .setParameter(8, askedBy)
                    .setParameter(9, answer.state().name())
                    .executeUpdate();
        }
    }

    public long openDrafts(Actor filler) {
        return ((Number) em.createNativeQuery(
                                "SELECT count(*) FROM draft WHERE operator_kind = ?1 AND operator_id = ?2 AND case_no IS NULL")
                        .setParameter(1, filler.kind().name())
                        .setParameter(2, filler.id())
                        .getSingleResult())
                .longValue();
    }

    /** Open drafts of one filler, newest first, after the one with that id (empty: from the start). */
    public List<Line> lines(Actor filler, String after, int limit) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT CAST(d.public_id AS text), d.item_code, p.masked_name, d.saved_at
                          FROM draft d JOIN party p ON p.id = d.applicant_id
                         WHERE d.operator_kind = ?1 AND d.operator_id = ?2 AND d.case_no IS NULL
                           AND (?3 = '' OR d.id < (SELECT a.id FROM draft a WHERE CAST(a.public_id AS text) = ?3))
                         ORDER BY d.id DESC LIMIT ?4
                        """)
                .setParameter(1, filler.kind().name())
                .setParameter(2, filler.id())
                .setParameter(3, after)
                .setParameter(4, limit)
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private static Line line(Object[] row) {
        return new Line(
                UUID.fromString((String) row[0]), (String) row[1], (String) row[2], ((Timestamp) row[3]).toInstant());
    }
}
