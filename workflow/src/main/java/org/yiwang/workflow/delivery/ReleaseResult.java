package org.yiwang.workflow.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.serving.Serving;

/**
 * 统一出件: a result that waited for the others of its errand is served, or goes to the window. The law's ten days for
 * serving run on meanwhile (行政许可法 §44), so nobody may let it wait beyond them.
 */
@ApplicationScoped
public class ReleaseResult {

    @Inject
    CaseDesk desk;

    @Inject
    Serving serving;

    /** Releasing what is not held changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(CaseNo no) {
        OpenCase open = desk.open(Actor.SYSTEM, no);
        if (!open.file().held()) {
            return;
        }
        open.release();
        if (open.file().status() == CaseStatus.APPROVED) {
            open.event(EventType.RESULT_RELEASED, OpenCase.body());
            serving.afterRelease(open);
        }
        desk.close(open);
    }
}
