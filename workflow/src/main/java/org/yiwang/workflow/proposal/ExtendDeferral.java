package org.yiwang.workflow.proposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.Extension;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.deferral.Deferrals;

/**
 * 顺延容缺补交期限: force majeure kept the applicant from supplying what he promised; an officer proposes, the head approves,
 * once and by no more than the item allows.
 */
@ApplicationScoped
public class ExtendDeferral implements ActionUseCase<ExtendDeferral.More> {

    @Inject
    CaseDesk desk;

    /**
     * 批示.
     *
     * @param days how much more time, in the unit of the limit
     */
    public record More(Integer days, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.EXTEND_DEFERRAL;
    }

    @Override
    public Class<More> fields() {
        return More.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<More> asked) {
        OpenCase open = desk.open(actor, no);
        More more = asked.fields();
        open.require(CaseAction.EXTEND_DEFERRAL);
        int days = checked(open, more);
        Proposals.approve(open, Measure.EXTEND_DEFERRAL, asked.seenVersion(), more.reason());
        for (CaseRecord entry : Deferrals.owed(open)) {
            open.clocks().extend(ClockKind.DEFERRED, entry.stepKey(), days, open.now());
            open.amendRecord(
                    entry,
                    entry.outcome(),
                    open.dueOn(ClockKind.DEFERRED, entry.stepKey()).orElseThrow(),
                    (ObjectNode) open.words(entry));
        }
        open.event(EventType.DEFERRAL_EXTENDED, OpenCase.body().put("days", days));
        open.tellApplicant("deferral.extended", OpenCase.body());
        return desk.close(open);
    }

    private static int checked(OpenCase open, More more) {
        Extension most = open.item()
                .limit(LimitKind.DEFERRED)
                .flatMap(TimeLimit::extension)
                .orElseThrow(() -> Refusal.conflict("NO_EXTENSION", "该事项的这项时限不允许延长。"));
        if (more.days() == null || more.days() < 1 || more.days() > most.value()) {
            throw Refusal.invalid("days", "OUT_OF_RANGE", "顺延天数应在 1 至 " + most.value() + " 之间。");
        }
        return more.days();
    }
}
