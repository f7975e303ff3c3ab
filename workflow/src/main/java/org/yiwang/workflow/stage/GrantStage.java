package org.yiwang.workflow.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.course.StageRule;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.LetterDate;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.delivery.ResultAnswers;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 第一段准予: the first decision issues its own document and ends the time of the first stage. Nothing is left for the office
 * to do until the second stage begins; the token of the process stays where it is.
 */
@ApplicationScoped
public class GrantStage {

    /** Which waiting clock is that of a first result that waits for its second stage. */
    static final String CLOCK = "STAGE";

    @Inject
    ReadSubmission submissions;

    /** Within the decision; the caller has checked everything a decision needs. */
    public void granted(OpenCase open, WorkItem work, ObjectNode said) {
        StageRule rule = open.item().course().stages().orElseThrow();
        open.move(CaseAction.DECIDE, CaseStatus.AWAITING_NEXT_STAGE);
        open.moment(CaseMoment.STAGE_DECIDED);
        open.clocks().stopStep(work.stepKey(), open.now());
        open.note(RecordKind.DECISION, work.stepKey(), "GRANT", null, false, said);
        open.clocks().start(ClockKind.WAITING, CLOCK, rule.within(), rule.basis(), open.now());
        LocalDate until = open.dueOn(ClockKind.WAITING, CLOCK).orElseThrow();
        open.note(
                RecordKind.STAGE,
                work.stepKey(),
                "GRANTED",
                until,
                true,
                OpenCase.body().put("taskId", work.taskId()));
        open.work().suspend();
        open.event(
                EventType.STAGE_GRANTED,
                OpenCase.body()
                        .put("until", until.toString())
                        .put("legalBasis", said.path("legalBasis").asText()));
        document(open, rule, until);
        open.tellApplicant(
                "case.stageGranted",
                OpenCase.body().put("result", rule.name().zh()).put("until", until.toString()));
        rule.by().ifPresent(post -> open.tell(post.toString(), "work.stageWaits", OpenCase.body()));
    }

    private void document(OpenCase open, StageRule rule, LocalDate until) {
        ObjectNode data = OpenCase.body();
        data.set(
                "answers",
                ResultAnswers.of(
                        open.item().form(), open.submission(submissions).answers()));
        data.putObject("result")
                .put("name", rule.name().zh())
                .put("issuedOn", LetterDate.of(open.today()))
                .put("validFrom", LetterDate.of(open.today()))
                .put("validTo", LetterDate.of(until));
        open.letter(DocumentKind.STAGE_RESULT, rule.template(), data);
    }
}
