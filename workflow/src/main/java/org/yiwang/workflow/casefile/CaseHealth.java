package org.yiwang.workflow.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.process.ProcessState.OpenStep;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 案卷自检: what holds for every case at every moment, whatever happened to it. Whoever changes a rule of the case may ask
 * it; the random walks do after each step.
 */
@ApplicationScoped
public class CaseHealth {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    /** What is wrong with the case as it lies there; empty when nothing is. */
    @Transactional
    public List<String> faults(CaseNo no) {
        OpenCase open = desk.look(Actor.SYSTEM, no);
        List<String> faults = new ArrayList<>();
        chain(open, faults);
        clocks(open, faults);
        work(open, faults);
        decided(open, faults);
        return faults;
    }

    /** Each event follows the one before it, and the row knows the last. */
    private static void chain(OpenCase open, List<String> faults) {
        ChainAudit audit = new ChainAudit(faults::add);
        open.allEvents().forEach(audit::event);
        List<CaseEvent> events = open.allEvents();
        CaseEvent last = events.get(events.size() - 1);
        audit.head(open.file().id(), open.file().headSeq(), open.file().headHash(), last.seq(), last.hash());
    }

    private static void clocks(OpenCase open, List<String> faults) {
        for (CaseClock clock : open.clocks().rows()) {
            if (clock.dueAt().isBefore(clock.startedAt())) {
                faults.add("clock " + clock.kind() + " is due before it began");
            }
            // The letter that tells of the end is still to be served, within its own time.
            boolean serving =
                    clock.kind() == ClockKind.DELIVER && !open.unserved().isEmpty();
            boolean over = open.file().status().ended() && !clock.kind().outlivesTheCase() && !serving;
            if (over && clock.active()) {
                faults.add(
                        "clock " + clock.kind() + " runs on in " + open.file().status());
            }
        }
    }

    /** The work list and the engine say the same; a case that has ended has neither. */
    private void work(OpenCase open, List<String> faults) {
        Set<String> listed = open.work().all().stream()
                .map(WorkItem::taskId)
                .filter(task -> !task.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> waiting = process.state(open.file().processId()).stream()
                .flatMap(state -> state.open().stream())
                .filter(step -> !step.receive())
                .map(OpenStep::taskId)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!listed.equals(waiting)) {
            faults.add("the work list has " + listed.size() + " tasks, the engine waits at " + waiting.size());
        }
        boolean toServe = listed.isEmpty() && !open.unserved().isEmpty();
        if (open.file().status().ended() && !open.work().all().isEmpty() && !toServe) {
            faults.add("work is open in " + open.file().status());
        }
    }

    /** A case is decided once, and only a decided case shows a decision. */
    private static void decided(OpenCase open, List<String> faults) {
        long decisions = open.allEvents().stream()
                .filter(event -> event.type() == EventType.CASE_DECIDED)
                .count();
        if (decisions > 1) {
            faults.add("decided " + decisions + " times");
        }
        if (decisions > 0 && open.file().decision() == null) {
            faults.add("decided, but no decision stands on the case");
        }
    }
}
