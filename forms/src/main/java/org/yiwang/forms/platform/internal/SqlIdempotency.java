package org.yiwang.forms.platform.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.yiwang.forms.platform.Idempotency;
import org.yiwang.forms.platform.MachineTime;
import org.yiwang.forms.platform.Refusal;

/**
 * 幂等表: the key is inserted before the work, so that a second call with it waits at the index until the first has
 * committed (and then reads its reply) or rolled back (and then does the work itself).
 */
@ApplicationScoped
class SqlIdempotency implements Idempotency {

    static final Duration STANDS = Duration.ofHours(24);

    @Inject
    Sql sql;

    @Inject
    AesSecretBox box;

    @Inject
    @MachineTime
    Clock clock;

    private record Stored(String hash, int status, byte[] reply) {}

    @Override
    @Transactional
    public Reply once(String actorKey, String key, byte[] request, Supplier<Reply> work) {
        String hash = sha256(request);
        if (!insert(actorKey, key, hash)) {
            Optional<Stored> before = find(actorKey, key);
            if (before.isPresent()) {
                return replay(actorKey, key, hash, before.get());
            }
            renew(actorKey, key, hash);
        }
        Reply reply = work.get();
        byte[] sealed =
                box.sealOwn("idempotency", place(actorKey, key), reply.body().getBytes(StandardCharsets.UTF_8));
        sql.update(
                "UPDATE idempotency SET status = ?, reply = ? WHERE actor = ? AND key = ?",
                reply.status(),
                sealed,
                actorKey,
                key);
        return reply;
    }

    private boolean insert(String actorKey, String key, String hash) {
        return sql.update(
                        "INSERT INTO idempotency (actor, key, request_hash, created_at) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        actorKey,
                        key,
                        hash,
                        clock.instant())
                == 1;
    }

    private Optional<Stored> find(String actorKey, String key) {
        return sql.first(
                "SELECT request_hash, status, reply FROM idempotency"
                        + " WHERE actor = ? AND key = ? AND created_at > ? FOR UPDATE",
                row -> new Stored(row.getString(1), row.getInt(2), row.getBytes(3)),
                actorKey,
                key,
                clock.instant().minus(STANDS));
    }

    /** The key stood longer than a day and was not swept yet: it is free again. */
    private void renew(String actorKey, String key, String hash) {
        sql.update("DELETE FROM idempotency WHERE actor = ? AND key = ?", actorKey, key);
        if (!insert(actorKey, key, hash)) {
            throw Refusal.conflict("IDEMPOTENCY_KEY_IN_USE", "同一请求正在处理，请稍后重试。");
        }
    }

    private Reply replay(String actorKey, String key, String hash, Stored stored) {
        if (!stored.hash().equals(hash)) {
            throw Refusal.of(Refusal.Kind.INVALID, "IDEMPOTENCY_KEY_REUSED", "这个幂等键已用于另一请求，请换一个新的再提交。");
        }
        byte[] body = box.openOwn("idempotency", place(actorKey, key), stored.reply());
        return new Reply(stored.status(), new String(body, StandardCharsets.UTF_8));
    }

    /** Forgets keys that stood their time; a bounded number, so that it never holds up anybody. */
    @Transactional
    int sweep() {
        Instant before = clock.instant().minus(STANDS);
        return sql.update(
                "DELETE FROM idempotency WHERE (actor, key) IN"
                        + " (SELECT actor, key FROM idempotency WHERE created_at <= ? LIMIT 5000)",
                before);
    }

    private static String place(String actorKey, String key) {
        return "idempotency.reply:" + actorKey + "|" + key;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
