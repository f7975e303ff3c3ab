package org.yiwang.workflow.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.process.CaseProcess;

/** 收尾: what every end before a decision has in common; nothing runs, waits or lies with anybody afterwards. */
@ApplicationScoped
public class CaseEnding {

    @Inject
    CaseProcess process;

    /** Call it after the move into the final state. */
    public void end(OpenCase open) {
        open.clocks().stopAll(open.now());
        if (open.file().processId() != null) {
            process.delete(open.file().processId(), open.file().status().name());
        }
        open.work().closeAll();
        for (CaseRecord waiting : open.allRecords()) {
            // A receipt that is being looked up, money on its way back and a public notice are seen to the end.
            boolean seenToTheEnd = waiting.kind() == RecordKind.PAYMENT
                    || waiting.kind() == RecordKind.REFUND
                    || waiting.kind() == RecordKind.SERVICE;
            if (waiting.open() && !seenToTheEnd) {
                open.closeRecord(waiting, open.file().status().name(), (ObjectNode) open.words(waiting));
            }
        }
    }
}
