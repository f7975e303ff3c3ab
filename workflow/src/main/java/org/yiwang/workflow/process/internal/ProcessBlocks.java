package org.yiwang.workflow.process.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.workflow.process.WayBack;
import org.yiwang.workflow.process.internal.ProcessModel.Flow;
import org.yiwang.workflow.process.internal.ProcessModel.Node;

/**
 * 并行块: the branches between each fork and its join, and by them the way back from a step to an earlier one. A token is
 * never put into one branch alone: a join would wait for the others for ever.
 */
final class ProcessBlocks {

    /**
     * 并行块.
     *
     * @param branches the nodes of each branch, in the order of the fork's flows
     */
    record Block(String fork, String join, List<Set<String>> branches) {

        Set<String> all() {
            Set<String> all = new HashSet<>();
            branches.forEach(all::addAll);
            all.add(join);
            return all;
        }

        int branchOf(String node) {
            for (int i = 0; i < branches.size(); i++) {
                if (branches.get(i).contains(node)) {
                    return i;
                }
            }
            return -1;
        }
    }

    /**
     * 移动.
     *
     * @param entry the node at which the token is put
     * @param around the nodes whose tokens go with it; empty when only the step's own does
     */
    record Move(String entry, Set<String> around, WayBack way) {}

    private final ProcessModel model;
    private final List<Block> blocks = new ArrayList<>();

    ProcessBlocks(ProcessModel model) {
        this.model = model;
        for (Node node : model.nodes().values()) {
            if (node.is("parallelGateway") && model.outgoing(node.id()).size() > 1) {
                block(node.id()).ifPresent(blocks::add);
            }
        }
        // Outer blocks first.
        blocks.sort(Comparator.comparingInt((Block block) -> -block.all().size()));
    }

    private Optional<Block> block(String fork) {
        List<Set<String>> reached = model.outgoing(fork).stream()
                .map(flow -> model.forward(Set.of(flow.to()), node -> !node.id().equals(fork)))
                .toList();
        Set<String> common = new HashSet<>(reached.get(0));
        reached.forEach(common::retainAll);
        common.remove(fork);
        return common.stream()
                .filter(id -> model.nodes().get(id).is("parallelGateway")
                        && model.incoming(id).size() > 1)
                .map(join -> between(fork, join))
                .filter(block -> block.branches().stream().flatMap(Set::stream).noneMatch(common::contains))
                .findFirst();
    }

    private Block between(String fork, String join) {
        List<Set<String>> branches = new ArrayList<>();
        for (Flow flow : model.outgoing(fork)) {
            Set<String> branch = new HashSet<>(model.forward(
                    Set.of(flow.to()),
                    node -> !node.id().equals(join) && !node.id().equals(fork)));
            branch.remove(join);
            branch.remove(fork);
            branches.add(branch);
        }
        return new Block(fork, join, branches);
    }

    /** The blocks around a node, the outermost first. */
    private List<Block> around(String node) {
        return blocks.stream().filter(block -> block.branchOf(node) >= 0).toList();
    }

    /** The way back; empty when the one step does not lie before the other, or in a branch beside it. */
    Optional<Move> back(String from, String to) {
        // A loop does not make all of it lie in between.
        Set<String> again =
                new HashSet<>(model.forward(Set.of(to), node -> !node.id().equals(from)));
        again.retainAll(model.backward(Set.of(from), node -> !node.id().equals(to)));
        if (from.equals(to) || !again.contains(from)) {
            return Optional.empty();
        }
        if (!model.nodes().get(from).scope().equals(model.nodes().get(to).scope())) {
            // Out of a subprocess or into one: all that is open goes to the earlier step.
            return Optional.of(new Move(to, model.nodes().keySet(), way(again, Set.of())));
        }
        List<Block> here = around(from);
        List<Block> there = around(to);
        int shared = shared(here, there, from, to);
        boolean inside = here.size() > shared;
        if (there.size() == shared) {
            Set<String> beside = beside(here.subList(shared, here.size()), from);
            return Optional.of(new Move(to, inside ? here.get(shared).all() : Set.of(), way(again, beside)));
        }
        Block entered = there.get(shared);
        if (inside && here.get(shared).fork().equals(entered.fork())
                || model.incoming(entered.fork()).size() != 1) {
            return Optional.empty();
        }
        return Optional.of(
                new Move(entered.fork(), inside ? here.get(shared).all() : Set.of(), way(again, passed(entered, to))));
    }

    /** How many blocks hold both in the same branch. */
    private static int shared(List<Block> here, List<Block> there, String from, String to) {
        int shared = 0;
        while (shared < here.size()
                && shared < there.size()
                && here.get(shared).fork().equals(there.get(shared).fork())
                && here.get(shared).branchOf(from) == there.get(shared).branchOf(to)) {
            shared++;
        }
        return shared;
    }

    /** What lies in the other branches of these blocks. */
    private static Set<String> beside(List<Block> around, String node) {
        Set<String> beside = new HashSet<>();
        for (Block block : around) {
            for (int i = 0; i < block.branches().size(); i++) {
                if (i != block.branchOf(node)) {
                    beside.addAll(block.branches().get(i));
                }
            }
        }
        return beside;
    }

    /** What the process comes by between the fork and the step, and in the branches beside it. */
    private Set<String> passed(Block block, String to) {
        Set<String> passed = new HashSet<>(block.all());
        passed.removeAll(model.forward(
                Set.of(to),
                node -> !node.id().equals(block.join()) && !node.id().equals(block.fork())));
        return passed;
    }

    private WayBack way(Set<String> again, Set<String> beside) {
        Set<String> anew = new HashSet<>(again);
        anew.removeAll(beside);
        return new WayBack(true, steps(anew), steps(beside));
    }

    private Set<String> steps(Set<String> nodes) {
        return nodes.stream().filter(model::hasStep).collect(Collectors.toSet());
    }
}
