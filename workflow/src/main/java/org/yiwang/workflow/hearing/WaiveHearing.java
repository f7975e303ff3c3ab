package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 放弃听证: the applicant does not want a hearing, or takes back that he asked for one; nobody waits for him any longer and
 * the legal time runs on.
 */
@ApplicationScoped
public class WaiveHearing implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.WAIVE_HEARING;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.WAIVE_HEARING);
        open.sees(asked.seenVersion());
        open.openRecord(RecordKind.HEARING).ifPresentOrElse(hearing -> callOff(open, hearing), () -> waive(open));
        open.touch();
        open.event(EventType.HEARING_WAIVED, OpenCase.body());
        open.tellApplicant("hearing.waived", OpenCase.body());
        open.work().all().forEach(work -> open.tell(work.holder(), "work.hearingWaived", OpenCase.body()));
        return desk.close(open);
    }

    private static void waive(OpenCase open) {
        CaseRecord right = AskHearing.right(open);
        open.clocks().stop(ClockKind.HEARING_REQUEST, right.id().toString(), open.now());
        open.closeRecord(right, "WAIVED", (ObjectNode) open.words(right));
    }

    private static void callOff(OpenCase open, CaseRecord hearing) {
        if (!hearing.stepKey().isEmpty()) {
            throw Refusal.conflict("HEARING_NOT_YOURS", "这次听证不是申请人要求举行的，不能由申请人撤回；您可以不参加。");
        }
        open.clocks().endSpecial(hearing.id().toString(), open.now());
        open.closeRecord(hearing, "CALLED_OFF", (ObjectNode) open.words(hearing));
    }
}
