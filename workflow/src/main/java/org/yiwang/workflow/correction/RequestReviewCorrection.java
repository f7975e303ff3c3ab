package org.yiwang.workflow.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.SuspendKind;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 审查阶段补正: the reviewers need something more; all of it is said at once, a second notice of the same step may only
 * repeat. No law stops the legal clock for it, so it runs on; the promise rests where the city lets it.
 */
@ApplicationScoped
public class RequestReviewCorrection implements ActionUseCase<RequestCorrection.Notice> {

    @Inject
    CaseDesk desk;

    @Override
    public CaseAction action() {
        return CaseAction.REQUEST_REVIEW_CORRECTION;
    }

    @Override
    public Class<RequestCorrection.Notice> fields() {
        return RequestCorrection.Notice.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<RequestCorrection.Notice> asked) {
        return request(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView request(Actor actor, CaseNo no, UUID workItem, long seenVersion, RequestCorrection.Notice notice) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.REQUEST_REVIEW_CORRECTION, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        List<CaseRecord> earlier = Demands.of(open, work.stepKey());
        ObjectNode said = Demands.checked(open, notice.demands(), notice.note(), earlier, earlier.isEmpty());
        open.move(CaseAction.REQUEST_REVIEW_CORRECTION, CaseStatus.REVIEW_CORRECTION);
        open.moment(CaseMoment.CORRECTION_ISSUED);
        open.clocks().pause(SuspendKind.CORRECTION, "审查阶段补正", open.now());
        LocalDate dueOn = open.dueOn(ClockKind.CORRECTION).orElse(null);
        CaseRecord entry = open.note(RecordKind.CORRECTION, work.stepKey(), "OPEN", dueOn, true, said);
        open.work().suspend();
        open.event(
                EventType.REVIEW_CORRECTION_REQUESTED,
                OpenCase.body()
                        .put("round", entry.round())
                        .put("step", work.stepKey())
                        .put("demands", notice.demands().size()));
        ObjectNode data = OpenCase.body();
        data.set("correction", Demands.letter(said, dueOn).put("promiseRests", promiseRests(open)));
        open.letter(DocumentKind.REVIEW_CORRECTION_NOTICE, DocumentKind.REVIEW_CORRECTION_NOTICE.template(), data);
        open.tellApplicant("case.reviewCorrection", OpenCase.body().put("dueOn", String.valueOf(dueOn)));
        return desk.close(open);
    }

    private static boolean promiseRests(OpenCase open) {
        return open.clocks().rows().stream()
                .anyMatch(clock -> clock.kind() == ClockKind.PROMISE
                        && clock.pauses().stream()
                                .anyMatch(pause -> pause.open() && pause.reason() == SuspendKind.CORRECTION));
    }
}
