package org.yiwang.workflow.supervision.internal;

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
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.supervision.LightAppeal;
import org.yiwang.workflow.supervision.SupervisionOrder;

/** Where orders and appeals are kept; their words are sealed under the key of the case. */
@ApplicationScoped
public class Orders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            """
            CAST(o.id AS text), o.case_id, o.case_no, o.item_name, o.level, o.trigger, o.clock_kind, o.clock_ref, o.due_on,
            o.department, o.officer_id, o.state, o.issued_at, o.issued_by, o.reply_due_on, o.reply_overdue, o.replied_at,
            o.replied_by, o.closed_at, o.closed_by, o.version, o.next_fire_at
            """;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    /** 哪一段话. */
    public enum Part {
        REASON("reason_sealed"),
        REPLY("reply_sealed"),
        CLOSING("closing_sealed");

        private final String column;

        Part(String column) {
            this.column = column;
        }
    }

    /** 翻页位置. */
    public record Cursor(Instant at, UUID id) {

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    /** False when the same light of the same clock has an open order already. */
    public boolean add(SupervisionOrder order, long keyId, ObjectNode reason) {
        SupervisionOrder.Row r = order.row();
        return em.createNativeQuery(
                                """
                                INSERT INTO supervision_order (id, case_id, case_no, item_name, level, trigger, clock_kind,
                                    clock_ref, due_on, department, officer_id, state, issued_at, issued_by, reason_sealed,
                                    reply_due_on, version, next_fire_at)
                                VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS date), ?10,
                                    CAST(?11 AS bigint), ?12, ?13, ?14, ?15, CAST(?16 AS date), ?17,
                                    CAST(?18 AS timestamptz))
                                ON CONFLICT DO NOTHING
                                """)
                        .setParameter(1, r.id().toString())
                        .setParameter(2, r.caseId())
                        .setParameter(3, r.caseNo())
                        .setParameter(4, r.itemName())
                        .setParameter(5, r.level().name())
                        .setParameter(6, r.trigger().name())
                        .setParameter(7, r.clock() == null ? null : r.clock().name())
                        .setParameter(8, r.clockRef())
                        .setParameter(9, text(r.dueOn()))
                        .setParameter(10, r.department())
                        .setParameter(11, text(r.officer()))
                        .setParameter(12, r.state().name())
                        .setParameter(13, Timestamp.from(r.issuedAt()))
                        .setParameter(14, r.issuedBy())
                        .setParameter(15, seal(keyId, place(r.id(), Part.REASON), reason))
                        .setParameter(16, text(r.replyDueOn()))
                        .setParameter(17, r.version())
                        .setParameter(18, text(r.nextFireAt()))
                        .executeUpdate()
                == 1;
    }

    public void save(SupervisionOrder order) {
        SupervisionOrder.Row r = order.row();
        em.createNativeQuery(
                        """
                        UPDATE supervision_order
                           SET state = ?1, reply_overdue = ?2, replied_at = CAST(?3 AS timestamptz), replied_by = ?4,
                               closed_at = CAST(?5 AS timestamptz), closed_by = ?6, version = ?7,
                               next_fire_at = CAST(?8 AS timestamptz)
                         WHERE id = CAST(?9 AS uuid)
                        """)
                .setParameter(1, r.state().name())
                .setParameter(2, r.replyOverdue())
                .setParameter(3, text(r.repliedAt()))
                .setParameter(4, r.repliedBy())
                .setParameter(5, text(r.closedAt()))
                .setParameter(6, r.closedBy())
                .setParameter(7, r.version())
                .setParameter(8, text(r.nextFireAt()))
                .setParameter(9, r.id().toString())
                .executeUpdate();
    }

    /** The words of a step, sealed. */
    public void say(SupervisionOrder order, Part part, long keyId, ObjectNode words) {
        em.createNativeQuery("UPDATE supervision_order SET " + part.column + " = ?1 WHERE id = CAST(?2 AS uuid)")
                .setParameter(1, seal(keyId, place(order.id(), part), words))
                .setParameter(2, order.id().toString())
                .executeUpdate();
    }

    /** What was said; empty when nothing was. */
    public Optional<JsonNode> said(UUID order, Part part, long keyId) {
        Object sealed = em.createNativeQuery(
                        "SELECT " + part.column + " FROM supervision_order WHERE id = CAST(?1 AS uuid)")
                .setParameter(1, order.toString())
                .getSingleResult();
        return Optional.ofNullable((byte[]) sealed).map(bytes -> open(keyId, place(order, part), bytes));
    }

    private static String place(UUID order, Part part) {
        return "supervision_order." + part.column + ":" + order;
    }

    private byte[] seal(long keyId, String place, ObjectNode words) {
        return box.seal(keyId, place, words.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode open(long keyId, String place, byte[] sealed) {
        try {
            return JSON.readTree(box.open(keyId, place, sealed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<SupervisionOrder> find(UUID id) {
        return orders("o.id = CAST(?1 AS uuid)", id.toString()).stream().findFirst();
    }

    /** Open orders that this clock of this case has caused. Read under the lock of the case. */
    public List<SupervisionOrder> openOf(long caseId, ClockKind kind, String ref) {
        List<SupervisionOrder> of =
                orders("o.case_id = CAST(?1 AS bigint) AND o.state <> 'CLOSED'", Long.toString(caseId));
        return of.stream()
                .filter(order -> order.row().trigger() == SupervisionOrder.Trigger.AUTO
                        && order.row().clock() == kind
                        && order.row().clockRef().equals(ref))
                .toList();
    }

    /** Open orders of a case that the clocks have caused. */
    public List<SupervisionOrder> openOf(long caseId) {
        return orders(
                "o.case_id = CAST(?1 AS bigint) AND o.state <> 'CLOSED' AND o.trigger = 'AUTO'", Long.toString(caseId));
    }

    private List<SupervisionOrder> orders(String where, String value) {
        return read(em.createNativeQuery("SELECT " + COLUMNS + " FROM supervision_order o WHERE " + where)
                .setParameter(1, value));
    }

    /** The newest first; of one department, or of all when it is null. */
    public List<SupervisionOrder> list(String department, boolean closed, Cursor after, int limit) {
        String time = closed ? "o.closed_at" : "o.issued_at";
        Query query = em.createNativeQuery("SELECT " + COLUMNS + " FROM supervision_order o WHERE o.state "
                        + (closed ? "= 'CLOSED'" : "<> 'CLOSED'")
                        + (department == null ? "" : " AND o.department = ?4")
                        + " AND (" + time + " < ?1 OR " + time + " = ?1 AND o.id > CAST(?2 AS uuid)) ORDER BY " + time
                        + " DESC, o.id LIMIT ?3")
                .setParameter(1, Timestamp.from(after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.at()))
                .setParameter(2, (after == null ? new UUID(0, 0) : after.id()).toString())
                .setParameter(3, limit);
        return read(department == null ? query : query.setParameter(4, department));
    }

    private static List<SupervisionOrder> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(Orders::order).toList();
    }

    /** 到期督办单: where one is in the list of due rows. */
    public record Due(Instant at, UUID id, String caseNo) {}

    /** The next that are due after {@code last}, oldest first; from the beginning when it is null. Locks nothing. */
    @Transactional
    public List<Due> due(Instant now, Due last, int max) {
        List<?> rows = em.createNativeQuery(
                        """
                        SELECT next_fire_at, CAST(id AS text), case_no FROM supervision_order
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
                .map(r -> new Due(((Timestamp) r[0]).toInstant(), UUID.fromString((String) r[1]), (String) r[2]))
                .toList();
    }

    /** Locks the case, first of all; false when somebody is working on it, who is not waited for. */
    public boolean caseIsFree(String caseNo) {
        return !em.createNativeQuery("SELECT id FROM case_file WHERE case_no = ?1 FOR UPDATE SKIP LOCKED")
                .setParameter(1, caseNo)
                .getResultList()
                .isEmpty();
    }

    /** The data key of a case, under which its words lie. */
    public long keyOf(long caseId) {
        return ((Number) em.createNativeQuery("SELECT key_id FROM case_file WHERE id = ?1")
                        .setParameter(1, caseId)
                        .getSingleResult())
                .longValue();
    }

    // ---- appeals

    /** False when one is waiting for the same order already. */
    public boolean add(LightAppeal appeal, long keyId, ObjectNode words) {
        return em.createNativeQuery(
                                """
                                INSERT INTO light_appeal (id, order_id, case_id, ground, from_at, until_at, sealed, state,
                                    asked_by, asked_at)
                                VALUES (CAST(?1 AS uuid), CAST(?2 AS uuid), ?3, ?4, ?5, ?6, ?7, 'PENDING', ?8, ?9)
                                ON CONFLICT DO NOTHING
                                """)
                        .setParameter(1, appeal.id().toString())
                        .setParameter(2, appeal.order().toString())
                        .setParameter(3, appeal.caseId())
                        .setParameter(4, appeal.ground().name())
                        .setParameter(5, Timestamp.from(appeal.from()))
                        .setParameter(6, Timestamp.from(appeal.until()))
                        .setParameter(7, seal(keyId, "light_appeal:" + appeal.id(), words))
                        .setParameter(8, appeal.askedBy())
                        .setParameter(9, Timestamp.from(appeal.askedAt()))
                        .executeUpdate()
                == 1;
    }

    public void decide(
            UUID appeal, boolean approve, String by, Instant at, LocalDate newDueOn, long keyId, ObjectNode opinion) {
        em.createNativeQuery(
                        """
                        UPDATE light_appeal SET state = ?1, decided_by = ?2, decided_at = ?3, new_due_on = CAST(?4 AS date),
                               opinion_sealed = ?5
                         WHERE id = CAST(?6 AS uuid)
                        """)
                .setParameter(1, approve ? "APPROVED" : "REJECTED")
                .setParameter(2, by)
                .setParameter(3, Timestamp.from(at))
                .setParameter(4, text(newDueOn))
                .setParameter(5, seal(keyId, "light_appeal.opinion:" + appeal, opinion))
                .setParameter(6, appeal.toString())
                .executeUpdate();
    }

    /** 申请和话: an appeal with what was said to it. */
    public record Heard(LightAppeal appeal, String text, String opinion) {}

    public List<Heard> appeals(UUID order, long keyId) {
        return heard("order_id", order, keyId);
    }

    public Optional<LightAppeal> appeal(UUID id) {
        return rows("id", id).stream().map(Orders::appeal).findFirst();
    }

    private List<Heard> heard(String by, UUID id, long keyId) {
        return rows(by, id).stream()
                .map(r -> {
                    LightAppeal appeal = appeal(r);
                    String opinion = r[13] == null
                            ? null
                            : open(keyId, "light_appeal.opinion:" + appeal.id(), (byte[]) r[13])
                                    .path("text")
                                    .asText();
                    return new Heard(
                            appeal,
                            open(keyId, "light_appeal:" + appeal.id(), (byte[]) r[12])
                                    .path("text")
                                    .asText(),
                            opinion);
                })
                .toList();
    }

    private List<Object[]> rows(String by, UUID id) {
        List<?> rows = em.createNativeQuery(
                        "SELECT CAST(id AS text), CAST(order_id AS text), case_id, ground, from_at, until_at, state,"
                                + " asked_by, asked_at, decided_by, decided_at, new_due_on, sealed, opinion_sealed"
                                + " FROM light_appeal WHERE " + by + " = CAST(?1 AS uuid) ORDER BY asked_at, id")
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static LightAppeal appeal(Object[] r) {
        return new LightAppeal(
                UUID.fromString((String) r[0]),
                UUID.fromString((String) r[1]),
                ((Number) r[2]).longValue(),
                LightAppeal.Ground.valueOf((String) r[3]),
                at(r[4]),
                at(r[5]),
                LightAppeal.State.valueOf((String) r[6]),
                (String) r[7],
                at(r[8]),
                (String) r[9],
                at(r[10]),
                day(r[11]));
    }

    /** Has this officer had a hand in the case? Overseeing it is none. */
    public boolean handled(long caseId, String actor) {
        return !em.createNativeQuery(
                        """
                        SELECT 1 FROM case_event WHERE case_id = ?1 AND actor = ?2
                           AND type NOT IN ('NUMBER_REVEALED', 'SUPERVISION_ORDERED', 'SUPERVISION_REPLIED',
                                            'SUPERVISION_CLOSED', 'LIGHT_APPEAL_DECIDED', 'CLOCK_CORRECTED') LIMIT 1
                        """)
                .setParameter(1, caseId)
                .setParameter(2, actor)
                .getResultList()
                .isEmpty();
    }

    private static SupervisionOrder order(Object[] r) {
        return new SupervisionOrder(new SupervisionOrder.Row(
                UUID.fromString((String) r[0]),
                ((Number) r[1]).longValue(),
                (String) r[2],
                (String) r[3],
                SupervisionOrder.Level.valueOf((String) r[4]),
                SupervisionOrder.Trigger.valueOf((String) r[5]),
                r[6] == null ? null : ClockKind.valueOf((String) r[6]),
                (String) r[7],
                day(r[8]),
                (String) r[9],
                r[10] == null ? null : ((Number) r[10]).longValue(),
                SupervisionOrder.State.valueOf((String) r[11]),
                at(r[12]),
                (String) r[13],
                day(r[14]),
                (Boolean) r[15],
                at(r[16]),
                (String) r[17],
                at(r[18]),
                (String) r[19],
                ((Number) r[20]).longValue(),
                at(r[21])));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Instant at(Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }

    private static LocalDate day(Object value) {
        return value == null ? null : ((Date) value).toLocalDate();
    }
}
