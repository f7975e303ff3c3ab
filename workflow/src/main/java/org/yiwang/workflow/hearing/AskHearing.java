package org.yiwang.workflow.hearing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.SuspendKind;

/**
 * 申请听证: within five workdays of being told. The office has twenty workdays to hold it (行政许可法 §47); its time is not
 * counted in the legal time, and the applicant is told so in writing (§45). The case itself stays in review.
 */
@ApplicationScoped
public class AskHearing implements ActionUseCase<AskHearing.Request> {

    /** 组织听证的期限 (行政许可法 §47, §82). */
    static final Span TO_HOLD = new Span(20, LimitUnit.WORKDAY);

    private static final String LAW = "《中华人民共和国行政许可法》第四十五条、第四十七条";

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
        LocalDate holdBy = begin(open, said);
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

    private static LocalDate begin(OpenCase open, ObjectNode said) {
        CaseRecord hearing = open.note(RecordKind.HEARING, "", "ASKED", null, true, said);
        String ref = hearing.id().toString();
        open.clocks()
                .startSpecial(
                        ClockPause.begin(SuspendKind.SPECIAL, ref, LAW, open.now())
                                .approved(open.actor().key(), DocumentKind.SPECIAL_PROCEDURE_NOTICE.code()),
                        TO_HOLD);
        LocalDate holdBy = open.dueOn(ClockKind.SPECIAL, ref).orElseThrow();
        open.amendRecord(hearing, "ASKED", holdBy, said);
        ObjectNode data = OpenCase.body();
        data.putObject("specialProcedure")
                .put("name", "听证")
                .put("basis", LAW)
                .put("reason", "申请人申请听证")
                .put("duration", "20个工作日")
                .put("expectedOn", LetterDate.of(holdBy));
        open.letter(DocumentKind.SPECIAL_PROCEDURE_NOTICE, DocumentKind.SPECIAL_PROCEDURE_NOTICE.template(), data);
        return holdBy;
    }
}
