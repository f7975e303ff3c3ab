package org.yiwang.workflow.process.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yiwang.workflow.process.internal.ProcessModel.Flow;
import org.yiwang.workflow.process.internal.ProcessModel.Node;

/**
 * 试走: walks every way through one scope with tokens on its flows. Finds a join that waits for a token that never comes, and
 * a place that two tokens reach at once (a fork without a join), which would open the same step twice.
 */
final class ProcessWalk {

    /** A picture drawn by people has some dozens; more means it cannot be understood anyway. */
    private static final int MOST_STATES = 20_000;

    private final ProcessModel model;
    private final String scope;
    private final Complaint complaint;

    ProcessWalk(ProcessModel model, String scope, Complaint complaint) {
        this.model = model;
        this.scope = scope;
        this.complaint = complaint;
    }

    void check() {
        List<Node> nodes = model.nodes().values().stream()
                .filter(node -> node.scope().equals(scope))
                .toList();
        Node start =
                nodes.stream().filter(node -> node.is("startEvent")).findFirst().orElseThrow();
        Set<Map<String, Integer>> seen = new HashSet<>();
        Deque<Map<String, Integer>> todo = new ArrayDeque<>();
        add(tokens(Map.of(), List.of(), model.outgoing(start.id())), seen, todo);
        while (!todo.isEmpty()) {
            Map<String, Integer> here = todo.pop();
            if (seen.size() > MOST_STATES) {
                complaint.about(scope, "PROCESS_TOO_COMPLEX", "流程的并行分支过多，无法逐一检查，请简化。");
                return;
            }
            List<Map<String, Integer>> next = next(nodes, here);
            if (next.isEmpty() && !here.isEmpty()) {
                complaint.about(scope, "PROCESS_STUCK", "流程会停在连线 " + here.keySet() + "：并行网关等待永远不会到达的分支。");
                return;
            }
            for (Map<String, Integer> state : next) {
                if (state.values().stream().anyMatch(count -> count > 1)) {
                    complaint.about(scope, "STEP_TWICE_OPEN", "并行分支没有用并行网关汇合，连线 " + state.keySet() + " 上会重复走到同一环节。");
                    return;
                }
                add(state, seen, todo);
            }
        }
    }

    private static void add(
            Map<String, Integer> state, Set<Map<String, Integer>> seen, Deque<Map<String, Integer>> todo) {
        if (seen.add(state)) {
            todo.push(state);
        }
    }

    /** What can come next: any node that has the tokens it needs may act. */
    private List<Map<String, Integer>> next(List<Node> nodes, Map<String, Integer> here) {
        List<Map<String, Integer>> states = new ArrayList<>();
        for (Node node : nodes) {
            List<Flow> in = model.incoming(node.id());
            List<Flow> out = model.outgoing(node.id());
            if (node.is("parallelGateway")) {
                if (in.stream().allMatch(flow -> here.containsKey(flow.id()))) {
                    states.add(tokens(here, in, out));
                }
                continue;
            }
            for (Flow taken : in) {
                if (here.containsKey(taken.id())) {
                    step(node, taken, out, here, states);
                }
            }
        }
        return states;
    }

    private static void step(
            Node node, Flow taken, List<Flow> out, Map<String, Integer> here, List<Map<String, Integer>> states) {
        if (node.is("exclusiveGateway")) {
            out.forEach(way -> states.add(tokens(here, List.of(taken), List.of(way))));
        } else {
            states.add(tokens(here, List.of(taken), out));
        }
    }

    private static Map<String, Integer> tokens(Map<String, Integer> before, List<Flow> taken, List<Flow> given) {
        Map<String, Integer> after = new TreeMap<>(before);
        taken.forEach(flow -> after.computeIfPresent(flow.id(), (id, count) -> count == 1 ? null : count - 1));
        given.forEach(flow -> after.merge(flow.id(), 1, Integer::sum));
        return after;
    }
}
