package org.yiwang.workflow.rating.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.rating.BadRatingTicket;
import org.yiwang.workflow.rating.Finding;
import org.yiwang.workflow.rating.TicketAction;
import org.yiwang.workflow.rating.TicketState;

/** Where tickets and the record of their steps are kept. */
@ApplicationScoped
public class Tickets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            """
            CAST(t.id AS text), CAST(t.rating_id AS text), t.case_id, t.case_no, t.item_name, t.department, t.state, t.finding,
            t.complex, t.opened_at, t.found_at, t.fed_back_at, t.revisited_at, t.closed_at, t.due_on, t.yellow_on, t.red_on,
            t.late, t.steps, t.version, t.next_fire_at
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /** 一步. */
    public record Step(Instant at, TicketAction action, TicketState to, String actor, JsonNode words) {}

    /** 一行: a ticket and the grade it is about. */
    public record Line(BadRatingTicket ticket, int level, List<String> tags) {}

    /** 翻页位置: by due day while open, by closing time when ended. */
    public record Cursor(String at, UUID id) {

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    public void add(BadRatingTicket ticket) {
        BadRatingTicket.Row r = ticket.row();
        Query insert = em.createNativeQuery(
                """
                INSERT INTO bad_rating_ticket (state, finding, complex, found_at, fed_back_at, revisited_at, closed_at, due_on,
                        yellow_on, red_on, late, steps, version, next_fire_at, id, rating_id, case_id, case_no, item_name,
                        department, opened_at)
                VALUES (?1, ?2, ?3, CAST(?4 AS timestamptz), CAST(?5 AS timestamptz), CAST(?6 AS timestamptz),
                        CAST(?7 AS timestamptz), CAST(?8 AS date), CAST(?9 AS date), CAST(?10 AS date), ?11, ?12, ?13,
                        CAST(?14 AS timestamptz), CAST(?15 AS uuid), CAST(?16 AS uuid), CAST(?17 AS bigint), ?18, ?19, ?20,
                        ?21)
                """);
        changing(insert, r)
                .setParameter(15, r.id().toString())
                .setParameter(16, r.ratingId().toString())
                .setParameter(17, r.caseId() == null ? null : r.caseId().toString())
                .setParameter(18, r.caseNo())
                .setParameter(19, r.itemName())
                .setParameter(20, r.department())
                .setParameter(21, Timestamp.from(r.openedAt()))
                .executeUpdate();
    }

    public void save(BadRatingTicket ticket) {
        BadRatingTicket.Row r = ticket.row();
        Query update = em.createNativeQuery(
                """
                UPDATE bad_rating_ticket
                   SET state = ?1, finding = ?2, complex = ?3, found_at = CAST(?4 AS timestamptz),
                       fed_back_at = CAST(?5 AS timestamptz), revisited_at = CAST(?6 AS timestamptz),
                       closed_at = CAST(?7 AS timestamptz), due_on = CAST(?8 AS date), yellow_on = CAST(?9 AS date),
                       red_on = CAST(?10 AS date), late = ?11, steps = ?12, version = ?13,
                       next_fire_at = CAST(?14 AS timestamptz)
                 WHERE id = CAST(?15 AS uuid)
                """);
        changing(update, r).setParameter(15, r.id().toString()).executeUpdate();
    }

    private static Query changing(Query query, BadRatingTicket.Row r) {
        return query.setParameter(1, r.state().name())
                .setParameter(2, r.finding() == null ? null : r.finding().name())
                .setParameter(3, r.complex())
                .setParameter(4, text(r.foundAt()))
                .setParameter(5, text(r.fedBackAt()))
                .setParameter(6, text(r.revisitedAt()))
                .setParameter(7, text(r.closedAt()))
                .setParameter(8, text(r.dueOn()))
                .setParameter(9, text(r.yellowOn()))
                .setParameter(10, text(r.redOn()))
                .setParameter(11, r.late())
                .setParameter(12, r.steps())
                .setParameter(13, r.version())
                .setParameter(14, text(r.nextFireAt()));
    }

    /** A parameter that may be null travels as text, so that the driver need not guess its type. */
    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** Appends a step with its sealed words. */
    public void record(
            BadRatingTicket ticket,
            long keyId,
            TicketAction action,
            TicketState from,
            String actor,
            ObjectNode words,
            Instant at) {
        int seq = ticket.nextStep();
        byte[] sealed =
                box.seal(keyId, place(ticket.id(), seq), words.toString().getBytes(StandardCharsets.UTF_8));
        em.createNativeQuery(
                        """
                        INSERT INTO bad_rating_step (ticket_id, seq, at, action, from_state, to_state, actor, sealed)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                .setParameter(1, ticket.id().toString())
                .setParameter(2, seq)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, action.name())
                .setParameter(5, from == null ? "" : from.name())
                .setParameter(6, ticket.state().name())
                .setParameter(7, actor)
                .setParameter(8, sealed)
                .executeUpdate();
    }

    public List<Step> steps(UUID ticket, long keyId) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT at, action, to_state, actor, sealed, seq FROM bad_rating_step
                         WHERE ticket_id = CAST(?1 AS uuid) ORDER BY seq
                        """)
                .setParameter(1, ticket.toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Step(
                        ((Timestamp) r[0]).toInstant(),
                        TicketAction.valueOf((String) r[1]),
                        TicketState.valueOf((String) r[2]),
                        (String) r[3],
                        words(keyId, place(ticket, ((Number) r[5]).intValue()), (byte[]) r[4])))
                .toList();
    }

    private JsonNode words(long keyId, String place, byte[] sealed) {
        try {
            return JSON.readTree(box.open(keyId, place, sealed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(UUID ticket, int seq) {
        return "bad_rating_step:" + ticket + ":" + seq;
    }

    /** Locks the ticket until the end of the transaction. */
    public Optional<BadRatingTicket> lock(UUID id, boolean wait) {
        return one("t.id = CAST(?1 AS uuid) FOR UPDATE" + (wait ? "" : " SKIP LOCKED"), id);
    }

    public Optional<BadRatingTicket> find(UUID id) {
        return one("t.id = CAST(?1 AS uuid)", id);
    }

    public Optional<BadRatingTicket> ofRating(UUID rating) {
        return one("t.rating_id = CAST(?1 AS uuid)", rating);
    }

    private Optional<BadRatingTicket> one(String where, UUID id) {
        List<?> rows = em.createNativeQuery("SELECT " + COLUMNS + " FROM bad_rating_ticket t WHERE " + where)
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Tickets::ticket).findFirst();
    }

    /** Tickets still open, soonest due first; of one department, or of all when it is null. */
    public List<Line> open(String department, Cursor after, int limit) {
        Query query = em.createNativeQuery(
                        "SELECT " + COLUMNS
                                + ", r.level, r.tags FROM bad_rating_ticket t JOIN rating r ON r.id = t.rating_id"
                                + " WHERE t.state NOT IN ('CLOSED', 'EXCLUDED')"
                                + (department == null ? "" : " AND t.department = ?4")
                                + " AND (t.due_on, t.id) > (CAST(?1 AS date), CAST(?2 AS uuid)) ORDER BY t.due_on, t.id LIMIT ?3")
                .setParameter(1, after == null ? LocalDate.EPOCH.toString() : after.at())
                .setParameter(
                        2,
                        after == null ? new UUID(0, 0).toString() : after.id().toString())
                .setParameter(3, limit);
        return lines(department == null ? query : query.setParameter(4, department));
    }

    /** Tickets that have ended, the newest first. */
    public List<Line> ended(String department, Cursor after, int limit) {
        Query query = em.createNativeQuery("SELECT " + COLUMNS
                        + ", r.level, r.tags FROM bad_rating_ticket t JOIN rating r ON r.id = t.rating_id"
                        + " WHERE t.state IN ('CLOSED', 'EXCLUDED')"
                        + (department == null ? "" : " AND t.department = ?4")
                        + (after == null
                                ? " AND ?1 = ?2"
                                : " AND (t.closed_at < CAST(?1 AS timestamptz) OR t.closed_at = CAST(?1 AS timestamptz)"
                                        + " AND t.id > CAST(?2 AS uuid))")
                        + " ORDER BY t.closed_at DESC, t.id LIMIT ?3")
                .setParameter(1, after == null ? "" : after.at())
                .setParameter(2, after == null ? "" : after.id().toString())
                .setParameter(3, limit);
        return lines(department == null ? query : query.setParameter(4, department));
    }

    private static List<Line> lines(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Line(
                        ticket(r),
                        ((Number) r[21]).intValue(),
                        ((String) r[22]).isEmpty() ? List.of() : List.of(((String) r[22]).split(","))))
                .toList();
    }

    /** 到期工单: where one is in the list of due rows. */
    public record Due(Instant at, UUID id) {}

    /** The next that are due after {@code last}, oldest first; from the beginning when it is null. Locks nothing. */
    @Transactional
    public List<Due> due(Instant now, Due last, int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT next_fire_at, CAST(id AS text) FROM bad_rating_ticket
                         WHERE next_fire_at <= ?1 AND (next_fire_at, id) > (?2, CAST(?3 AS uuid))
                         ORDER BY next_fire_at, id LIMIT ?4
                        """)
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(last == null ? Instant.EPOCH : last.at()))
                .setParameter(3, (last == null ? new UUID(0, 0) : last.id()).toString())
                .setParameter(4, max)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new Due(((Timestamp) r[0]).toInstant(), UUID.fromString((String) r[1])))
                .toList();
    }

    /** Has he taken this step of the ticket? */
    public boolean did(UUID ticket, String actor, TicketAction action) {
        return !em.createNativeQuery(
                        """
                        SELECT 1 FROM bad_rating_step
                         WHERE ticket_id = CAST(?1 AS uuid) AND actor = ?2 AND action = ?3 LIMIT 1
                        """)
                .setParameter(1, ticket.toString())
                .setParameter(2, actor)
                .setParameter(3, action.name())
                .getResultList()
                .isEmpty();
    }

    /** Has this officer had a hand in the case, or served at the window? Looking at it or overseeing it is neither. */
    public boolean handled(BadRatingTicket ticket, String actor, long officer) {
        return ticket.caseId() != null
                ? !em.createNativeQuery(
                                """
                                SELECT 1 FROM case_event WHERE case_id = ?1 AND actor = ?2
                                   AND type NOT IN ('NUMBER_REVEALED', 'SUPERVISION_ORDERED', 'SUPERVISION_REPLIED',
                                                    'SUPERVISION_CLOSED', 'LIGHT_APPEALED', 'LIGHT_APPEAL_DECIDED') LIMIT 1
                                """)
                        .setParameter(1, ticket.caseId())
                        .setParameter(2, actor)
                        .getResultList()
                        .isEmpty()
                : !em.createNativeQuery(
                                """
                                SELECT 1 FROM window_visit v JOIN rating r ON r.visit_id = v.id
                                 WHERE r.id = CAST(?1 AS uuid) AND v.clerk_id = ?2
                                """)
                        .setParameter(1, ticket.ratingId().toString())
                        .setParameter(2, officer)
                        .getResultList()
                        .isEmpty();
    }

    private static BadRatingTicket ticket(Object[] r) {
        return new BadRatingTicket(new BadRatingTicket.Row(
                UUID.fromString((String) r[0]),
                UUID.fromString((String) r[1]),
                r[2] == null ? null : ((Number) r[2]).longValue(),
                (String) r[3],
                (String) r[4],
                (String) r[5],
                TicketState.valueOf((String) r[6]),
                r[7] == null ? null : Finding.valueOf((String) r[7]),
                (Boolean) r[8],
                at(r[9]),
                at(r[10]),
                at(r[11]),
                at(r[12]),
                at(r[13]),
                day(r[14]),
                day(r[15]),
                day(r[16]),
                (Boolean) r[17],
                ((Number) r[18]).intValue(),
                ((Number) r[19]).longValue(),
                at(r[20])));
    }

    private static Instant at(Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }

    private static LocalDate day(Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }
}
