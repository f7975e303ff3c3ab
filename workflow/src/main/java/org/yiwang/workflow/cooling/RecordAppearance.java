package org.yiwang.workflow.cooling;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/** 双方到场: both came in person after the cooling-off period, with their documents, and still want it; the review begins. */
@ApplicationScoped
public class RecordAppearance implements ActionUseCase<RecordAppearance.Appearance> {

    @Inject
    CaseDesk desk;

    /**
     * 到场情况.
     *
     * @param applicant was the applicant there, his document checked?
     * @param other the same of the other
     * @param willing did both say, each on his own, that they still want it?
     */
    public record Appearance(Boolean applicant, Boolean other, Boolean willing, String note) {}

    @Override
    public CaseAction action() {
        return CaseAction.RECORD_APPEARANCE;
    }

    @Override
    public Class<Appearance> fields() {
        return Appearance.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Appearance> asked) {
        return record(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView record(Actor actor, CaseNo no, long seenVersion, Appearance appearance) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.RECORD_APPEARANCE);
        open.sees(seenVersion);
        ObjectNode said = checked(appearance);
        open.move(CaseAction.RECORD_APPEARANCE, CaseStatus.IN_REVIEW);
        open.clocks().stop(ClockKind.WAITING, CoolOff.APPEARANCE, open.now());
        open.clocks().resume(CoolOff.PERIOD, open.now());
        open.moment(CaseMoment.APPEARED);
        open.work().resume();
        open.note(RecordKind.APPEARANCE, "", "BOTH", null, false, said);
        open.event(EventType.BOTH_APPEARED, OpenCase.body());
        open.tellApplicant("case.appeared", OpenCase.body());
        return desk.close(open);
    }

    private static ObjectNode checked(Appearance appearance) {
        Words words = new Words().optional("note", "备注", appearance.note());
        if (!Boolean.TRUE.equals(appearance.applicant())) {
            words.problem("applicant", "REQUIRED", "须由申请人本人到场，并核对其身份证件。");
        }
        if (!Boolean.TRUE.equals(appearance.other())) {
            words.problem("other", "REQUIRED", "须由另一方本人到场，并核对其身份证件；只有一方到场的不能办理。");
        }
        if (!Boolean.TRUE.equals(appearance.willing())) {
            words.problem("willing", "REQUIRED", "须分别询问双方，双方都仍然自愿的才能办理；不愿意的，请登记撤回申请。");
        }
        return words.checked();
    }
}
