package org.yiwang.workflow.deferral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.delivery.ServeLater;

/** 补齐之后: once nothing is owed any more, what was granted on a promise is granted without one. */
@ApplicationScoped
class Settle {

    @Inject
    ServeLater later;

    void settle(OpenCase open, CaseAction by) {
        if (!Deferrals.owed(open).isEmpty()) {
            return;
        }
        Deferrals.noteCompletion(open);
        boolean rescinding = open.openRecord(RecordKind.RESCISSION).isPresent();
        if (open.file().status() == CaseStatus.APPROVED_DEFERRED && !rescinding) {
            open.move(by, CaseStatus.APPROVED);
            later.granted(open);
        }
    }
}
