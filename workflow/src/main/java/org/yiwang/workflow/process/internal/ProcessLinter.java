package org.yiwang.workflow.process.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.yiwang.forms.platform.Problem;

/**
 * 流程检查: whether a BPMN file says who is next, and nothing else. What is not expressly allowed is refused: a file that
 * somebody uploads must never become code, wait by itself or leave a case nowhere.
 */
final class ProcessLinter {

    private static final int MOST_BYTES = 512 * 1024;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private ProcessLinter(String file) {
        this.file = file;
    }

    /**
     * Everything that is wrong at once; later checks need sound earlier ones.
     *
     * @param steps the step keys of item.json
     */
    static List<Problem> lint(String file, byte[] xml, List<String> steps) {
        ProcessLinter linter = new ProcessLinter(file);
        linter.lint(xml, steps);
        return List.copyOf(linter.problems);
    }

    /** Whether a file may be handed to the engine at all; asked again right before it is. */
    static List<Problem> safety(String file, byte[] xml) {
        ProcessLinter linter = new ProcessLinter(file);
        linter.parse(xml);
        return List.copyOf(linter.problems);
    }

    private void lint(byte[] xml, List<String> steps) {
        Element root = parse(xml);
        if (!problems.isEmpty()) {
            return;
        }
        ProcessModel model = ProcessModel.of(root);
        new ProcessShape(model, this::add).check();
        if (problems.isEmpty()) {
            walk(model);
        }
        steps(model, steps);
    }

    private Element parse(byte[] xml) {
        if (xml.length > MOST_BYTES) {
            add("", "PROCESS_TOO_LARGE", "流程文件超过 512 KB，请精简后再发布。");
            return null;
        }
        try {
            Element root = BpmnXml.parse(xml);
            new BpmnVocabulary(this::add).check(root);
            return root;
        } catch (IllegalArgumentException unreadable) {
            add("", "PROCESS_UNREADABLE", "流程文件不是可接受的 XML（不得含 DOCTYPE 和实体）：" + unreadable.getMessage());
            return null;
        }
    }

    private void walk(ProcessModel model) {
        model.nodes().values().stream().map(ProcessModel.Node::scope).distinct().forEach(scope -> new ProcessWalk(
                        model, scope, this::add)
                .check());
    }

    private void steps(ProcessModel model, List<String> steps) {
        Set<String> wanted = new TreeSet<>(steps);
        Set<String> drawn = new HashSet<>();
        for (ProcessModel.Node node : model.nodes().values()) {
            if (node.is("userTask")) {
                drawn.add(node.id());
                if (!wanted.contains(node.id())) {
                    add(node.id(), "STEP_UNKNOWN", "流程中的环节“" + node.id() + "”在 item.json 的 steps 中没有定义。");
                }
            } else if (wanted.contains(node.id())) {
                add(node.id(), "STEP_NOT_A_TASK", "环节“" + node.id() + "”在流程中不是人工任务（userTask）。");
                drawn.add(node.id());
            }
        }
        for (String key : wanted) {
            if (!drawn.contains(key)) {
                add(key, "STEP_MISSING", "item.json 的环节“" + key + "”在流程中没有出现。");
            }
        }
    }

    private void add(String id, String code, String message) {
        problems.add(new Problem(id.isEmpty() ? file : file + "#" + id, code, message));
    }
}
