package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.process.ProcessState;
import org.yiwang.workflow.process.ProcessState.OpenStep;
import org.yiwang.workflow.worklist.WorkItem;

/** 流转: tells the engine what came out of a step and lets the work list follow it. */
@ApplicationScoped
public class Advance {

    @Inject
    CaseProcess process;

    @Inject
    ReadSubmission submissions;

    public void after(OpenCase open, WorkItem work, String said) {
        String outcome = outcome(open, work.stepKey(), said);
        if (work.kept()) {
            // The engine is somewhere before; it passes here when it comes by.
            keep(open, work.stepKey(), outcome);
            open.work().besides(work).forEach(open.work()::close);
            open.work().close(work);
            return;
        }
        follow(open, process.advance(open.file().processId(), work.taskId(), outcome));
    }

    /** The list follows the engine, which passes what was answered before and still stands. */
    void follow(OpenCase open, ProcessState state) {
        ProcessState now = state;
        Optional<OpenStep> pass = passing(open, now);
        while (pass.isPresent()) {
            CaseRecord kept = kept(open, pass.get().stepKey()).orElseThrow();
            open.closeRecord(kept, kept.outcome(), OpenCase.body());
            now = process.advance(now.processId(), pass.get().taskId(), kept.outcome());
            pass = passing(open, now);
        }
        open.work().follow(now);
    }

    private static Optional<OpenStep> passing(OpenCase open, ProcessState state) {
        return state.open().stream()
                .filter(step -> !step.receive() && kept(open, step.stepKey()).isPresent())
                .findFirst();
    }

    private static Optional<CaseRecord> kept(OpenCase open, String step) {
        return open.records(RecordKind.KEPT).stream()
                .filter(kept -> kept.open() && kept.stepKey().equals(step))
                .findFirst();
    }

    /** 保留: this step is not done again. */
    void keep(OpenCase open, String step, String outcome) {
        open.note(RecordKind.KEPT, step, outcome, null, true, OpenCase.body());
    }

    /** What was to be kept is done again after all. */
    void drop(OpenCase open, String step) {
        kept(open, step).ifPresent(kept -> open.closeRecord(kept, "DROPPED", OpenCase.body()));
    }

    /** What the engine is told, from what was said. */
    String outcome(OpenCase open, String step, String said) {
        return open.item().outcome(step, said, answers(open, step));
    }

    /**
     * 签署: one signature of a step was given. Of a 或签 the first settles it; otherwise the step is answered when the last
     * has signed, with "yes" if nobody said no. Only then does the engine hear of it: once.
     */
    public void signed(OpenCase open, WorkItem work) {
        if (Signatures.firstSettles(open, work)) {
            settle(open, work);
        }
        boolean others = open.work().besides(work).stream()
                .anyMatch(other -> other.part().counts());
        if (others) {
            open.work().close(work);
            return;
        }
        var round = Signatures.round(open, work);
        boolean against = round.stream().anyMatch(opinion -> opinion.outcome().equals(Opinion.DISAGREE.name()));
        Opinion whole = against ? Opinion.DISAGREE : Opinion.AGREE;
        if (round.size() > 1 || open.step(work).sign().isPresent()) {
            open.note(RecordKind.SIGNED, work.stepKey(), whole.name(), null, false, OpenCase.body());
        }
        after(open, work, whole.name());
    }

    /** The others need not sign any more; who comes too late is told why. */
    private static void settle(OpenCase open, WorkItem work) {
        var body = OpenCase.body().put("step", work.stepKey());
        var over = body.putArray("over");
        for (WorkItem other : open.work().besides(work)) {
            if (other.part() == work.part()) {
                over.add(other.publicId().toString());
                open.work().close(other);
                open.tell(other.holder(), "work.settled", OpenCase.body().put("step", work.stepName()));
            }
        }
        open.event(EventType.STEP_SETTLED, body);
    }

    /** The answers are sealed; they are opened only where a routing rule asks for them. */
    private JsonNode answers(OpenCase open, String stepKey) {
        boolean asked =
                open.item().routing().stream().anyMatch(rule -> rule.after().equals(stepKey));
        return asked ? open.submission(submissions).answers() : JsonNodeFactory.instance.objectNode();
    }
}
