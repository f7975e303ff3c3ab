package org.yiwang.test.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.yiwang.test.bench.Scenario.Options;

/**
 * 性能测量: {@code ./dev bench [--size N] [--statements STEP] [scenario …]}. Drives the portal over HTTP against a PostgreSQL
 * that keeps what it is told, and prints what each thing costs; of the steps that begin with {@code STEP}, such as
 * {@code SUBMIT}, also every statement.
 */
public final class Bench {

    /** What can be measured, in this order. */
    private static final List<Scenario> SCENARIOS =
            List.of(new Lifecycles(), new Inboxes(), new Clocks(), new PublicPages(), new Searches());

    private Bench() {}

    public static void main(String[] arguments) {
        List<String> wanted = new ArrayList<>(List.of(arguments));
        Options options =
                new Options(Integer.parseInt(value(wanted, "--size", "1")), value(wanted, "--statements", ""));
        List<String> names = SCENARIOS.stream().map(Scenario::name).toList();
        if (!names.containsAll(wanted)) {
            System.err.println("没有这样的测量 (no such scenario): " + wanted + "; " + names);
            System.exit(2);
        }
        run(wanted, options);
        System.exit(0);
    }

    /** Takes an option and what follows it out of the arguments. */
    private static String value(List<String> arguments, String option, String otherwise) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private static void run(List<String> wanted, Options options) {
        List<Scenario> chosen = SCENARIOS.stream()
                .filter(scenario -> wanted.isEmpty() || wanted.contains(scenario.name()))
                .toList();
        chosen.stream().filter(Scenario::inProcess).forEach(scenario -> run(scenario, null, options));
        if (chosen.stream().allMatch(Scenario::inProcess)) {
            return;
        }
        try (Ground ground = new Ground()) {
            System.out.println(new TreeMap<>(ground.facts()));
            chosen.stream()
                    .filter(scenario -> !scenario.inProcess())
                    .forEach(scenario -> run(scenario, ground, options));
        }
    }

    private static void run(Scenario scenario, Ground ground, Options options) {
        System.out.println("\n== " + scenario.name());
        scenario.run(ground, options);
    }
}
