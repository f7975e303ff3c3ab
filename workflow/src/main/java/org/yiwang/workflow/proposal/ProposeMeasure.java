package org.yiwang.workflow.proposal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.Measure;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.StatusText;
import org.yiwang.workflow.casefile.Transitions;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.deferral.Deferrals;

/** 请示: asks the head for a measure; the case itself does not change until he approves. */
@ApplicationScoped
public class ProposeMeasure implements ActionUseCase<ProposeMeasure.Proposal> {

    @Inject
    CaseDesk desk;

    /** 请示内容. */
    public record Proposal(Measure measure, String reason, String legalBasis) {}

    @Override
    public CaseAction action() {
        return CaseAction.PROPOSE;
    }

    @Override
    public Class<Proposal> fields() {
        return Proposal.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Proposal> asked) {
        return propose(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView propose(Actor actor, CaseNo no, long seenVersion, Proposal proposal) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.PROPOSE);
        open.sees(seenVersion);
        ObjectNode said = checked(proposal);
        Measure measure = proposal.measure();
        if (!Transitions.lawful(measure.approval(), open.file().status())) {
            throw Refusal.conflict(
                    "ILLEGAL_ACTION",
                    "办件目前处于“" + StatusText.of(open.file().status()) + "”，不能请示" + measure.chinese() + "。");
        }
        if (measure == Measure.EXTEND_DEFERRAL && Deferrals.owed(open).isEmpty()) {
            throw Refusal.conflict("NOTHING_OWED", "本件没有待补交的容缺材料，不用顺延。");
        }
        if (open.proposal(measure).isPresent()) {
            throw Refusal.conflict("PROPOSED_ALREADY", "“" + measure.chinese() + "”已经请示过，正在等待负责人批示。");
        }
        open.note(RecordKind.PROPOSAL, measure.name(), "PENDING", null, true, said);
        open.event(EventType.MEASURE_PROPOSED, OpenCase.body().put("measure", measure.name()));
        open.touch();
        open.item().steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .map(step -> step.post().toString())
                .distinct()
                .forEach(
                        head -> open.tell(head, "work.proposed", OpenCase.body().put("measure", measure.chinese())));
        return desk.close(open);
    }

    private static ObjectNode checked(Proposal proposal) {
        Words words = new Words()
                .required("reason", "请示理由", proposal.reason())
                .optional("legalBasis", "依据", proposal.legalBasis());
        if (proposal.measure() == null) {
            words.problem("measure", "REQUIRED", "请选择请示的措施。");
        }
        return words.checked();
    }
}
