package org.yiwang.test.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.yiwang.test.Api;
import org.yiwang.test.scenario.City;

/**
 * Whole lives of cases, action by action: a road to be dug up, two departments at once, a decision. While actions are
 * measured the outbox is held back, so that what is done afterwards is not counted with them; then it is let go and
 * measured by itself.
 */
final class Lifecycles implements Scenario {

    private static final int CASES = 20;
    private static final int WARM_UP = 5;

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public void run(Ground ground, Options options) {
        City city = new City(ground.api());
        Latencies latencies = new Latencies();
        int count = CASES * options.size();
        Meter before;
        Meter actions;
        try (HeldOutbox held = new HeldOutbox(ground.db())) {
            new Round(ground, city, new Latencies(), WARM_UP, step -> Told.NOTHING).run();
            before = ground.read();
            new Round(ground, city, latencies, count, step -> options.lists(step) ? Told.STATEMENTS : Told.SUMS).run();
            actions = ground.read().minus(before);
        }
        city.settle();
        Meter all = ground.read().minus(before);
        System.out.println("目标 (aim): ours ≤ 12, commits 1 per action");
        System.out.println("whole life, actions and looks : " + actions.per(count));
        System.out.println("whole life, letters included  : " + all.per(count));
        System.out.println(latencies.table());
    }

    /** What is printed of a step. */
    private enum Told {
        NOTHING,
        SUMS,
        STATEMENTS
    }

    /** So many cases, each action for all of them before the next. */
    private record Round(Ground ground, City city, Latencies latencies, int count, Function<String, Told> tell) {

        void run() {
            Api agent = city.as("wangqiang");
            List<String> drafts = new ArrayList<>();
            ObjectNode answers = city.answers("road-dig");
            ObjectNode order = city.forCompany(agent, "road-dig");
            step("draft, answers, materials", () -> {
                for (int i = 0; i < count; i++) {
                    drafts.add(latencies.time("draft (8 calls)", () -> city.draft(agent, order, answers)));
                }
            });
            List<String> cases = new ArrayList<>();
            step("SUBMIT", () -> {
                for (String draft : drafts) {
                    cases.add(
                            latencies.time("SUBMIT", () -> agent.post("/drafts/" + draft + "/submission", Api.object())
                                    .expect(201)
                                    .text("/caseNo")));
                }
            });
            act(cases, "window-1", "ACCEPT");
            act(cases, "traffic-reviewer", "REVIEW", "opinion", "AGREE", "text", "同意。");
            act(cases, "housing-reviewer", "REVIEW", "opinion", "AGREE", "text", "同意。");
            act(
                    cases,
                    "urban-inspector-1",
                    "RECORD_SITE_CHECK",
                    "withStaffNo",
                    "YZ1018",
                    "checkedAt",
                    city.now().toString(),
                    "place",
                    "东湖路",
                    "findings",
                    "与平面图一致。",
                    "passed",
                    true,
                    "signature",
                    "SIGNED",
                    "party",
                    "在场负责人");
            act(cases, "urban-reviewer", "REVIEW", "opinion", "AGREE", "text", "同意。");
            act(
                    cases,
                    "urban-director",
                    "DECIDE",
                    "decision",
                    "GRANT",
                    "reason",
                    "符合条件。",
                    "legalBasis",
                    "《城市道路管理条例》第三十三条");
            step("POST /tokens", () -> {
                for (int i = 0; i < count; i++) {
                    latencies.time("POST /tokens", () -> ground.api().signIn("wangqiang", City.PASSWORD));
                }
            });
            look("GET /cases/{no}, citizen", agent, i -> "/cases/" + cases.get(i));
            look("GET /cases/{no}, officer", city.as("urban-director"), i -> "/cases/" + cases.get(i));
            look("GET /cases", agent, i -> "/cases");
            look("GET /work-items", city.as("urban-reviewer"), i -> "/work-items");
            look("GET /work-items, department", city.as("window-1"), i -> "/work-items?queue=department");
            look("GET /mandates", agent, i -> "/mandates");
        }

        private void look(String name, Api who, IntFunction<String> path) {
            step(name, () -> {
                for (int i = 0; i < count; i++) {
                    String asked = path.apply(i);
                    latencies.time(name, () -> who.get(asked).expect(200));
                }
            });
        }

        private void act(List<String> cases, String login, String action, Object... fields) {
            Api officer = city.as(login);
            List<ObjectNode> bodies = cases.stream()
                    .map(no -> city.action(officer, no, action, fields))
                    .toList();
            String name = action + " by " + login;
            step(name, () -> {
                for (int i = 0; i < cases.size(); i++) {
                    String path = "/cases/" + cases.get(i) + "/actions";
                    ObjectNode body = bodies.get(i);
                    latencies.time(name, () -> officer.post(path, body).expect(200));
                }
            });
        }

        private void step(String name, Runnable work) {
            Meter before = ground.read();
            work.run();
            Meter cost = ground.read().minus(before);
            Told told = tell.apply(name);
            if (told != Told.NOTHING) {
                System.out.printf(Locale.ROOT, "%-28s each %s%n", name, cost.per(count));
            }
            if (told == Told.STATEMENTS) {
                System.out.println(cost.statements().listed(count));
            }
        }
    }
}
