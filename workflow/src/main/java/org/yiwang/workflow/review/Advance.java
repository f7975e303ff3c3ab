package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.worklist.WorkItem;

/** 流转: tells the engine what came out of a step and lets the work list follow it. */
@ApplicationScoped
public class Advance {

    @Inject
    CaseProcess process;

    @Inject
    ReadSubmission submissions;

    public void after(OpenCase open, WorkItem work, String said) {
        String outcome = open.item().outcome(work.stepKey(), said, answers(open, work.stepKey()));
        open.work().follow(process.advance(open.file().processId(), work.taskId(), outcome));
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
