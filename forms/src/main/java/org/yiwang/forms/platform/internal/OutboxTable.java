package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.MeasureOutbox;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxRow;
import org.yiwang.forms.platform.OutboxTroubles;

/** 发件箱存取: the statements on the outbox. Of one order key only the oldest open message can be claimed. */
@ApplicationScoped
public class OutboxTable implements OutboxTroubles {

    private static final String OPEN = " IN ('READY', 'WAITING', 'FAILED')";

    private static final String INSERT = "INSERT INTO outbox (kind, key, order_key, body, platform_time, trace_id,"
            + " not_before, changed_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'READY') ON CONFLICT (kind, key) DO NOTHING";

    /** Skips rows that another node is claiming; a leased row of the same order key keeps the others back too. */
    private static final String CLAIM = "WITH due AS (SELECT o.id FROM outbox o WHERE o.state" + OPEN
            + " AND o.not_before <= ? AND (o.leased_until IS NULL OR o.leased_until < ?)"
            + " AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.order_key = o.order_key AND e.state" + OPEN
            + " AND e.id <> o.id AND (e.id < o.id OR e.leased_until >= ?))"
            + " ORDER BY o.id LIMIT ? FOR UPDATE OF o SKIP LOCKED)"
            + " UPDATE outbox SET lease = ?, leased_until = ? FROM due WHERE outbox.id = due.id RETURNING outbox.*";

    private static final String BUSY = "SELECT 1 FROM outbox o WHERE o.state" + OPEN
            + " AND (o.leased_until >= ? OR o.not_before <= ? AND NOT EXISTS (SELECT 1 FROM outbox e"
            + " WHERE e.order_key = o.order_key AND e.state" + OPEN + " AND e.id < o.id)) LIMIT 1";

    @Inject
    Sql sql;

    @Inject
    OutboxLease lease;

    @Inject
    @MachineTime
    Clock clock;

    void insert(Object[] row) {
        sql.update(INSERT, row);
    }

    /** Takes up to {@code limit} messages, for as long as a lease lasts. */
    @Transactional(TxType.REQUIRES_NEW)
    List<OutboxMessage> claim(String holder, int limit) {
        Instant now = clock.instant();
        return sql.list(CLAIM, OutboxTable::message, now, now, now, limit, holder, now.plus(lease.span())).stream()
                .sorted(java.util.Comparator.comparingLong(OutboxMessage::id))
                .toList();
    }

    /** Makes the lease as long as at first; false if another node took the message over. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean hold(long id, String holder) {
        return sql.update(
                        "UPDATE outbox SET leased_until = ? WHERE id = ? AND lease = ?",
                        clock.instant().plus(lease.span()),
                        id,
                        holder)
                == 1;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void done(long id, String lease) {
        settle(id, lease, "DONE", 0, null, clock.instant());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void waiting(long id, String lease, String reason, Duration retryAfter) {
        settle(id, lease, "WAITING", 0, reason, clock.instant().plus(retryAfter));
    }

    /** Counts the attempt; tried again later, or given up when there is no later. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(long id, String lease, String reason, Optional<Duration> retryAfter) {
        String state = retryAfter.isPresent() ? "FAILED" : "DEAD";
        settle(id, lease, state, 1, reason, clock.instant().plus(retryAfter.orElse(Duration.ZERO)));
    }

    private void settle(long id, String lease, String state, int counted, String reason, Instant notBefore) {
        sql.update(
                "UPDATE outbox SET state = ?, attempts = attempts + ?, reason = ?, not_before = ?, changed_at = ?,"
                        + " lease = NULL, leased_until = NULL WHERE id = ? AND lease = ?",
                state,
                counted,
                reason,
                notBefore,
                clock.instant(),
                id,
                lease);
    }

    /**
     * Whether a worker holds a message at this moment, or one could be taken: between two messages of an order key there
     * is an instant in which nobody holds the next one yet.
     */
    @Transactional(TxType.REQUIRES_NEW)
    boolean busy() {
        Instant now = clock.instant();
        return sql.first(BUSY, row -> true, now, now).isPresent();
    }

    @Override
    @Transactional
    public List<OutboxRow> after(long id, int limit) {
        return sql.list(
                "SELECT * FROM outbox WHERE state IN ('WAITING', 'FAILED', 'DEAD') AND id > ? ORDER BY id LIMIT ?",
                OutboxTable::row,
                id,
                limit);
    }

    /** How much is open and how late the oldest due message is. */
    public MeasureOutbox.Measure measure() {
        Instant now = clock.instant();
        return sql.first(
                        "SELECT count(*) FILTER (WHERE state = 'WAITING') AS waiting,"
                                + " count(*) FILTER (WHERE state = 'FAILED') AS failed,"
                                + " count(*) FILTER (WHERE state = 'DEAD') AS dead,"
                                + " min(not_before) FILTER (WHERE state <> 'DEAD' AND not_before <= ?) AS due"
                                + " FROM outbox WHERE state IN ('READY', 'WAITING', 'FAILED', 'DEAD')",
                        row -> new MeasureOutbox.Measure(
                                late(Sql.instant(row, "due"), now),
                                row.getLong("waiting"),
                                row.getLong("failed"),
                                row.getLong("dead")),
                        now)
                .orElseThrow();
    }

    private static Duration late(Instant due, Instant now) {
        return due == null ? Duration.ZERO : Duration.between(due, now);
    }

    @Override
    @Transactional
    public boolean retry(long id, String actor, Instant platformTime) {
        Instant now = clock.instant();
        int recorded = sql.update(
                "INSERT INTO outbox_retry (outbox_id, actor, at, attempts, reason) SELECT id, ?, ?, attempts, reason"
                        + " FROM outbox WHERE id = ? AND state IN ('WAITING', 'FAILED', 'DEAD')"
                        + " AND (leased_until IS NULL OR leased_until < ?) FOR UPDATE",
                actor,
                platformTime,
                id,
                now);
        if (recorded == 1) {
            sql.update(
                    "UPDATE outbox SET state = 'READY', attempts = 0, not_before = ?, changed_at = ? WHERE id = ?",
                    now,
                    now,
                    id);
        }
        return recorded == 1;
    }

    /** Forgets what was delivered long ago, a bounded number at a time. */
    @Transactional(TxType.REQUIRES_NEW)
    int sweep(Duration kept) {
        return sql.update(
                "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 'DONE' AND changed_at < ? LIMIT 5000)",
                clock.instant().minus(kept));
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("order_key"),
                row.getString("body"),
                Sql.instant(row, "platform_time"),
                row.getInt("attempts"),
                row.getString("trace_id"));
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("order_key"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("reason"),
                Sql.instant(row, "platform_time"),
                Sql.instant(row, "changed_at"),
                row.getString("trace_id"));
    }
}
