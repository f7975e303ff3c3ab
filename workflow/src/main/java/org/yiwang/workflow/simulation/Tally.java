package org.yiwang.workflow.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** 走查记数: counts of one walk, and where it stands. */
final class Tally {

    /** A fault shows up again and again; the first few tell it. */
    private static final int MOST_FINDINGS = 20;

    final Map<String, Integer> done = new TreeMap<>();
    final Map<String, Integer> refused = new TreeMap<>();
    final Map<String, Integer> statuses = new TreeMap<>();
    final List<WalkReport.Finding> findings = new ArrayList<>();
    final Deque<String> way = new ArrayDeque<>();
    int sequences;

    static void count(Map<String, Integer> map, String key) {
        map.merge(key, 1, Integer::sum);
    }

    void fault(String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new WalkReport.Finding(what, List.copyOf(way)));
        }
    }
}
