package org.yiwang.test.bench;

import java.time.Duration;
import java.util.Locale;
import org.yiwang.test.Db;
import org.yiwang.test.bench.Statements.Owner;

/**
 * One reading of the meters; two of them make a difference.
 *
 * @param cpuMillis CPU time of the portal's process, to 10 ms
 * @param walBytes written ahead log
 */
record Meter(long cpuMillis, Statements statements, long walBytes) {

    static Meter read(ProcessHandle portal, Db db) {
        long cpu = portal.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        Statements statements = Statements.read(db);
        long wal =
                ((Number) db.value("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")).longValue();
        return new Meter(cpu, statements, wal);
    }

    Meter minus(Meter before) {
        return new Meter(cpuMillis - before.cpuMillis, statements.minus(before.statements), walBytes - before.walBytes);
    }

    /** Per one of {@code times}. */
    String per(int times) {
        return String.format(
                Locale.ROOT,
                "CPU %.1f ms, SQL ours %.1f + engine %.1f + outbox %.1f, commits %.1f, WAL %.1f kB",
                (double) cpuMillis / times,
                (double) statements.of(Owner.OURS) / times,
                (double) statements.of(Owner.ENGINE) / times,
                (double) statements.of(Owner.OUTBOX) / times,
                (double) statements.commits() / times,
                walBytes / 1024.0 / times);
    }
}
