package org.yiwang.workflow.process.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiwang.workflow.process.internal.ProcessModel.Flow;
import org.yiwang.workflow.process.internal.ProcessModel.Node;

/**
 * 会走到的环节: by which steps a process can come before one of them, where the outcomes of some steps are settled by the
 * item's routing. Where only an officer's word chooses, both ways are possible. Of several branches that were joined any may
 * have spoken last; so rather a step too many is named than one too few.
 */
final class ProcessReach {

    /** Where one is, and who gave the last outcome; empty before the first step. */
    private record Place(String node, String giver) {}

    private final ProcessModel model;
    private final Function<String, Optional<String>> settled;
    private final Set<Place> seen = new HashSet<>();
    private final Deque<Place> todo = new ArrayDeque<>();

    ProcessReach(ProcessModel model, Function<String, Optional<String>> settled) {
        this.model = model;
        this.settled = settled;
    }

    /** The steps before {@code until}, itself included. */
    Set<String> before(String until) {
        // The start of a subprocess is reached through it.
        model.nodes().values().stream()
                .filter(node -> node.is("startEvent") && !model.nodes().containsKey(node.scope()))
                .forEach(start -> go(start.id(), ""));
        while (!todo.isEmpty()) {
            Place here = todo.pop();
            if (!here.node().equals(until)) {
                onward(model.nodes().get(here.node()), here.giver());
            }
        }
        return seen.stream().map(Place::node).filter(model::hasStep).collect(Collectors.toSet());
    }

    private void go(String node, String giver) {
        Place place = new Place(node, giver);
        if (model.nodes().containsKey(node) && seen.add(place)) {
            todo.push(place);
        }
    }

    private void onward(Node node, String giver) {
        if (node.is("subProcess")) {
            model.nodes().values().stream()
                    .filter(inner -> inner.scope().equals(node.id()) && inner.is("startEvent"))
                    .forEach(start -> go(start.id(), giver));
            return;
        }
        String spoke = node.type().endsWith("Task") ? node.id() : giver;
        List<Flow> ways = node.is("endEvent") ? model.outgoing(node.scope()) : model.outgoing(node.id());
        if (node.is("exclusiveGateway")) {
            ways = chosen(node, ways, spoke);
        }
        ways.forEach(flow -> go(flow.to(), spoke));
    }

    /** One way where the outcome is settled, all of them where it is not. */
    private List<Flow> chosen(Node gateway, List<Flow> ways, String giver) {
        Optional<String> outcome = settled.apply(giver);
        if (outcome.isEmpty()) {
            return ways;
        }
        String condition = "${outcome == '" + outcome.get() + "'}";
        List<Flow> fits =
                ways.stream().filter(flow -> condition.equals(flow.condition())).toList();
        if (!fits.isEmpty()) {
            return fits;
        }
        List<Flow> otherwise = ways.stream()
                .filter(flow -> flow.id().equals(gateway.defaultFlow()))
                .toList();
        return otherwise.isEmpty() ? ways : otherwise;
    }
}
