package org.yiwang.test.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiwang.test.Db;

/**
 * One reading of the meters; two of them make a difference. Statements are counted where they arrive, in the database:
 * a batch that the driver sends as one statement counts once. Begin, commit and settings are not statements here.
 *
 * @param cpuMillis CPU time of the portal's process, to 10 ms
 * @param statements executed statements by whose they are
 * @param commits transactions that wrote something, by the numbers the database gave out
 * @param walBytes written ahead log
 */
record Meter(long cpuMillis, Map<Owner, Long> statements, long commits, long walBytes) {

    /** Whose statement it is, by the tables it names. */
    enum Owner {
        OURS,
        ENGINE,
        OUTBOX
    }

    private static final List<String> NOT_COUNTED =
            List.of("begin", "commit", "rollback", "set ", "show ", "savepoint", "release", "discard");

    static Meter read(ProcessHandle portal, Db db) {
        long cpu = portal.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        Map<Owner, Long> statements = new EnumMap<>(Owner.class);
        for (Owner owner : Owner.values()) {
            statements.put(owner, 0L);
        }
        long commits = db.number("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)");
        for (Map<String, Object> row : db.rows(
                "SELECT lower(s.query) AS query, s.calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid"
                        + " WHERE r.rolname = 'yiwang_app'")) {
            String query = String.valueOf(row.get("query")).strip();
            long calls = ((Number) row.get("calls")).longValue();
            if (NOT_COUNTED.stream().noneMatch(query::startsWith)) {
                statements.merge(owner(query), calls, Long::sum);
            }
        }
        long wal =
                ((Number) db.value("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")).longValue();
        return new Meter(cpu, statements, commits, wal);
    }

    Meter minus(Meter before) {
        Map<Owner, Long> difference = new EnumMap<>(Owner.class);
        statements.forEach((owner, count) -> difference.put(owner, count - before.statements.get(owner)));
        return new Meter(
                cpuMillis - before.cpuMillis, difference, commits - before.commits, walBytes - before.walBytes);
    }

    /** Per one of {@code times}. */
    String per(int times) {
        return String.format(
                Locale.ROOT,
                "CPU %.1f ms, SQL ours %.1f + engine %.1f + outbox %.1f, commits %.1f, WAL %.1f kB",
                (double) cpuMillis / times,
                (double) statements.get(Owner.OURS) / times,
                (double) statements.get(Owner.ENGINE) / times,
                (double) statements.get(Owner.OUTBOX) / times,
                (double) commits / times,
                walBytes / 1024.0 / times);
    }

    private static Owner owner(String query) {
        if (query.contains(" act_") || query.contains("\"act_")) {
            return Owner.ENGINE;
        }
        return query.contains("outbox") ? Owner.OUTBOX : Owner.OURS;
    }
}
