package org.yiwang.workflow.waiting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.workflow.waiting.EntryState;

/**
 * 轮候名册: entries change only under the lock of their case; a place is taken from the shelf by a lock of its own, so that no
 * two nodes offer it at once.
 */
@ApplicationScoped
public class WaitingLists {

    private static final String ENTRY =
            "SELECT CAST(e.id AS text), e.number, e.list, e.case_id, e.case_no, e.applicant_masked, e.points, e.ranked_at,"
                    + " e.state, e.refusals FROM waiting_entry e ";

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    /** 轮候人. */
    public record Entry(
            UUID id,
            long number,
            String list,
            long caseId,
            String caseNo,
            String applicantMasked,
            int points,
            Instant rankedAt,
            EntryState state,
            int refusals) {}

    /** 房源. */
    public record Place(UUID id, String label, String state) {}

    /** A new entry at the place that its points and its day give it. */
    public long enter(String list, long caseId, String caseNo, String applicantMasked, int points, Instant rankedAt) {
        Object number = em.createNativeQuery(
                        """
                        INSERT INTO waiting_entry (id, number, list, case_id, case_no, applicant_masked, points, ranked_at,
                                                   state)
                        VALUES (gen_random_uuid(), nextval('waiting_number_seq'), ?1, ?2, ?3, ?4, ?5, ?6, 'WAITING')
                        RETURNING number
                        """)
                .setParameter(1, list)
                .setParameter(2, caseId)
                .setParameter(3, caseNo)
                .setParameter(4, applicantMasked)
                .setParameter(5, points)
                .setParameter(6, Timestamp.from(rankedAt))
                .getSingleResult();
        return ((Number) number).longValue();
    }

    public Optional<Entry> ofCase(long caseId) {
        return entries(ENTRY + "WHERE e.case_id = ?1", caseId).stream().findFirst();
    }

    /** Everybody who still waits, in the order of turns. */
    public List<Entry> waiting(String list, int max) {
        return entries(
                ENTRY + "WHERE e.list = ?1 AND e.state IN ('WAITING', 'OFFERED')"
                        + " ORDER BY e.points DESC, e.ranked_at, e.number LIMIT " + max,
                list);
    }

    /** How many come before him. */
    public long before(Entry entry) {
        return ((Number) em.createNativeQuery(
                                """
                                SELECT count(*) FROM waiting_entry
                                 WHERE list = ?1 AND state IN ('WAITING', 'OFFERED')
                                   AND (points > ?2 OR points = ?2 AND (ranked_at, number) < (?3, ?4))
                                """)
                        .setParameter(1, entry.list())
                        .setParameter(2, entry.points())
                        .setParameter(3, Timestamp.from(entry.rankedAt()))
                        .setParameter(4, entry.number())
                        .getSingleResult())
                .longValue();
    }

    /** Puts a place on the shelf. */
    public void release(String list, String label, Instant at, long officer) {
        em.createNativeQuery("INSERT INTO waiting_place (id, list, label, state, released_at, released_by)"
                        + " VALUES (gen_random_uuid(), ?1, ?2, 'FREE', ?3, ?4)")
                .setParameter(1, list)
                .setParameter(2, label)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, officer)
                .executeUpdate();
    }

    /** Ids of places on the shelf, the oldest first. */
    public List<UUID> free() {
        return em
                .createNativeQuery(
                        "SELECT CAST(id AS text) FROM waiting_place WHERE state = 'FREE' ORDER BY seq LIMIT 100")
                .getResultList()
                .stream()
                .map(id -> UUID.fromString((String) id))
                .toList();
    }

    /** A place on the shelf, locked; empty when it is gone or somebody has it in hand. */
    public Optional<Place> take(UUID place) {
        return places(
                        "SELECT CAST(id AS text), label, state FROM waiting_place WHERE id = CAST(?1 AS uuid)"
                                + " AND state = 'FREE' FOR UPDATE SKIP LOCKED",
                        place.toString())
                .stream()
                .findFirst();
    }

    /** The places of a list that are not taken yet. */
    public List<Place> places(String list) {
        return places(
                "SELECT CAST(id AS text), label, state FROM waiting_place WHERE list = ?1 AND state <> 'TAKEN'"
                        + " ORDER BY seq",
                list);
    }

    /**
     * Whose turn it is for this place: the first who waits, whose confirmation was served, and who was not offered it
     * before.
     */
    public Optional<Entry> next(UUID place) {
        return entries(
                        ENTRY
                                + """
                                  JOIN waiting_place p ON p.id = CAST(?1 AS uuid) AND p.list = e.list
                                  JOIN case_file f ON f.id = e.case_id AND f.status = 'COMPLETED'
                                 WHERE e.state = 'WAITING'
                                   AND NOT EXISTS (SELECT 1 FROM waiting_offer o
                                                    WHERE o.place_id = p.id AND o.entry_id = e.id)
                                 ORDER BY e.points DESC, e.ranked_at, e.number LIMIT 1
                                """,
                        place.toString())
                .stream()
                .findFirst();
    }

    /** Writes an offer. */
    public void offer(UUID id, Entry entry, UUID place, Instant at) {
        em.createNativeQuery(
                        """
                        WITH e AS (UPDATE waiting_entry SET state = 'OFFERED' WHERE id = CAST(?2 AS uuid)),
                             p AS (UPDATE waiting_place SET state = 'OFFERED' WHERE id = CAST(?3 AS uuid))
                        INSERT INTO waiting_offer (id, entry_id, place_id, offered_at, outcome)
                        VALUES (CAST(?1 AS uuid), CAST(?2 AS uuid), CAST(?3 AS uuid), ?4, 'OPEN')
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, entry.id().toString())
                .setParameter(3, place.toString())
                .setParameter(4, Timestamp.from(at))
                .executeUpdate();
    }

    /** Writes what became of it. */
    public void settle(UUID offer, String outcome, EntryState state, int refusals, String placeState) {
        em.createNativeQuery(
                        """
                        WITH o AS (UPDATE waiting_offer SET outcome = ?2 WHERE id = CAST(?1 AS uuid)
                                   RETURNING entry_id, place_id),
                             p AS (UPDATE waiting_place SET state = ?5 WHERE id = (SELECT place_id FROM o))
                        UPDATE waiting_entry SET state = ?3, refusals = ?4 WHERE id = (SELECT entry_id FROM o)
                        """)
                .setParameter(1, offer.toString())
                .setParameter(2, outcome)
                .setParameter(3, state.name())
                .setParameter(4, refusals)
                .setParameter(5, placeState)
                .executeUpdate();
    }

    private List<Entry> entries(String sql, Object parameter) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
        return rows.stream().map(Object[].class::cast).map(WaitingLists::entry).toList();
    }

    private List<Place> places(String sql, Object parameter) {
        List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Place(UUID.fromString((String) r[0]), (String) r[1], (String) r[2]))
                .toList();
    }

    private static Entry entry(Object[] r) {
        return new Entry(
                UUID.fromString((String) r[0]),
                ((Number) r[1]).longValue(),
                (String) r[2],
                ((Number) r[3]).longValue(),
                (String) r[4],
                (String) r[5],
                ((Number) r[6]).intValue(),
                ((Timestamp) r[7]).toInstant(),
                EntryState.valueOf((String) r[8]),
                ((Number) r[9]).intValue());
    }
}
