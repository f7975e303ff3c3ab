package org.yiwang.workflow.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.worklist.WorkItem;

/** 催办: the applicant reminds those who have the case; once a day is heard, more is noise. */
@ApplicationScoped
public class UrgeCase implements ActionUseCase<ActionUseCase.NoFields> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.URGE;
    }

    @Override
    public Class<NoFields> fields() {
        return NoFields.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<NoFields> asked) {
        return urge(actor, no);
    }

    @Transactional
    public CaseView urge(Actor actor, CaseNo no) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.URGE);
        boolean today = open.happened(EventType.CASE_URGED)
                .map(LegalDay::of)
                .filter(open.today()::equals)
                .isPresent();
        if (today) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "URGED_TODAY", "今天已经催办过，承办人员已收到提醒，请明天再试。");
        }
        open.event(EventType.CASE_URGED, OpenCase.body());
        for (WorkItem work : open.work().all()) {
            open.tell(work.holder(), "work.urged", OpenCase.body().put("step", work.stepName()));
        }
        return desk.close(open);
    }
}
