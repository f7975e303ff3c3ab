package org.yiwang.workflow.commitment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.filling.AmendSubmission;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;

/**
 * 撤回告知承诺: until the decision, with the proof in its place now or when it is asked for; a promise that is taken back in
 * time is no broken one.
 */
@ApplicationScoped
public class WithdrawCommitment implements ActionUseCase<WithdrawCommitment.Instead> {

    @Inject
    CaseDesk desk;

    @Inject
    AmendSubmission amend;

    /** 证明材料: a file uploaded for this case, and the material it is. */
    public record Proof(String requirement, UUID fileId) {}

    /** 改交的材料; may be empty. */
    public record Instead(List<Proof> files) {}

    @Override
    public CaseAction action() {
        return CaseAction.WITHDRAW_COMMITMENT;
    }

    @Override
    public Class<Instead> fields() {
        return Instead.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Instead> asked) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.WITHDRAW_COMMITMENT);
        open.sees(asked.seenVersion());
        CaseRecord entry = open.openRecord(RecordKind.COMMITMENT)
                .orElseThrow(() -> Refusal.conflict("NO_COMMITMENT", "本件没有作出告知承诺，或者承诺已经撤回。"));
        List<Proof> files =
                asked.fields().files() == null ? List.of() : asked.fields().files();
        CommitmentRule rule = open.item().commitment().orElseThrow();
        for (Proof proof : files) {
            if (!rule.materials().contains(proof.requirement())) {
                throw Refusal.invalid("files", "NOT_COMMITTED", "只能改交告知承诺所代替的证明材料。");
            }
        }
        amend.amend(
                actor,
                open.file().submissionId(),
                JsonNodeFactory.instance.objectNode(),
                files.stream()
                        .map(proof ->
                                new AmendSubmission.NewMaterial(proof.requirement(), proof.fileId(), "case:" + no))
                        .toList());
        open.closeRecord(entry, CommitmentState.WITHDRAWN.name(), (ObjectNode) open.words(entry));
        open.touch();
        open.event(EventType.COMMITMENT_WITHDRAWN, OpenCase.body().put("files", files.size()));
        open.tellApplicant("commitment.withdrawn", OpenCase.body());
        open.work().all().stream()
                .filter(work -> !work.taskId().isEmpty())
                .forEach(work -> open.tell(
                        work.holder(),
                        "work.commitmentWithdrawn",
                        OpenCase.body().put("step", work.stepName())));
        return desk.close(open);
    }
}
