package org.yiwang.test.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.yiwang.test.Api;
import org.yiwang.test.scenario.City;

/**
 * The deadline job and the recount over a growing number of open cases: what one case costs must not depend on how many
 * others there are, and nothing may be loaded but the case in hand. Notices are held back and not counted.
 */
final class Clocks implements Scenario {

    private static final List<Integer> OPEN = List.of(1_000, 10_000, 100_000);
    private static final int DUE = 1_000;

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public void run(Ground ground, Options options) {
        City city = new City(ground.api());
        String pattern = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), pattern, "ACCEPT");
        city.settle();
        prepare(ground);
        // Held until the ground is gone: thousands of notices would only be sent after the last number is known.
        new HeldOutbox(ground.db());
        int there = 1;
        for (int open : OPEN) {
            fill(ground, pattern, there, open);
            there = open;
            deadlines(ground, city, open, Math.min(open, DUE * options.size()) - 1);
            recount(ground, city, open, Math.min(open, DUE * options.size()) - 1);
        }
    }

    /** So many come due at one instant of platform time that lies ahead of the server's own rounds. */
    private static void deadlines(Ground ground, City city, int open, int due) {
        Instant at = city.now().plusSeconds(600);
        ground.db()
                .change(
                        """
                        UPDATE case_clock SET next_fire_at = CAST(? AS timestamptz)
                         WHERE id IN (SELECT id FROM case_clock WHERE kind = 'PROMISE' AND state = 'RUNNING'
                                       ORDER BY md5(CAST(id AS text)) LIMIT ?)
                        """,
                        at.toString(),
                        due);
        measure("deadlines", open, due, ground, at.plusSeconds(1));
    }

    /** As many were counted by an older calendar: as after a notice came in, stopped after so many. */
    private static void recount(Ground ground, City city, int open, int cases) {
        Instant at = city.now().plusSeconds(10);
        ground.db()
                .change(
                        """
                        UPDATE case_clock SET calendar_version = calendar_version - 1
                         WHERE state IN ('RUNNING', 'PAUSED')
                           AND case_id IN (SELECT id FROM case_file ORDER BY md5(case_no) LIMIT ?)
                        """,
                        cases);
        measure("recount", open, cases, ground, at);
    }

    private static void measure(String what, int open, int cases, Ground ground, Instant at) {
        Meter before = ground.read();
        long began = System.nanoTime();
        ground.api().put("/clock").json(Api.object("now", at.toString())).send().expect(200);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s of %d among %6d open: %.1f s, each %s; portal %d MB%n",
                what,
                cases,
                open,
                seconds,
                ground.read().minus(before).per(cases),
                ground.megabytes());
    }

    /** Numbers with their check digit, as the platform would give them, of a day long ago. */
    private static void prepare(Ground ground) {
        ground.db()
                .change(
                        """
                        CREATE OR REPLACE FUNCTION bench_case_no(serial integer) RETURNS text LANGUAGE plpgsql AS $$
                        DECLARE
                          body text := '99990020000101' || lpad(CAST(serial AS text), 6, '0');
                          p integer := 10;
                        BEGIN
                          FOR i IN 1..20 LOOP
                            p := (p + CAST(substr(body, i, 1) AS integer)) % 10;
                            p := (CASE WHEN p = 0 THEN 10 ELSE p END) * 2 % 11;
                          END LOOP;
                          RETURN body || CAST((11 - p) % 10 AS text);
                        END $$
                        """);
    }

    /** Copies of one open case with its clocks and its work; ids far above those the platform gives. */
    private static void fill(Ground ground, String pattern, int there, int wanted) {
        copy(
                ground,
                pattern,
                there,
                wanted,
                "case_file",
                "id",
                "'draft_id', gen_random_uuid(), 'case_no', bench_case_no(n)");
        copy(
                ground,
                pattern,
                there,
                wanted,
                "case_clock",
                "case_id",
                "'id', gen_random_uuid(), 'case_id', 1000000000 + n");
        copy(
                ground,
                pattern,
                there,
                wanted,
                "work_item",
                "case_id",
                "'id', 1000000000 + n, 'public_id', gen_random_uuid(), 'task_id', 'bench-' || n,"
                        + " 'case_no', bench_case_no(n), 'case_id', 1000000000 + n");
        ground.db().change("ANALYZE case_file, case_clock, work_item");
    }

    private static void copy(
            Ground ground, String pattern, int there, int wanted, String table, String key, String changes) {
        String own = table.equals("case_file") ? "'id', 1000000000 + n, " : "";
        ground.db()
                .change("INSERT INTO " + table + " SELECT (json_populate_record(p, json_build_object(" + own + changes
                        + "))).* FROM " + table + " p, generate_series(" + there + ", " + (wanted - 1) + ") n WHERE p."
                        + key + " = (SELECT id FROM case_file WHERE case_no = '" + pattern + "')");
    }
}
