package org.yiwang.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.filling.ReadSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.ConfirmIdentity;
import org.yiwang.forms.identity.Proof;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.DecisionKind;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.commitment.Commitments;
import org.yiwang.workflow.deferral.Deferrals;
import org.yiwang.workflow.delivery.OrderResult;
import org.yiwang.workflow.forward.FollowAbove;
import org.yiwang.workflow.hearing.HearingGate;
import org.yiwang.workflow.interest.InterestGate;
import org.yiwang.workflow.interest.TellDecided;
import org.yiwang.workflow.licence.HoldsStill;
import org.yiwang.workflow.licence.StandsRenewed;
import org.yiwang.workflow.process.CaseProcess;
import org.yiwang.workflow.publicity.PublicityGate;
import org.yiwang.workflow.stage.GrantStage;
import org.yiwang.workflow.stage.TakeBackStage;
import org.yiwang.workflow.waiting.EnterList;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 作出决定: grant or deny, with reason and legal basis (行政许可法 §38). Whoever decides is never the only one who reviewed;
 * a statutory co-approver's "no" or silence blocks a grant; while a special procedure runs nothing is decided. He signs
 * by proving who he is once more, whatever way he comes by.
 */
@ApplicationScoped
public class DecideCase implements ActionUseCase<DecideCase.Decision> {

    @Inject
    CaseDesk desk;

    @Inject
    CaseProcess process;

    @Inject
    Objections objections;

    @Inject
    OrderResult result;

    @Inject
    ApprovalForm approvalForm;

    @Inject
    EnterList enterList;

    @Inject
    GrantStage stage;

    @Inject
    TakeBackStage firstResult;

    @Inject
    ConfirmIdentity confirmations;

    @Inject
    ReadSubmission submissions;

    @Inject
    HoldsStill licence;

    @Inject
    TellDecided interested;

    /**
     * 决定内容.
     *
     * @param answerToInterested 对利害关系人意见的答复; needed where one of them stated something
     */
    public record Decision(DecisionKind decision, String reason, String legalBasis, String answerToInterested) {}

    @Override
    public CaseAction action() {
        return CaseAction.DECIDE;
    }

    @Override
    public Class<Decision> fields() {
        return Decision.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Decision> asked) {
        return decide(actor, no, asked.workItemId(), asked.seenVersion(), asked.fields(), asked.proof());
    }

    /**
     * Decides; {@code workItem} may be null where only one decision is open.
     *
     * @param proof a confirmation not used before; it is used up together with the decision, not by a refused try
     */
    @Transactional
    public CaseView decide(Actor actor, CaseNo no, UUID workItem, long seenVersion, Decision decision, Proof proof) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.DECIDE);
        open.sees(seenVersion);
        return decided(open, decisionWork(open, workItem), decision, () -> confirmations.use(proof));
    }

    /**
     * 批量签发: one proof was used up for all of them when they were ordered, by whoever calls this.
     *
     * @param seenWork version of the work item that was looked at
     */
    @Transactional
    public CaseView decideTogether(Actor actor, CaseNo no, UUID workItem, long seenWork, Decision decision) {
        OpenCase open = desk.open(actor, no);
        WorkItem work = open.requireWork(CaseAction.DECIDE, workItem, seenWork);
        return decided(open, decisionWork(open, work.publicId()), decision, () -> {});
    }

    private CaseView decided(OpenCase open, WorkItem work, Decision decision, Runnable proof) {
        open.requireMine(work);
        Signatures.requireOwner(work);
        Signatures.requireReady(open, work);
        ObjectNode said = checked(decision);
        FollowAbove.require(open, decision.decision());
        StandsRenewed.require(open, decision.decision());
        licence.require(open, decision.decision());
        requireFourEyes(open);
        HearingGate.requireHeard(open);
        InterestGate.requireHeard(open);
        InterestGate.answer(open, decision.answerToInterested()).ifPresent(answer -> said.put("interested", answer));
        HearingGate.citation(open).ifPresent(cited -> said.put("hearing", cited));
        PublicityGate.requirePassed(open, decision.decision() == DecisionKind.GRANT);
        if (decision.decision() == DecisionKind.GRANT) {
            requireAlone(open);
            requireConsent(open, work);
            Deferrals.requireNothingOwed(open);
            Commitments.requireProof(open, open.submission(submissions));
        }
        proof.run();
        carryOut(open, work, decision.decision(), said);
        return desk.close(open);
    }

    /**
     * 批次决定: what a draw that somebody signed means for one case. It is decided by the platform under the rule of the
     * batch; a case that was decided meanwhile stays as it is.
     */
    @Transactional
    public void byDraw(CaseNo no, DecisionKind kind, String reason, String legalBasis, long drawnBy) {
        OpenCase open = desk.open(Actor.SYSTEM, no);
        if (open.file().status() != CaseStatus.IN_REVIEW) {
            return;
        }
        WorkItem work = open.work().all().stream()
                .filter(w -> !w.taskId().isEmpty() && open.step(w).role() == StepRole.DECIDE)
                .findFirst()
                .orElseThrow();
        ObjectNode said = OpenCase.body()
                .put("reason", reason)
                .put("legalBasis", legalBasis)
                .put("drawnBy", drawnBy);
        carryOut(open, work, kind, said);
        desk.close(open);
    }

    private void carryOut(OpenCase open, WorkItem work, DecisionKind kind, ObjectNode said) {
        ClaimWork.inReview(open, CaseAction.CLAIM);
        boolean first = open.item().decidesFirstStage(work.stepKey());
        if (first && kind == DecisionKind.GRANT) {
            stage.granted(open, work, said);
            ExtendLimit.overtaken(open);
            return;
        }
        open.move(CaseAction.DECIDE, outcome(open, kind));
        if (first) {
            open.moment(CaseMoment.STAGE_DECIDED);
        } else if (kind == DecisionKind.DENY) {
            firstResult.takeBack(open, "第二段不予办理，已失效");
        }
        open.moment(CaseMoment.DECIDED);
        promises(open, kind);
        open.clocks().stop(ClockKind.RENEWAL, open.now());
        open.note(RecordKind.DECISION, work.stepKey(), kind.name(), null, false, said);
        open.event(
                EventType.CASE_DECIDED,
                OpenCase.body()
                        .put("decision", kind.name())
                        .put("legalBasis", said.path("legalBasis").asText()));
        open.work().follow(process.advance(open.file().processId(), work.taskId(), kind.name()));
        open.clocks().stop(ClockKind.URGENT, open.now());
        ExtendLimit.overtaken(open);
        result.afterDecision(open, said);
        interested.afterDecision(open, kind, said);
        approvalForm.order(open);
        if (kind == DecisionKind.GRANT) {
            enterList.afterGrant(open);
        }
    }

    private static CaseStatus outcome(OpenCase open, DecisionKind decision) {
        if (decision == DecisionKind.DENY) {
            return CaseStatus.DENIED;
        }
        return Deferrals.grantsOnPromise(open) ? CaseStatus.APPROVED_DEFERRED : CaseStatus.APPROVED;
    }

    /** What was only promised: after a grant its time runs, after a denial nobody waits for it. */
    private static void promises(OpenCase open, DecisionKind decision) {
        if (decision == DecisionKind.DENY) {
            Deferrals.dropAll(open);
            Commitments.denied(open);
        } else {
            Deferrals.granted(open);
            Commitments.granted(open);
        }
    }

    private static WorkItem decisionWork(OpenCase open, UUID workItem) {
        if (workItem != null) {
            WorkItem work = open.requireWork(CaseAction.DECIDE, workItem);
            if (open.step(work).role() != StepRole.DECIDE) {
                throw Refusal.conflict("WRONG_STEP", "“" + work.stepName() + "”环节还不能作出决定。");
            }
            return work;
        }
        return open.work().all().stream()
                .filter(w ->
                        !w.taskId().isEmpty() && w.part().own() && open.step(w).role() == StepRole.DECIDE)
                .findFirst()
                .map(w -> open.requireWork(CaseAction.DECIDE, w.publicId()))
                .orElseThrow(() -> Refusal.conflict("NOT_YET", "审查还没有完成，暂时不能作出决定。"));
    }

    private static ObjectNode checked(Decision decision) {
        Words words = new Words()
                .required("reason", "决定理由", decision.reason())
                .required("legalBasis", "法律依据", decision.legalBasis());
        if (decision.decision() == null) {
            words.problem("decision", "REQUIRED", "请选择“准予”或“不予”。");
        }
        return words.checked();
    }

    /**
     * 审批分离: in each stage at least one opinion by somebody else, deputies counted as those they stand in for. Standing in
     * brings together what the posts keep apart, so whoever reviewed anything here does not decide for another at all.
     */
    private static void requireFourEyes(OpenCase open) {
        Instant since = open.happened(EventType.STAGE_BEGUN).orElse(Instant.EPOCH);
        List<CaseRecord> reviews = java.util.stream.Stream.of(RecordKind.OPINION, RecordKind.SITE_CHECK)
                .flatMap(kind -> open.records(kind).stream())
                .filter(said -> !said.openedAt().isBefore(since))
                .filter(said -> said.officerId() != 0)
                .toList();
        long me = open.actor().id();
        if (open.principal() != me && reviews.stream().anyMatch(said -> said.by(me))) {
            throw Refusal.conflict("FOUR_EYES", "您审查过本件，不能再代同事作出决定；请由其他负责人决定，或者等他回来。");
        }
        boolean another = reviews.stream().anyMatch(said -> !said.by(me) && !said.by(open.principal()));
        if (!another) {
            throw Refusal.conflict("FOUR_EYES", "审查与决定须由不同人员完成：本件目前只有您一人的审查意见，请由其他人员作出决定。");
        }
    }

    /** 分批的事项: nobody is admitted alone; who does not meet the conditions is denied alone. */
    private static void requireAlone(OpenCase open) {
        if (open.item().course().batch().isPresent()) {
            throw Refusal.conflict("BATCH_TOGETHER", "这个事项分批次统一决定，符合条件的等摇号或排名之后一并决定；不符合条件的可以现在不予。");
        }
    }

    private void requireConsent(OpenCase open, WorkItem work) {
        List<Step> against = objections.blocking(open);
        if (!against.isEmpty()) {
            throw Refusal.conflict(
                    "CO_APPROVAL_REFUSED", "“" + against.get(0).name().zh() + "”是法定会同审批，已出具不同意意见，不得准予。");
        }
        List<Step> silent = objections.silent(open, work);
        if (!silent.isEmpty()) {
            throw Refusal.conflict(
                    "CO_APPROVAL_MISSING", "“" + silent.get(0).name().zh() + "”尚未出具意见，沉默不等于同意，不得准予。");
        }
    }
}
