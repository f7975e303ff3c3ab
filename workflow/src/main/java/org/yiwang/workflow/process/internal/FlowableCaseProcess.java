package org.yiwang.workflow.process.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.task.api.Task;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.process.ProcessState;
import org.yiwang.workflow.process.ProcessState.OpenStep;
import org.yiwang.workflow.process.WayBack;

/** 引擎上的办件流程. The outcome is a transient variable: it steers this one step and is stored nowhere. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class FlowableCaseProcess implements CaseProcess {

    private static final String OUTCOME = "outcome";

    @Inject
    Engine engine;

    @Inject
    ProcessModels models;

    @Override
    public ProcessState start(String definitionId, String caseNo) {
        ProcessInstance process = engine.get().getRuntimeService().startProcessInstanceById(definitionId, caseNo);
        return state(process.getId(), definitionId);
    }

    @Override
    public ProcessState advance(String processId, String taskId, String outcome) {
        Task task = openTask(processId, taskId);
        engine.get()
                .getTaskService()
                .complete(taskId, Map.<String, Object>of(), Map.<String, Object>of(OUTCOME, outcome));
        return state(processId, task.getProcessDefinitionId());
    }

    @Override
    public ProcessState returnTo(String processId, String taskId, String stepKey) {
        Task task = openTask(processId, taskId);
        ProcessModel model = models.of(task.getProcessDefinitionId());
        if (!model.hasStep(stepKey)) {
            throw Refusal.of(Refusal.Kind.INVALID, "STEP_UNKNOWN", "流程中没有环节“" + stepKey + "”，不能退回到该环节。");
        }
        ProcessBlocks blocks = new ProcessBlocks(model);
        ProcessBlocks.Move move = blocks.back(task.getTaskDefinitionKey(), stepKey)
                .orElseThrow(() -> Refusal.conflict("NOT_EARLIER", "只能退回到本环节之前的环节，请重新选择。"));
        List<String> executions =
                move.around().isEmpty() ? List.of(task.getExecutionId()) : openExecutions(processId, move.around());
        engine.get()
                .getRuntimeService()
                .createChangeActivityStateBuilder()
                .processInstanceId(processId)
                .moveExecutionsToSingleActivityId(executions, move.entry())
                .changeState();
        return state(processId, task.getProcessDefinitionId());
    }

    @Override
    public WayBack wayBack(String definitionId, String from, String to) {
        ProcessModel model = models.of(definitionId);
        if (!model.hasStep(from) || !model.hasStep(to)) {
            return WayBack.NONE;
        }
        return new ProcessBlocks(model)
                .back(from, to)
                .map(ProcessBlocks.Move::way)
                .orElse(WayBack.NONE);
    }

    @Override
    public Set<String> comesBy(String definitionId, String until, Function<String, Optional<String>> settled) {
        return new ProcessReach(models.of(definitionId), settled).before(until);
    }

    @Override
    public ProcessState signal(String processId, String key) {
        Execution waiting = engine.get()
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(processId)
                .activityId(key)
                .singleResult();
        if (waiting == null) {
            throw notOpen();
        }
        String definitionId = definitionOf(processId);
        if (!models.of(definitionId).receives(key)) {
            throw notOpen();
        }
        engine.get().getRuntimeService().trigger(waiting.getId());
        return state(processId, definitionId);
    }

    @Override
    public Optional<ProcessState> state(String processId) {
        return Optional.ofNullable(processId)
                .map(this::find)
                .map(running -> state(processId, running.getProcessDefinitionId()));
    }

    @Override
    public void delete(String processId, String reason) {
        // Asked first: an exception out of the engine would doom the caller's transaction.
        if (find(processId) != null) {
            engine.get().getRuntimeService().deleteProcessInstance(processId, reason);
        }
    }

    private ProcessInstance find(String processId) {
        return engine.get()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processId)
                .singleResult();
    }

    private String definitionOf(String processId) {
        return find(processId).getProcessDefinitionId();
    }

    private Task openTask(String processId, String taskId) {
        Task task =
                engine.get().getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null || !task.getProcessInstanceId().equals(processId)) {
            throw notOpen();
        }
        return task;
    }

    private static Refusal notOpen() {
        return Refusal.conflict("STEP_NOT_OPEN", "该环节已由他人办理或已撤回，请刷新后再试。");
    }

    private List<Task> tasks(String processId) {
        return engine.get()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(processId)
                .list();
    }

    private List<Execution> receiving(String processId, ProcessModel model) {
        if (!model.receives()) {
            return List.of();
        }
        return engine.get().getRuntimeService().createExecutionQuery().processInstanceId(processId).list().stream()
                .filter(execution -> execution.getActivityId() != null && model.receives(execution.getActivityId()))
                .toList();
    }

    /** Those that wait at a task or at a join among these nodes. */
    private List<String> openExecutions(String processId, Set<String> nodes) {
        List<Execution> all = engine.get()
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(processId)
                .onlyChildExecutions()
                .list();
        Set<String> scopes = all.stream().map(Execution::getParentId).collect(Collectors.toSet());
        return all.stream()
                .filter(execution -> nodes.contains(execution.getActivityId()))
                .map(Execution::getId)
                .filter(id -> !scopes.contains(id))
                .toList();
    }

    /** A process that waits nowhere has ended: the linter admits no other place to stay. */
    private ProcessState state(String processId, String definitionId) {
        List<OpenStep> open = new ArrayList<>();
        for (Task task : tasks(processId)) {
            open.add(new OpenStep(task.getId(), task.getTaskDefinitionKey(), false));
        }
        for (Execution execution : receiving(processId, models.of(definitionId))) {
            open.add(new OpenStep(execution.getId(), execution.getActivityId(), true));
        }
        return new ProcessState(processId, open, open.isEmpty());
    }
}
