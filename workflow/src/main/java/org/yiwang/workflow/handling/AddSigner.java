package org.yiwang.workflow.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.yiwang.workflow.casefile.Signatures;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.worklist.WorkItem;
import org.yiwang.workflow.worklist.WorkPart;

/**
 * 加签: the officer who answers for a step has another sign too. Before him: he waits for that word and then answers himself.
 * After him: the step is answered only when both have signed, and one "no" makes its answer no.
 */
@ApplicationScoped
public class AddSigner implements ActionUseCase<AddSigner.Signer> {

    @Inject
    CaseDesk desk;

    @Inject
    Colleagues colleagues;

    /** 位置. */
    public enum Place {
        /** 前加签. */
        BEFORE,
        /** 后加签. */
        AFTER
    }

    /** 加签内容. */
    public record Signer(String toStaffNo, Place place, String reason) {}

    @Override
    public CaseAction action() {
        return CaseAction.ADD_SIGNER;
    }

    @Override
    public Class<Signer> fields() {
        return Signer.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Signer> asked) {
        return add(actor, no, asked.workItem(), asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView add(Actor actor, CaseNo no, UUID workItem, long seenVersion, Signer signer) {
        OpenCase open = desk.open(actor, no);
        open.sees(seenVersion);
        WorkItem work = open.requireWork(CaseAction.ADD_SIGNER, workItem);
        open.requireMine(work);
        Signatures.requireOwner(work);
        ObjectNode said = checked(open, work, signer);
        Officer colleague = colleagues.other(open, signer.toStaffNo());
        requireNew(open, work, colleague);
        Drawing.take(open, work);
        WorkPart part = signer.place() == Place.BEFORE ? WorkPart.BEFORE : WorkPart.AFTER;
        WorkItem added = open.work().beside(work, part, work.queue(), colleague.id());
        Drawing.said(open, added, "SIGNER", said);
        open.event(
                EventType.SIGNER_ADDED,
                OpenCase.body()
                        .put("step", work.stepKey())
                        .put("place", part.name())
                        .put("to", colleague.staffNo()));
        open.tell("officer:" + colleague.id(), "work.signer", OpenCase.body().put("step", work.stepName()));
        return desk.close(open);
    }

    private static ObjectNode checked(OpenCase open, WorkItem work, Signer signer) {
        Words words = new Words().required("reason", "加签事由", signer.reason());
        if (signer.place() == null) {
            words.problem("place", "REQUIRED", "请选择在您之前还是之后签署。");
        }
        StepRole role = open.step(work).role();
        if (signer.place() == Place.AFTER && (role == StepRole.DECIDE || role == StepRole.SITE_CHECK)) {
            words.problem("place", "ONLY_BEFORE", "决定和现场核查一经作出即生效，只能在您之前加签。");
        }
        return Drawing.text(words, "reason");
    }

    private static void requireNew(OpenCase open, WorkItem work, Officer colleague) {
        boolean signs = open.work().besides(work).stream()
                .anyMatch(other -> other.part().counts() && other.assignedTo(colleague.id())
                        || other.part() == WorkPart.BEFORE && other.assignedTo(colleague.id()));
        if (signs || Signatures.signed(open, work, colleague.id())) {
            throw Refusal.invalid("toStaffNo", "SIGNS_ALREADY", colleague.name() + "已经是这个环节的签署人，请选择其他同事。");
        }
    }
}
