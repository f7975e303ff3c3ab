package org.yiwang.workflow.review;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 逾期未复: a department that was only asked for its opinion has not answered in time. Where the item says that this counts
 * as agreement, it does from that moment, by time and on record; elsewhere it is late and waited for. Whose consent the
 * law itself asks for (会同审批) never agrees by silence.
 */
@ApplicationScoped
public class CountSilence {

    /** What stands in the record for an opinion nobody gave. */
    static final String SILENT = "SILENT";

    @Inject
    CaseDesk desk;

    @Inject
    Advance advance;

    void on(@Observes @Priority(ClockPassed.CONSEQUENCE) ClockPassed passed) {
        if (!passed.over(ClockKind.STEP)) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        Optional<WorkItem> silent = open.work().all().stream()
                .filter(work ->
                        work.stepKey().equals(passed.ref()) && !work.taskId().isEmpty())
                .filter(work -> work.part().counts())
                .filter(work -> open.step(work).silenceAgrees())
                .findFirst();
        if (silent.isEmpty()
                || !Transitions.lawful(CaseAction.REVIEW, open.file().status())) {
            return;
        }
        agree(open, silent.get());
        desk.close(open);
    }

    private void agree(OpenCase open, WorkItem work) {
        ClaimWork.inReview(open, CaseAction.REVIEW);
        open.note(
                RecordKind.OPINION,
                work.stepKey(),
                SILENT,
                null,
                false,
                OpenCase.body().put("text", "没有在期限内答复，依事项清单视为同意。"));
        open.event(EventType.STEP_SILENT, OpenCase.body().put("step", work.stepKey()));
        open.touch();
        open.tell(work.holder(), "work.silent", OpenCase.body().put("step", work.stepName()));
        advance.after(open, work, whole(open, work).name());
    }

    /** Where several sign, the no of one who did is not undone by the silence of the others. */
    private static Opinion whole(OpenCase open, WorkItem work) {
        List<CaseRecord> round = Signatures.round(open, work);
        Opinion whole = round.stream().anyMatch(said -> said.outcome().equals(Opinion.DISAGREE.name()))
                ? Opinion.DISAGREE
                : Opinion.AGREE;
        if (round.size() > 1 || open.step(work).sign().isPresent()) {
            open.note(RecordKind.SIGNED, work.stepKey(), whole.name(), null, false, OpenCase.body());
        }
        return whole;
    }
}
