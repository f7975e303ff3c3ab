package org.yiwang.workflow.delivery;

import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/** 补齐后办结: a result that went out while something was still owed has been served already; nothing is left but to say so. */
public final class ServeLater {

    private ServeLater() {}

    /** What was granted on a promise is granted without one now. */
    public static void granted(OpenCase open) {
        boolean handedOut = !open.records(RecordKind.DELIVERY).isEmpty();
        if (handedOut) {
            Completion.complete(open);
        } else if (open.file().electronic()) {
            Serving.afterRelease(open);
        }
    }
}
