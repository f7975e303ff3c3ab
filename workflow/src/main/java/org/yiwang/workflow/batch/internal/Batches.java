package org.yiwang.workflow.batch.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.SecretBox;
import org.yiwang.workflow.batch.BatchView;
import org.yiwang.workflow.batch.OrderBatch;

/** Where batches and their lines are kept. What an officer said for all of them lies sealed. */
@ApplicationScoped
@Transactional
public class Batches {

    public static final String KIND = "BATCH";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    @PersistenceContext(unitName = "yiwang")
    EntityManager em;

    @Inject
    SecretBox box;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** 一行等待. */
    public record Waiting(String caseNo, UUID workId, long seen) {}

    /** 批次. */
    public record Head(
            UUID id,
            String kind,
            String action,
            long officer,
            Channel channel,
            long from,
            long to,
            long keyId,
            byte[] sealed) {

        public boolean handover() {
            return kind.equals("HANDOVER");
        }
    }

    public UUID add(Actor actor, String action, JsonNode fields, Instant at) {
        return insert(actor, "ACTION", action, null, null, false, fields.toString(), at);
    }

    public UUID addHandover(Actor actor, long from, long to, boolean closes, Instant at) {
        return insert(actor, "HANDOVER", "HANDOVER", from, to, closes, "{}", at);
    }

    private UUID insert(
            Actor actor, String kind, String action, Long from, Long to, boolean closes, String fields, Instant at) {
        UUID id = UUID.randomUUID();
        long key = box.newKey();
        em.createNativeQuery(
                        """
                        INSERT INTO batch (id, kind, action, officer_id, channel, from_officer, to_officer, closes,
                            key_id, sealed, created_at)
                        VALUES (CAST(?1 AS uuid), ?2, ?3, ?4, ?5, CAST(?6 AS bigint), CAST(?7 AS bigint), ?8, ?9, ?10, ?11)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, kind)
                .setParameter(3, action)
                .setParameter(4, actor.id())
                .setParameter(5, actor.channel().name())
                .setParameter(6, from == null ? null : from.toString())
                .setParameter(7, to == null ? null : to.toString())
                .setParameter(8, closes)
                .setParameter(9, key)
                .setParameter(10, box.seal(key, "batch:" + id, fields.getBytes(StandardCharsets.UTF_8)))
                .setParameter(11, Timestamp.from(at))
                .executeUpdate();
        return id;
    }

    /** One statement for all lines. */
    public void lines(UUID id, List<OrderBatch.Selected> items) {
        ArrayNode rows = JSON.createArrayNode();
        for (int i = 0; i < items.size(); i++) {
            ObjectNode row = rows.addObject().put("line", i + 1);
            row.put(
                    "case_no",
                    items.get(i).caseNo().length() > 21 ? "" : items.get(i).caseNo());
            row.put("work_id", items.get(i).workItemId().toString());
            row.put("seen", items.get(i).seenVersion());
        }
        em.createNativeQuery(
                        """
                        INSERT INTO batch_line (batch_id, line, case_no, work_id, seen, state, message)
                        SELECT CAST(?1 AS uuid), x.line, x.case_no, x.work_id, x.seen, 'WAITING', ''
                          FROM json_to_recordset(CAST(?2 AS json))
                               AS x (line integer, case_no varchar, work_id uuid, seen bigint)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, rows.toString())
                .executeUpdate();
    }

    /** All that he has and all that he gave to others and waits for. */
    public int linesOf(UUID id, long officer) {
        return em.createNativeQuery(
                        """
                        INSERT INTO batch_line (batch_id, line, case_no, work_id, seen, state, message)
                        SELECT CAST(?1 AS uuid),
                               (SELECT count(*) FROM batch_line b WHERE b.batch_id = CAST(?1 AS uuid))
                                 + row_number() OVER (ORDER BY w.due_on, w.id),
                               w.case_no, w.public_id, w.version, 'WAITING', ''
                          FROM work_item w WHERE w.assignee = ?2 OR w.given_by = ?2
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, officer)
                .executeUpdate();
    }

    /** Orders the next page; the same page again is dropped. */
    public void start(UUID id, int from) {
        outbox.order(
                KIND,
                id + ":" + (from == Integer.MAX_VALUE ? "rest" + total(id) : from),
                "batch:" + id,
                JSON.createObjectNode().put("batch", id.toString()).toString());
    }

    private long total(UUID id) {
        return ((Number) em.createNativeQuery("SELECT count(*) FROM batch_line WHERE batch_id = CAST(?1 AS uuid)")
                        .setParameter(1, id.toString())
                        .getSingleResult())
                .longValue();
    }

    @SuppressWarnings("unchecked")
    public OptionalInt waiting(UUID id, int after) {
        return ((List<Object>) em.createNativeQuery("SELECT line FROM batch_line WHERE batch_id = CAST(?1 AS uuid)"
                                + " AND state = 'WAITING' AND line > ?2 ORDER BY line LIMIT 1")
                        .setParameter(1, id.toString())
                        .setParameter(2, after)
                        .getResultList())
                .stream().mapToInt(line -> ((Number) line).intValue()).findFirst();
    }

    /** Takes a line, unless it is done or another node has it. */
    @SuppressWarnings("unchecked")
    public Optional<Waiting> take(UUID id, int line) {
        return ((List<Object[]>) em.createNativeQuery("SELECT case_no, work_id, seen FROM batch_line"
                                + " WHERE batch_id = CAST(?1 AS uuid) AND line = ?2 AND state = 'WAITING'"
                                + " FOR UPDATE SKIP LOCKED")
                        .setParameter(1, id.toString())
                        .setParameter(2, line)
                        .getResultList())
                .stream()
                        .map(r -> new Waiting((String) r[0], (UUID) r[1], ((Number) r[2]).longValue()))
                        .findFirst();
    }

    public Head head(UUID id) {
        Object[] r =
                (Object[]) em.createNativeQuery("SELECT kind, action, officer_id, channel, from_officer, to_officer,"
                                + " key_id, sealed FROM batch WHERE id = CAST(?1 AS uuid)")
                        .setParameter(1, id.toString())
                        .getSingleResult();
        return new Head(
                id,
                (String) r[0],
                (String) r[1],
                ((Number) r[2]).longValue(),
                Channel.valueOf((String) r[3]),
                number(r[4]),
                number(r[5]),
                number(r[6]),
                (byte[]) r[7]);
    }

    private static long number(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }

    public JsonNode fields(Head head) {
        try {
            return JSON.readTree(box.open(head.keyId(), "batch:" + head.id(), head.sealed()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T fields(Head head, Class<T> type) {
        try {
            return JSON.treeToValue(fields(head), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void done(UUID id, int line, String message) {
        mark(id, line, "DONE", message);
    }

    public void refused(UUID id, int line, String message) {
        mark(id, line, "REFUSED", message);
    }

    private void mark(UUID id, int line, String state, String message) {
        em.createNativeQuery("UPDATE batch_line SET state = ?3, message = ?4, done_at = ?5"
                        + " WHERE batch_id = CAST(?1 AS uuid) AND line = ?2 AND state = 'WAITING'")
                .setParameter(1, id.toString())
                .setParameter(2, line)
                .setParameter(3, state)
                .setParameter(4, message.length() > LONGEST ? message.substring(0, LONGEST) : message)
                .setParameter(5, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** Of a hand-over: what he has got since; what was refused is not tried for ever. */
    public int addRest(UUID id) {
        Head head = head(id);
        if (!head.handover()) {
            return 0;
        }
        return em.createNativeQuery(
                        """
                        INSERT INTO batch_line (batch_id, line, case_no, work_id, seen, state, message)
                        SELECT CAST(?1 AS uuid),
                               (SELECT count(*) FROM batch_line b WHERE b.batch_id = CAST(?1 AS uuid))
                                 + row_number() OVER (ORDER BY w.due_on, w.id),
                               w.case_no, w.public_id, w.version, 'WAITING', ''
                          FROM work_item w WHERE (w.assignee = ?2 OR w.given_by = ?2)
                           AND NOT EXISTS (SELECT 1 FROM batch_line b
                                            WHERE b.batch_id = CAST(?1 AS uuid) AND b.work_id = w.public_id)
                        """)
                .setParameter(1, id.toString())
                .setParameter(2, head.from())
                .executeUpdate();
    }

    /** Answers the officer who leaves now, once; nobody whose work could not all be handed over. */
    @SuppressWarnings("unchecked")
    public Optional<Long> finish(UUID id) {
        return ((List<Object[]>) em.createNativeQuery("UPDATE batch SET finished_at = ?2 WHERE id = CAST(?1 AS uuid)"
                                + " AND finished_at IS NULL RETURNING from_officer, closes AND NOT EXISTS (SELECT 1 FROM batch_line x"
                                + " WHERE x.batch_id = batch.id AND x.state = 'REFUSED')")
                        .setParameter(1, id.toString())
                        .setParameter(2, Timestamp.from(clock.instant()))
                        .getResultList())
                .stream()
                        .filter(row -> (Boolean) row[1])
                        .map(row -> ((Number) row[0]).longValue())
                        .findFirst();
    }

    public boolean handingOver(long officer) {
        return !em.createNativeQuery("SELECT 1 FROM batch WHERE from_officer = ?1 AND finished_at IS NULL LIMIT 1")
                .setParameter(1, officer)
                .getResultList()
                .isEmpty();
    }

    public boolean orderedBy(UUID id, long officer) {
        return !em.createNativeQuery("SELECT 1 FROM batch WHERE id = CAST(?1 AS uuid) AND officer_id = ?2")
                .setParameter(1, id.toString())
                .setParameter(2, officer)
                .getResultList()
                .isEmpty();
    }

    private static final String VIEW =
            """
            SELECT b.id, b.kind, b.action, count(x.line), count(*) FILTER (WHERE x.state = 'DONE'),
                   count(*) FILTER (WHERE x.state = 'REFUSED'), count(*) FILTER (WHERE x.state = 'WAITING'),
                   b.created_at, b.finished_at
              FROM batch b LEFT JOIN batch_line x ON x.batch_id = b.id
             WHERE %s GROUP BY b.id ORDER BY b.created_at DESC, b.id DESC
            """;

    public BatchView view(UUID id) {
        return view(em.createNativeQuery(VIEW.formatted("b.id = CAST(?1 AS uuid)"))
                .setParameter(1, id.toString())
                .getSingleResult());
    }

    /** His latest twenty. */
    @SuppressWarnings("unchecked")
    public List<BatchView> of(long officer) {
        return ((List<Object>) em.createNativeQuery(VIEW.formatted("b.id IN (SELECT id FROM batch WHERE officer_id = ?1"
                                + " ORDER BY created_at DESC, id DESC LIMIT 20)"))
                        .setParameter(1, officer)
                        .getResultList())
                .stream().map(Batches::view).toList();
    }

    private static BatchView view(Object row) {
        Object[] r = (Object[]) row;
        return new BatchView(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                ((Number) r[3]).intValue(),
                ((Number) r[4]).intValue(),
                ((Number) r[5]).intValue(),
                ((Number) r[6]).intValue(),
                instant(r[7]),
                instant(r[8]));
    }

    private static Instant instant(Object value) {
        return value == null ? null : value instanceof Instant at ? at : ((Timestamp) value).toInstant();
    }

    @SuppressWarnings("unchecked")
    public List<BatchView.Line> lines(UUID id, boolean refusedOnly, int after, int limit) {
        return ((List<Object[]>) em.createNativeQuery("SELECT line, case_no, state, message, done_at FROM batch_line"
                                + " WHERE batch_id = CAST(?1 AS uuid) AND line > ?2"
                                + (refusedOnly ? " AND state = 'REFUSED'" : "") + " ORDER BY line LIMIT " + limit)
                        .setParameter(1, id.toString())
                        .setParameter(2, after)
                        .getResultList())
                .stream()
                        .map(r -> new BatchView.Line(
                                ((Number) r[0]).intValue(), (String) r[1], (String) r[2], (String) r[3], instant(r[4])))
                        .toList();
    }
}
