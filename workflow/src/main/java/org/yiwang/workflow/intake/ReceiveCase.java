package org.yiwang.workflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;

/** 收件: the window confirms that it has the papers; this is not yet acceptance (行政许可法 §32). */
@ApplicationScoped
public class ReceiveCase implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.RECEIVE;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        return receive(actor, no, asked.seenVersion());
    }

    @Transactional
    public CaseView receive(Actor actor, CaseNo no, long seenVersion) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECEIVE);
        open.sees(seenVersion);
        write(open);
        return desk.close(open);
    }

    /** Acceptance and correction from SUBMITTED write the receipt first, in the same transaction. */
    public static void ifNotYet(OpenCase open) {
        if (open.file().status() == CaseStatus.SUBMITTED) {
            write(open);
        }
    }

    private static void write(OpenCase open) {
        open.move(CaseAction.RECEIVE, CaseStatus.RECEIVED);
        open.moment(CaseMoment.RECEIVED);
        open.event(EventType.CASE_RECEIVED, OpenCase.body());
    }
}
