package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;

/**
 * 申请听证: within five workdays of being told. The office has twenty workdays to hold it (行政许可法 §47); its time is not
 * counted in the legal time, and the applicant is told so in writing (§45). The case itself stays in review.
 */
@ApplicationScoped
public class AskHearing implements ActionUseCase<AskHearing.Request> {

    @Inject
    CaseDesk desk;

    /**
     * 听证申请.
     *
     * @param request what he wants to be heard on; may be left out
     */
    public record Request(String request) {}

    @Override
    public CaseAction action() {
        return CaseAction.ASK_HEARING;
    }

    @Override
    public Class<Request> fields() {
        return Request.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Request> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ASK_HEARING);
        open.sees(asked.seenVersion());
        CaseRecord right = right(open);
        if (right.dueOn() != null && open.today().isAfter(right.dueOn())) {
            throw Refusal.conflict("HEARING_TIME_OVER", "申请听证的期限已过；您仍然可以向承办部门提出陈述和申辩。");
        }
        ObjectNode said = new Words()
                .optional("request", "听证请求", asked.fields().request())
                .checked();
        open.clocks().stop(ClockKind.HEARING_REQUEST, right.id().toString(), open.now());
        open.closeRecord(right, "ASKED", (ObjectNode) open.words(right));
        open.touch();
        LocalDate holdBy = BeginHearing.begin(open, "", said, "申请人申请听证");
        open.event(EventType.HEARING_ASKED, OpenCase.body().put("holdBy", holdBy.toString()));
        open.tellApplicant("hearing.asked", OpenCase.body().put("dueOn", holdBy.toString()));
        open.work().all().forEach(work -> open.tell(work.holder(), "work.hearingAsked", OpenCase.body()));
        return desk.close(open);
    }

    /** The right that waits for his word; refuses where there is none. */
    static CaseRecord right(OpenCase open) {
        return HearingRight.entry(open)
                .filter(CaseRecord::open)
                .orElseThrow(() -> Refusal.conflict("HEARING_NOT_OFFERED", "本件没有等待您答复的听证权利，或者您已经答复过。"));
    }
}
