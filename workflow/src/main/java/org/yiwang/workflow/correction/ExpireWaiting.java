package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.ReturnedMaterials;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.delivery.RefundFee;

/**
 * 逾期未补: what the applicant was asked for never came. Before acceptance the case is terminated (补正不来办结); a demand of
 * the reviewers goes back to them, because only a decision with reasons may end what was accepted (行政许可法 §38).
 */
@ApplicationScoped
public class ExpireWaiting {

    @Inject
    CaseDesk desk;

    @Inject
    CaseEnding ending;

    @Inject
    RefundFee refund;

    @Inject
    ReturnedMaterials returned;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        boolean correction = passed.over(ClockKind.CORRECTION);
        if (!correction && !passed.over(ClockKind.ACCEPT)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        switch (open.file().status()) {
            case PRE_RETURNED -> terminate(open, "未在约定期限内重新提交");
            case CORRECTION_REQUIRED -> terminate(open, "逾期未补正申请材料");
            case REVIEW_CORRECTION -> backToReview(open);
            default -> {
                return;
            }
        }
        desk.close(open);
    }

    private void terminate(OpenCase open, String cause) {
        open.require(CaseAction.EXPIRE);
        open.move(CaseAction.EXPIRE, CaseStatus.TERMINATED);
        ending.end(open);
        open.event(EventType.CORRECTION_EXPIRED, OpenCase.body());
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        returned.into(open, data.putObject("termination").put("cause", cause).put("reason", "视为放弃申请"));
        open.letter(DocumentKind.TERMINATION_NOTICE, DocumentKind.TERMINATION_NOTICE.template(), data);
        open.tellApplicant("case.terminated", OpenCase.body());
    }

    private static void backToReview(OpenCase open) {
        open.require(CaseAction.EXPIRE);
        CaseRecord notice = open.openRecord(RecordKind.CORRECTION).orElseThrow();
        open.move(CaseAction.EXPIRE, CaseStatus.IN_REVIEW);
        open.closeRecord(notice, "EXPIRED", (ObjectNode) open.words(notice));
        open.clocks().stop(ClockKind.CORRECTION, open.now());
        open.clocks().resume(SuspendKind.CORRECTION.name(), open.now());
        open.work().resume();
        open.event(EventType.CORRECTION_EXPIRED, OpenCase.body().put("round", notice.round()));
        open.work()
                .all()
                .forEach(work -> open.tell(
                        work.holder(), "work.correctionExpired", OpenCase.body().put("step", work.stepName())));
    }
}
