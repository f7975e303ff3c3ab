package org.yiwang.workflow.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.document.DocumentKind;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseStatus;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;

/**
 * 不予受理: it is not this authority's business; the decision names the reason, its legal basis and where to apply instead
 * (行政许可法 §32(2)).
 */
@ApplicationScoped
public class RefuseCase implements ActionUseCase<RefuseCase.Grounds> {

    @Inject
    CaseDesk desk;

    /** What the decision must contain. */
    public record Grounds(String reason, String legalBasis, String competentAuthority) {}

    @Override
    public CaseAction action() {
        return CaseAction.REFUSE;
    }

    @Override
    public Class<Grounds> fields() {
        return Grounds.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Grounds> asked) {
        return refuse(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView refuse(Actor actor, CaseNo no, long seenVersion, Grounds grounds) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.REFUSE);
        open.sees(seenVersion);
        Words words = new Words()
                .required("reason", "不予受理的理由", grounds.reason())
                .required("legalBasis", "法律依据", grounds.legalBasis())
                .required("competentAuthority", "应当向哪个机关申请", grounds.competentAuthority());
        ObjectNode said = words.checked();
        ReceiveCase.ifNotYet(open);
        open.move(CaseAction.REFUSE, CaseStatus.NOT_ACCEPTED);
        open.clocks().stopAll(open.now());
        open.note(RecordKind.REFUSAL, "", "NOT_ACCEPTED", null, false, said);
        open.event(EventType.CASE_REFUSED, OpenCase.body());
        open.work().closeAll();
        ObjectNode data = OpenCase.body();
        data.set("refusal", said);
        open.letter(DocumentKind.NOT_ACCEPT_DECISION, DocumentKind.NOT_ACCEPT_DECISION.template(), data);
        open.tellApplicant("case.refused", OpenCase.body());
        return desk.close(open);
    }
}
