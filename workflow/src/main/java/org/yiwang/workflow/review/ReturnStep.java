package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
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
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.process.WayBack;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 退回: to the step before or to any earlier one that was answered; inside the authority, the legal clock runs on. What other
 * branches have answered stands; what is still open there is taken back, or goes on if whoever returns wants it to.
 */
@ApplicationScoped
public class ReturnStep implements ActionUseCase<ReturnStep.Back> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    @Inject
    Advance advance;

    /** 其他分支上没有办完的工作. */
    public enum Others {
        /** 收回: opened anew when the process comes by again. */
        TAKE_BACK,
        /** 保留: goes on meanwhile. */
        KEEP
    }

    /**
     * 退回内容.
     *
     * @param toStep key of an earlier step; without one the step that the item names
     * @param others what becomes of open work in other branches; taken back if not said
     */
    public record Back(String reason, String toStep, Others others) {}

    @Override
    public CaseAction action() {
        return CaseAction.RETURN;
    }

    @Override
    public Class<Back> fields() {
        return Back.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Back> asked) {
        return giveBack(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView giveBack(Actor actor, CaseNo no, UUID workItem, long seenVersion, Back back) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.RETURN, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        if (work.kept()) {
            throw Refusal.conflict("ALREADY_BACK", "流程已经退回到前面的环节，请等流程再次走到这里。");
        }
        String target = target(open, work, back.toStep());
        WayBack way = process.wayBack(open.item().processDefinitionId().orElseThrow(), work.stepKey(), target);
        if (!way.earlier()) {
            throw Refusal.invalid("toStep", "NOT_EARLIER", "只能退回到本环节之前的环节，请重新选择。");
        }
        if (Walked.stageOver(open, target) || open.item().decidesFirstStage(target)) {
            throw Refusal.conflict("STAGE_OVER", "第一段已经作出决定，不能退回到第一段的环节。");
        }
        ObjectNode said = new Words().required("reason", "退回原因", back.reason()).checked();
        List<String> kept = keep(open, way, back.others() == Others.KEEP);
        open.note(
                RecordKind.OPINION,
                work.stepKey(),
                "RETURN",
                null,
                false,
                said.put("text", back.reason().strip()));
        ObjectNode body = OpenCase.body().put("step", work.stepKey()).put("to", target);
        way.again().stream().sorted().forEach(body.putArray("again")::add);
        kept.forEach(body.putArray("kept")::add);
        open.event(EventType.STEP_RETURNED, body);
        open.touch();
        advance.follow(open, process.returnTo(open.file().processId(), work.taskId(), target));
        return desk.close(open);
    }

    private static String target(OpenCase open, WorkItem work, String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return open.step(work)
                    .returnTo()
                    .orElseThrow(() -> Refusal.conflict("NO_STEP_BEFORE", "“" + work.stepName() + "”之前没有可以退回的环节。"));
        }
        String key = wanted.strip();
        boolean there = open.item().steps().stream().anyMatch(step -> step.key().equals(key));
        if (!there || Walked.last(open, key).isEmpty()) {
            throw Refusal.invalid("toStep", "NOT_WALKED", "只能退回到已经办理过的环节，请重新选择。");
        }
        return key;
    }

    /** What the other branches have answered stands; answers the keys of what is not done again. */
    private List<String> keep(OpenCase open, WayBack way, boolean openToo) {
        way.again().forEach(step -> advance.drop(open, step));
        List<String> kept = new java.util.ArrayList<>();
        for (String step : way.beside().stream().sorted().toList()) {
            List<WorkItem> unfinished = open.work().all().stream()
                    .filter(work -> work.stepKey().equals(step))
                    .toList();
            if (unfinished.isEmpty()) {
                Walked.standing(open, step).ifPresent(outcome -> {
                    advance.drop(open, step);
                    advance.keep(open, step, advance.outcome(open, step, outcome));
                    kept.add(step);
                });
            } else if (openToo && open.item().step(step).role() != StepRole.DECIDE) {
                unfinished.forEach(work -> {
                    work.keep();
                    open.work().changed(work);
                });
                kept.add(step);
            } else {
                unfinished.forEach(work -> open.tell(
                        work.holder(), "work.takenBack", OpenCase.body().put("step", work.stepName())));
            }
        }
        return kept;
    }
}
