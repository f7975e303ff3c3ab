package org.yiwang.workflow.process;

import java.util.List;

/**
 * 流程状态: where a process stands after a step.
 *
 * @param open the steps that wait now; order says nothing
 * @param ended nothing waits any more
 */
public record ProcessState(String processId, List<OpenStep> open, boolean ended) {

    public ProcessState {
        open = List.copyOf(open);
    }

    /**
     * 待办环节: a step that waits.
     *
     * @param taskId what {@link CaseProcess#advance} wants back; a step that is opened again has another one
     * @param stepKey key of the step in item.json, or id of the receive task
     * @param receive waits for something outside and not for an officer; see {@link CaseProcess#signal}
     */
    public record OpenStep(String taskId, String stepKey, boolean receive) {}
}
