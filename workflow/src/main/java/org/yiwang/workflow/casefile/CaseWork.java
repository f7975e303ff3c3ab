package org.yiwang.workflow.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.course.PublicityRule;
import org.yiwang.forms.identity.Post;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.process.ProcessState;
import org.yiwang.workflow.process.ProcessState.OpenStep;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/** 本件待办: the open work of one case while it lies on the desk, and what an action changes in it. */
public final class CaseWork {

    private final OpenCase open;
    private final CaseDesk desk;
    private final List<WorkItem> items;
    private final Set<WorkItem> stored;
    private final Set<WorkItem> changed = new LinkedHashSet<>();
    private final List<Long> closed = new ArrayList<>();

    CaseWork(OpenCase open, CaseDesk desk, List<WorkItem> items) {
        this.open = open;
        this.desk = desk;
        this.items = new ArrayList<>(items);
        this.stored = Set.copyOf(items);
    }

    public List<WorkItem> all() {
        return List.copyOf(items);
    }

    /** Opens work for a post; {@code taskId} is empty for what the engine does not know. */
    public WorkItem open(String stepKey, String stepName, String taskId, Post queue, Lights due) {
        CaseFile file = open.file();
        WorkItem.Of of = new WorkItem.Of(
                file.id(), file.caseNo().value(), file.itemCode(), file.itemName(), file.applicantMasked());
        WorkItem opened = new WorkItem(desk.nextWorkItemId(), of, stepKey, stepName, taskId, queue, open.now(), due);
        items.add(opened);
        changed.add(opened);
        return opened;
    }

    /** It was claimed or given to somebody. */
    public void changed(WorkItem item) {
        changed.add(item);
    }

    public void close(WorkItem item) {
        items.remove(item);
        changed.remove(item);
        if (!item.taskId().isEmpty() && besides(item).isEmpty()) {
            open.clocks().stopStep(item.stepKey(), open.now());
        }
        if (stored.contains(item)) {
            closed.add(item.id());
        }
    }

    /** The other open work of the same step. */
    public List<WorkItem> besides(WorkItem item) {
        return items.stream()
                .filter(other -> other != item && other.taskId().equals(item.taskId()))
                .toList();
    }

    /** 加签、征求意见: more work of the same step, with its dates. */
    public WorkItem beside(WorkItem item, WorkPart part, Post queue, Long assignee) {
        WorkItem other = item.another(desk.nextWorkItemId(), part, queue, open.now());
        other.given(open.actor().id(), assignee);
        items.add(other);
        changed.add(other);
        return other;
    }

    public void closeAll() {
        all().forEach(this::close);
    }

    /** Rests while the case waits for somebody else; the engine's tokens stay where they are. */
    public void suspend() {
        for (WorkItem item : items) {
            item.suspend();
            changed.add(item);
        }
    }

    /** Goes on, with due dates moved by the time it rested. */
    public void resume() {
        for (WorkItem item : items) {
            item.resume(dates(item));
            changed.add(item);
        }
    }

    /** An opinion asked for has the day that was asked for, whatever becomes of the clocks. */
    private Lights dates(WorkItem item) {
        if (item.part().asked()) {
            return item.lights();
        }
        return item.taskId().isEmpty() ? desk.due(open, ownClock()) : desk.due(open, open.step(item));
    }

    /** What bounds work the engine does not know: intake, then an extension to approve, then handing out. */
    private ClockKind ownClock() {
        if (open.file().decision() != null) {
            return Stream.of(ClockKind.PICKUP, ClockKind.DELIVER, ClockKind.PROMISE, ClockKind.LEGAL)
                    .filter(kind -> open.clocks().running(kind).isPresent())
                    .findFirst()
                    .orElse(ClockKind.DELIVER);
        }
        return open.clocks().running(ClockKind.ACCEPT).isPresent() ? ClockKind.ACCEPT : ClockKind.LEGAL;
    }

    /** 纠偏: time given back to the clocks moves the dates of the open work as well. */
    public void datesAnew() {
        for (WorkItem item : items) {
            item.due(dates(item));
            changed.add(item);
        }
    }

    /** Work that lasts as long as a clock takes its dates, once that clock runs. */
    public void dueWith(String stepKey, ClockKind kind) {
        for (WorkItem item : items) {
            if (item.stepKey().equals(stepKey) && open.clocks().running(kind).isPresent()) {
                item.due(open.dueOf(kind));
                changed.add(item);
            }
        }
    }

    /**
     * 待公示期满、待答复异议: nobody may decide before what is shown was shown long enough and every objection has its answer,
     * so the time of whoever decides rests as long; each reason ends by its own record. The case's own time goes on.
     */
    public void restDeciders() {
        items.stream()
                .filter(item -> !item.taskId().isEmpty())
                .map(open::step)
                .filter(step -> step.role() == StepRole.DECIDE)
                .forEach(this::rest);
        redate();
    }

    private void rest(Step decision) {
        Stream.of(RecordKind.PUBLICITY, RecordKind.OBJECTION)
                .flatMap(kind -> open.records(kind).stream())
                .filter(CaseRecord::open)
                .forEach(entry -> open.clocks()
                        .pauseStep(
                                decision.key(),
                                ClockPause.begin(
                                        SuspendKind.PUBLICITY, entry.id().toString(), waits(entry), open.now())));
    }

    private String waits(CaseRecord entry) {
        return entry.kind() == RecordKind.OBJECTION
                ? "异议答复之前不能作出决定"
                : open.item().course().publicity().map(PublicityRule::basis).orElse("") + "，公示期满之前不能作出决定";
    }

    /** Due dates have moved: work that does not rest takes the new ones. */
    public void redate() {
        for (WorkItem item : items) {
            boolean ours = item.taskId().isEmpty();
            if (!item.suspended() && (!ours || open.clocks().running(ownClock()).isPresent())) {
                item.due(dates(item));
                changed.add(item);
            }
        }
    }

    /** 急: all of it stands first for as long as the case is urgent. */
    void mark(boolean urgent) {
        items.stream().filter(item -> item.urgent(urgent)).forEach(changed::add);
    }

    /** Makes the list agree with the engine: steps that ended go, steps that opened come. */
    public void follow(ProcessState state) {
        List<String> tasks = state.open().stream().map(OpenStep::taskId).toList();
        for (WorkItem item : all()) {
            if (!item.taskId().isEmpty() && !item.kept() && !tasks.contains(item.taskId())) {
                close(item);
            }
        }
        List<String> known = items.stream().map(WorkItem::taskId).toList();
        for (OpenStep step : state.open()) {
            if (!step.receive() && !known.contains(step.taskId()) && !bind(step)) {
                begin(open.item().step(step.stepKey()), step.taskId());
            }
        }
    }

    /** Work that was kept while the process went back gets its task again. */
    private boolean bind(OpenStep step) {
        List<WorkItem> kept = items.stream()
                .filter(item -> item.kept() && item.stepKey().equals(step.stepKey()))
                .toList();
        kept.forEach(item -> {
            item.bind(step.taskId());
            changed.add(item);
        });
        return !kept.isEmpty();
    }

    private void begin(Step step, String taskId) {
        step.limit().ifPresent(limit -> open.clocks().startStep(step.key(), limit, open.countsFrom(open.now())));
        if (step.role() == StepRole.DECIDE) {
            rest(step);
        }
        WorkPart part = step.sign().isPresent() ? WorkPart.SIGN : WorkPart.MAIN;
        for (Post queue : step.queues()) {
            open(step.key(), step.name().zh(), taskId, queue, desk.due(open, step))
                    .part(part);
        }
        step.queues().stream()
                .distinct()
                .forEach(queue -> open.tell(
                        queue.toString(),
                        "work.new",
                        OpenCase.body().put("step", step.name().zh())));
    }

    List<WorkItem> changed() {
        return List.copyOf(changed);
    }

    List<Long> closed() {
        return closed;
    }
}
