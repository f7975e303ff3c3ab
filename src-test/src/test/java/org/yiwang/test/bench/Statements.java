package org.yiwang.test.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.test.Db;

/**
 * 语句: what the portal has had the database execute, counted where it arrives: a batch that the driver sends as one
 * statement counts once. Begin, commit and settings are not statements here.
 *
 * @param calls how often, by the statement's text without its values
 * @param commits transactions that wrote something, by the numbers the database gave out
 */
public record Statements(Map<String, Long> calls, long commits) {

    /** Whose statement it is, by the tables it names. */
    public enum Owner {
        OURS,
        ENGINE,
        OUTBOX;

        static Owner of(String statement) {
            if (statement.contains(" act_") || statement.contains("\"act_")) {
                return ENGINE;
            }
            return statement.contains("outbox") ? OUTBOX : OURS;
        }
    }

    private static final List<String> NOT_COUNTED =
            List.of("begin", "commit", "rollback", "set ", "show ", "savepoint", "release", "discard");

    /** Everything since the database was made; two readings make a difference. */
    public static Statements read(Db db) {
        long commits = db.number("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)");
        Map<String, Long> calls = new HashMap<>();
        for (Map<String, Object> row :
                db.rows("SELECT s.query, s.calls FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid"
                        + " WHERE r.rolname = 'yiwang_app'")) {
            String statement = words(String.valueOf(row.get("query")));
            if (NOT_COUNTED.stream().noneMatch(statement::startsWith)) {
                calls.merge(statement, ((Number) row.get("calls")).longValue(), Long::sum);
            }
        }
        return new Statements(calls, commits);
    }

    public Statements minus(Statements before) {
        Map<String, Long> difference = new HashMap<>();
        calls.forEach((statement, count) -> {
            long more = count - before.calls.getOrDefault(statement, 0L);
            if (more > 0) {
                difference.put(statement, more);
            }
        });
        return new Statements(difference, commits - before.commits);
    }

    public long of(Owner owner) {
        return calls.entrySet().stream()
                .filter(call -> Owner.of(call.getKey()) == owner)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** One line each, the most frequent first: whose, how often per one of {@code times}, and what. */
    public String listed(int times) {
        return calls.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(call -> String.format(
                        Locale.ROOT,
                        "  %-6s %6.2f  %s",
                        Owner.of(call.getKey()),
                        (double) call.getValue() / times,
                        call.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static String words(String query) {
        return query.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
