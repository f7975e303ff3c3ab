package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.worklist.WorkItem;

/** 流转: tells the engine what came out of a step and lets the work list follow it. */
@ApplicationScoped
class Advance {

    @Inject
    CaseProcess process;

    @Inject
    ReadSubmission submissions;

    void after(OpenCase open, WorkItem work, String said) {
        String outcome = open.item().outcome(work.stepKey(), said, answers(open, work.stepKey()));
        open.work().follow(process.advance(open.file().processId(), work.taskId(), outcome));
    }

    /** The answers are sealed; they are opened only where a routing rule asks for them. */
    private JsonNode answers(OpenCase open, String stepKey) {
        boolean asked =
                open.item().routing().stream().anyMatch(rule -> rule.after().equals(stepKey));
        return asked ? open.submission(submissions).answers() : JsonNodeFactory.instance.objectNode();
    }
}
