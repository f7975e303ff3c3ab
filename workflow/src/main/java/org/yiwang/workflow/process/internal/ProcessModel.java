package org.yiwang.workflow.process.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * 流程模型: nodes and flows of a BPMN file, as far as they mean anything to us. Reading it judges nothing; that is {@link
 * ProcessLinter}'s work.
 */
final class ProcessModel {

    /**
     * 节点.
     *
     * @param scope id of the subprocess or process it stands in
     */
    record Node(String id, String type, String scope, String defaultFlow) {
        boolean is(String wanted) {
            return type.equals(wanted);
        }
    }

    /**
     * 连线.
     *
     * @param condition its text, or null
     */
    record Flow(String id, String scope, String from, String to, String condition) {}

    private final Map<String, Node> nodes;
    private final List<Flow> flows;

    ProcessModel(Map<String, Node> nodes, List<Flow> flows) {
        this.nodes = nodes;
        this.flows = flows;
    }

    static ProcessModel read(byte[] xml) {
        return of(BpmnXml.parse(xml));
    }

    static ProcessModel of(Element definitions) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Flow> flows = new java.util.ArrayList<>();
        for (Element process : BpmnXml.children(definitions, "process")) {
            collect(process, nodes, flows);
        }
        return new ProcessModel(nodes, flows);
    }

    private static void collect(Element scope, Map<String, Node> nodes, List<Flow> flows) {
        String scopeId = scope.getAttribute("id");
        for (Element child : BpmnXml.children(scope)) {
            String type = child.getLocalName();
            String id = child.getAttribute("id");
            if (type.equals("sequenceFlow")) {
                flows.add(new Flow(
                        id,
                        scopeId,
                        child.getAttribute("sourceRef"),
                        child.getAttribute("targetRef"),
                        condition(child)));
            } else if (BpmnXml.NODES.contains(type)) {
                nodes.putIfAbsent(id, new Node(id, type, scopeId, child.getAttribute("default")));
                if (type.equals("subProcess")) {
                    collect(child, nodes, flows);
                }
            }
        }
    }

    private static String condition(Element flow) {
        List<Element> conditions = BpmnXml.children(flow, "conditionExpression");
        return conditions.isEmpty() ? null : conditions.get(0).getTextContent().strip();
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    boolean hasStep(String key) {
        return nodes.containsKey(key) && nodes.get(key).is("userTask");
    }

    boolean receives(String key) {
        return nodes.containsKey(key) && nodes.get(key).is("receiveTask");
    }

    boolean receives() {
        return nodes.values().stream().anyMatch(node -> node.is("receiveTask"));
    }

    List<Flow> outgoing(String id) {
        return flows.stream().filter(flow -> flow.from().equals(id)).toList();
    }

    List<Flow> incoming(String id) {
        return flows.stream().filter(flow -> flow.to().equals(id)).toList();
    }

    /** Whether one can walk from the earlier to the later step without passing a fork, a join or a subprocess's border. */
    boolean sameBranch(String earlier, String later) {
        if (!nodes.get(earlier).scope().equals(nodes.get(later).scope())) {
            return false;
        }
        return forward(Set.of(earlier), node -> !node.is("parallelGateway")).contains(later);
    }

    /** What can be reached from somewhere, itself included, going on only from nodes that are passable. */
    Set<String> forward(Set<String> from, Predicate<Node> passable) {
        return walk(from, passable, flows.stream().collect(Collectors.groupingBy(Flow::from)), Flow::to);
    }

    /** From where something can be reached, itself included. */
    Set<String> backward(Set<String> from) {
        return backward(from, node -> true);
    }

    /** The same, going on only from nodes that are passable. */
    Set<String> backward(Set<String> from, Predicate<Node> passable) {
        return walk(from, passable, flows.stream().collect(Collectors.groupingBy(Flow::to)), Flow::from);
    }

    private Set<String> walk(
            Set<String> from,
            Predicate<Node> passable,
            Map<String, List<Flow>> ways,
            java.util.function.Function<Flow, String> next) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> todo = new ArrayDeque<>(from);
        while (!todo.isEmpty()) {
            String here = todo.pop();
            if (nodes.containsKey(here) && !passable.test(nodes.get(here))) {
                continue;
            }
            for (Flow flow : ways.getOrDefault(here, List.of())) {
                if (seen.add(next.apply(flow))) {
                    todo.push(next.apply(flow));
                }
            }
        }
        return seen;
    }
}
