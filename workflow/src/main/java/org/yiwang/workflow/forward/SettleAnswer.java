package org.yiwang.workflow.forward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseEnding;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 上级答复的后果: the same whether it came as a message or on paper. A decision or a return brings the case back to the
 * reviewer with what was left of the time; what was settled above is completed here (转报办结).
 */
@ApplicationScoped
class SettleAnswer {

    /** In the words of an answered report: it was answered on paper. */
    static final String PAPER = "paper";

    @Inject
    CaseEnding ending;

    /** The report with this reference, if it was answered on paper. */
    static Optional<CaseRecord> onPaper(OpenCase open, String reference) {
        return open.records(RecordKind.FORWARDING).stream()
                .filter(report -> !report.open() && report.id().toString().equals(reference))
                .filter(report -> open.words(report).path("answer").path(PAPER).asBoolean())
                .findFirst();
    }

    void settle(OpenCase open, CaseRecord report, CaseAction by, AnswerFromAbove.Kind answer, ObjectNode answered) {
        ObjectNode words = (ObjectNode) open.words(report);
        words.set("answer", answered);
        boolean over = answer == AnswerFromAbove.Kind.COMPLETED;
        open.move(by, over ? CaseStatus.COMPLETED : CaseStatus.IN_REVIEW);
        open.closeRecord(report, answer.name(), words);
        dropTyped(open, report);
        open.event(
                EventType.FORWARD_ANSWERED,
                OpenCase.body()
                        .put("answer", answer.name())
                        .put(PAPER, answered.path(PAPER).asBoolean()));
        if (over) {
            ending.end(open);
            open.event(EventType.CASE_COMPLETED, OpenCase.body());
            open.tellApplicant("case.completedAbove", OpenCase.body());
            return;
        }
        open.clocks().resume(report.id().toString(), open.now());
        open.work().resume();
        open.tellApplicant("case.forwardAnswered", OpenCase.body());
        tellReviewers(open, "work.forwardAnswered");
    }

    /** What was typed in and not yet confirmed is settled by whichever answer comes first. */
    private static void dropTyped(OpenCase open, CaseRecord report) {
        open.records(RecordKind.PAPER_ANSWER).stream()
                .filter(CaseRecord::open)
                .forEach(typed -> open.closeRecord(typed, "SUPERSEDED", (ObjectNode) open.words(typed)));
    }

    /** 迟到的报文: goes on record; what was decided on the paper stands, and a difference is told to those who handle it. */
    void late(OpenCase open, CaseRecord report, AnswerFromAbove.Kind answer, ObjectNode words) {
        open.note(RecordKind.LATE_ANSWER, report.id().toString(), answer.name(), null, false, words);
        boolean same = report.outcome().equals(answer.name());
        open.event(
                EventType.ANSWER_CAME_LATE,
                OpenCase.body().put("answer", answer.name()).put("same", same));
        if (!same) {
            open.item().steps().stream()
                    .map(step -> step.post().toString())
                    .distinct()
                    .forEach(post -> open.tell(post, "work.lateAnswerDiffers", OpenCase.body()));
        }
    }

    private static void tellReviewers(OpenCase open, String key) {
        open.work()
                .all()
                .forEach(work -> open.tell(work.holder(), key, OpenCase.body().put("step", work.stepName())));
    }
}
