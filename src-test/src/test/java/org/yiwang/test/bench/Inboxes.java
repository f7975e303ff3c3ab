package org.yiwang.test.bench;

import java.util.List;
import org.yiwang.test.Api;
import org.yiwang.test.scenario.City;

/** The department's inbox at growing backlogs: the first page must cost the same whatever waits behind it. */
final class Inboxes implements Scenario {

    private static final List<Integer> BACKLOGS = List.of(1_000, 10_000, 100_000);
    private static final int LOOKS = 200;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void run(Ground ground, Options options) {
        City city = new City(ground.api());
        // Any case will do as the owner of work: the inbox reads work items alone.
        city.submitted("chenjing", "elder-allowance");
        Api officer = city.as("street-reviewer");
        int there = 0;
        for (int backlog : BACKLOGS) {
            fill(ground, backlog - there);
            there = backlog;
            look(officer, new Latencies(), LOOKS / 4, backlog);
            Latencies latencies = new Latencies();
            Meter before = ground.read();
            look(officer, latencies, LOOKS * options.size(), backlog);
            System.out.println("inbox of " + backlog + ": each "
                    + ground.read().minus(before).per(LOOKS * options.size()));
            System.out.println(latencies.table());
        }
    }

    private static void look(Api officer, Latencies latencies, int times, int backlog) {
        for (int i = 0; i < times; i++) {
            latencies.time("inbox at " + backlog, () -> officer.get("/work-items?queue=department")
                    .expect(200));
        }
    }

    private static void fill(Ground ground, int more) {
        ground.db()
                .change(
                        """
                        INSERT INTO work_item (id, public_id, case_id, case_no, item_code, item_name, applicant_masked,
                               step_key, step_name, task_id, queue, assignee, opened_at, due_on, yellow_on, red_on,
                               suspended, version)
                        SELECT nextval('work_item_seq'), gen_random_uuid(), c.id, c.case_no, c.item_code, c.item_name,
                               c.applicant_masked, 'review', '审核', 'bench-' || n, 'street-east/reviewer', NULL, now(),
                               current_date + n % 30, current_date + n % 30 - 1, current_date + n % 30 + 1, false, 1
                          FROM generate_series(1, ?) n, (SELECT * FROM case_file ORDER BY id LIMIT 1) c
                        """,
                        more);
        ground.db().change("ANALYZE work_item");
    }
}
