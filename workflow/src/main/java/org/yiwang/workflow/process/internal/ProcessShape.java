package org.yiwang.workflow.process.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yiwang.workflow.process.internal.ProcessModel.Flow;
import org.yiwang.workflow.process.internal.ProcessModel.Node;

/** 流程形状: one beginning, an end for every path, and conditions only where an outcome has just been given. */
final class ProcessShape {

    private static final Set<String> GIVES_OUTCOME =
            Set.of("userTask", "receiveTask", "parallelGateway", "exclusiveGateway", "subProcess");

    private final ProcessModel model;
    private final Complaint complaint;

    ProcessShape(ProcessModel model, Complaint complaint) {
        this.model = model;
        this.complaint = complaint;
    }

    void check() {
        model.flows().forEach(this::flow);
        model.nodes().values().forEach(this::node);
        model.nodes().values().stream()
                .filter(node -> node.is("exclusiveGateway"))
                .forEach(this::choice);
        Set<String> scopes = model.nodes().values().stream().map(Node::scope).collect(Collectors.toSet());
        model.nodes().values().stream()
                .filter(node -> node.is("subProcess"))
                .map(Node::id)
                .forEach(scopes::add);
        scopes.forEach(this::scope);
        if (scopes.isEmpty()) {
            complaint.about("", "PROCESS_EMPTY", "流程是空的。");
        }
    }

    private void flow(Flow flow) {
        for (String end : List.of(flow.from(), flow.to())) {
            Node node = model.nodes().get(end);
            if (node == null || !node.scope().equals(flow.scope())) {
                complaint.about(flow.id(), "FLOW_LOOSE", "连线“" + flow.id() + "”连到了同一层内不存在的节点“" + end + "”。");
            }
        }
        Node from = model.nodes().get(flow.from());
        if (flow.condition() != null && from != null && !from.is("exclusiveGateway")) {
            complaint.about(flow.id(), "CONDITION_MISPLACED", "条件只能写在排他网关的出口连线上。");
        }
    }

    private void node(Node node) {
        int in = model.incoming(node.id()).size();
        int out = model.outgoing(node.id()).size();
        if (node.is("startEvent") ? in > 0 || out != 1 : in == 0) {
            complaint.about(node.id(), "NODE_LOOSE", "节点“" + node.id() + "”的进入连线不对：开始事件只出不进，其余都要有进入连线。");
        }
        if (node.is("endEvent") ? out > 0 : out == 0) {
            complaint.about(node.id(), "NODE_LOOSE", "节点“" + node.id() + "”的离开连线不对：结束事件没有出口，其余都要有出口。");
        }
        boolean gateway = node.type().endsWith("Gateway");
        if (!gateway && out > 1) {
            complaint.about(node.id(), "FORK_WITHOUT_GATEWAY", "“" + node.id() + "”有多个出口，请改用网关分支。");
        }
    }

    private void choice(Node gateway) {
        List<Flow> out = model.outgoing(gateway.id());
        if (!gateway.defaultFlow().isEmpty()
                && out.stream().noneMatch(flow -> flow.id().equals(gateway.defaultFlow()))) {
            complaint.about(gateway.id(), "DEFAULT_UNKNOWN", "网关“" + gateway.id() + "”的默认出口不是它自己的连线。");
        }
        if (out.size() < 2) {
            return;
        }
        for (Flow flow : out) {
            boolean isDefault = flow.id().equals(gateway.defaultFlow());
            if (isDefault == (flow.condition() != null)) {
                complaint.about(flow.id(), "CONDITION_MISSING", "排他网关的每个出口都要有条件，默认出口除外（默认出口不写条件）。");
            }
        }
        if (out.stream().map(Flow::condition).distinct().count() < out.size()) {
            complaint.about(gateway.id(), "CONDITION_TWICE", "网关“" + gateway.id() + "”有两个出口的条件相同。");
        }
        for (Flow in : model.incoming(gateway.id())) {
            Node before = model.nodes().get(in.from());
            if (before != null && !GIVES_OUTCOME.contains(before.type())) {
                complaint.about(gateway.id(), "CONDITION_TOO_EARLY", "网关“" + gateway.id() + "”之前还没有办理环节，不能按结果分支。");
            }
        }
    }

    private void scope(String scope) {
        Set<String> inside = ids(scope, "");
        Set<String> starts = ids(scope, "startEvent");
        Set<String> ends = ids(scope, "endEvent");
        if (starts.size() != 1 || ends.isEmpty()) {
            complaint.about(scope, "START_END", "“" + scope + "”应恰好有一个开始事件，至少有一个结束事件。");
            return;
        }
        Set<String> reached = model.forward(starts, node -> true);
        Set<String> ending = model.backward(ends);
        for (String id : inside) {
            if (!reached.contains(id)) {
                complaint.about(id, "NODE_UNREACHABLE", "从开始走不到“" + id + "”。");
            }
            if (!ending.contains(id)) {
                complaint.about(id, "NODE_WITHOUT_END", "从“" + id + "”走不到结束。");
            }
        }
    }

    private Set<String> ids(String scope, String type) {
        return model.nodes().values().stream()
                .filter(node -> node.scope().equals(scope) && (type.isEmpty() || node.is(type)))
                .map(Node::id)
                .collect(Collectors.toSet());
    }
}
