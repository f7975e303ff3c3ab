package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.worklist.WorkItem;

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
        if (step.role() == StepRole.DECIDE || step.role() == StepRole.SITE_CHECK) {
            throw Refusal.conflict("WRONG_STEP", "“" + step.name().zh() + "”环节不能用审查意见办理。");
        }
        ObjectNode said = checked(open, step, given);
        ClaimWork.inReview(open, CaseAction.REVIEW);
        open.note(RecordKind.OPINION, step.key(), given.opinion().name(), null, false, said);
        open.event(
                EventType.STEP_REVIEWED,
                OpenCase.body()
                        .put("step", step.key())
                        .put("opinion", given.opinion().name()));
        advance.after(open, work, given.opinion().name());
        return desk.close(open);
    }

    private ObjectNode checked(OpenCase open, Step step, Given given) {
        Words words = new Words().required("text", "审查意见", given.text());
        if (given.opinion() == null) {
            words.problem("opinion", "REQUIRED", "请选择“同意”或“不同意”。");
        }
        Map<String, String> answers = given.answers() == null ? Map.of() : given.answers();
        for (Step objecting : objections.unanswered(open, step)) {
            if (answers.getOrDefault(objecting.key(), "").isBlank()) {
                words.problem(
                        "answers." + objecting.key(),
                        "ANSWER_NEEDED",
                        "请逐条回应“" + objecting.name().zh() + "”提出的不同意见。");
            }
        }
        ObjectNode said = words.checked();
        ObjectNode replies = said.putObject("answers");
        answers.forEach(replies::put);
        return said;
    }
}
