package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.serving.Completion;
import org.yiwang.workflow.serving.Serving;

/** 补齐后办结: a result that went out while something was still owed has been served already; nothing is left but to say so. */
@ApplicationScoped
public class ServeLater {

    @Inject
    Serving serving;

    /** What was granted on a promise is granted without one now. */
    public void granted(OpenCase open) {
        boolean handedOut = !open.records(RecordKind.DELIVERY).isEmpty();
        if (handedOut) {
            Completion.complete(open, CaseAction.ARRIVE);
        } else {
            serving.afterRelease(open);
        }
    }
}
