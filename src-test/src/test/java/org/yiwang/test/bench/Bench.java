package org.yiwang.test.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * 性能测量: {@code ./dev bench [--size N] [scenario …]}. Drives the portal over HTTP against a PostgreSQL that keeps what it
 * is told, and prints what each thing costs.
 */
public final class Bench {

    /** What can be measured, in this order. */
    private static final List<Scenario> SCENARIOS = List.of(new Lifecycles(), new Inboxes(), new PublicPages());

    private Bench() {}

    public static void main(String[] arguments) {
        int size = 1;
        List<String> wanted = new ArrayList<>(List.of(arguments));
        int option = wanted.indexOf("--size");
        if (option >= 0) {
            size = Integer.parseInt(wanted.remove(option + 1));
            wanted.remove(option);
        }
        List<String> names = SCENARIOS.stream().map(Scenario::name).toList();
        if (!names.containsAll(wanted)) {
            System.err.println("没有这样的测量 (no such scenario): " + wanted + "; " + names);
            System.exit(2);
        }
        run(wanted, size);
        System.exit(0);
    }

    private static void run(List<String> wanted, int size) {
        try (Ground ground = new Ground()) {
            System.out.println(new TreeMap<>(ground.facts()));
            for (Scenario scenario : SCENARIOS) {
                if (wanted.isEmpty() || wanted.contains(scenario.name())) {
                    System.out.println("\n== " + scenario.name());
                    scenario.run(ground, size);
                }
            }
        }
    }
}
