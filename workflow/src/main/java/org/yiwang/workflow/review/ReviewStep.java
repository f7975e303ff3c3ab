package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/**
 * 审查意见: a reviewer, a statutory co-approver or a department that is asked says yes or no, and why; a signature without
 * an opinion is none. Who sums up must answer the objections of those asked, one by one.
 */
@ApplicationScoped
public class ReviewStep implements ActionUseCase<ReviewStep.Given> {

    @Inject
    CaseDesk desk;

    @Inject
    Advance advance;

    @Inject
    Objections objections;

    /**
     * 意见.
     *
     * @param answers by step key: what is answered to an objection
     */
    public record Given(Opinion opinion, String text, Map<String, String> answers) {}

    @Override
    public CaseAction action() {
        return CaseAction.REVIEW;
    }

    @Override
    public Class<Given> fields() {
        return Given.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Given> asked) {
        return review(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView review(Actor actor, CaseNo no, UUID workItem, long seenVersion, Given given) {
        OpenCase open = desk.open(actor, no);
        WorkItem work = open.requireWork(CaseAction.REVIEW, workItem, seenVersion);
        open.requireMine(work);
        Step step = open.step(work);
        if (work.part().asked()) {
            throw Refusal.conflict("WRONG_STEP", "这项待办是征求意见，请用“答复征求的意见”办理。");
        }
        if (work.part().own() && (step.role() == StepRole.DECIDE || step.role() == StepRole.SITE_CHECK)) {
            throw Refusal.conflict("WRONG_STEP", "“" + step.name().zh() + "”环节不能用审查意见办理。");
        }
        Signatures.requireReady(open, work);
        ObjectNode said = checked(open, work, given);
        ClaimWork.inReview(open, CaseAction.REVIEW);
        if (work.part() == WorkPart.BEFORE) {
            advise(open, work, given.opinion(), said);
            return desk.close(open);
        }
        open.note(RecordKind.OPINION, step.key(), given.opinion().name(), null, false, said);
        open.event(
                EventType.STEP_REVIEWED,
                OpenCase.body()
                        .put("step", step.key())
                        .put("opinion", given.opinion().name()));
        advance.signed(open, work);
        return desk.close(open);
    }

    /** 前加签: his word is for the one who added him; the step is not answered by it. */
    private static void advise(OpenCase open, WorkItem work, Opinion opinion, ObjectNode said) {
        open.note(RecordKind.ADVICE, work.stepKey(), opinion.name(), null, false, said);
        open.event(
                EventType.ADVICE_GIVEN,
                OpenCase.body().put("step", work.stepKey()).put("opinion", opinion.name()));
        open.work().close(work);
        open.tell("officer:" + work.givenBy(), "work.advice", OpenCase.body().put("step", work.stepName()));
    }

    private ObjectNode checked(OpenCase open, WorkItem work, Given given) {
        Step step = open.step(work);
        Words words = new Words().required("text", "审查意见", given.text());
        if (given.opinion() == null) {
            words.problem("opinion", "REQUIRED", "请选择“同意”或“不同意”。");
        }
        Map<String, String> answers = given.answers() == null ? Map.of() : given.answers();
        List<Step> objecting = work.part().own() ? objections.unanswered(open, step) : List.of();
        for (Step other : objecting) {
            if (answers.getOrDefault(other.key(), "").isBlank()) {
                words.problem(
                        "answers." + other.key(),
                        "ANSWER_NEEDED",
                        "请逐条回应“" + other.name().zh() + "”提出的不同意见。");
            }
        }
        ObjectNode said = words.checked();
        ObjectNode replies = said.putObject("answers");
        answers.forEach(replies::put);
        return said;
    }
}
