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
import org.yiwang.workflow.delivery.RefundFee;

/** 不受理: what the applicant wants to do needs no licence; he is told at once (行政许可法 §32(1)). */
@ApplicationScoped
public class DeclareNoLicenceNeeded implements ActionUseCase<DeclareNoLicenceNeeded.Grounds> {

    @Inject
    CaseDesk desk;

    @Inject
    RefundFee refund;

    /** 理由和依据. */
    public record Grounds(String reason, String legalBasis) {}

    @Override
    public CaseAction action() {
        return CaseAction.NO_LICENCE_NEEDED;
    }

    @Override
    public Class<Grounds> fields() {
        return Grounds.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Grounds> asked) {
        return declare(
                actor,
                no,
                asked.seenVersion(),
                asked.fields().reason(),
                asked.fields().legalBasis());
    }

    @Transactional
    public CaseView declare(Actor actor, CaseNo no, long seenVersion, String reason, String legalBasis) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.NO_LICENCE_NEEDED);
        open.sees(seenVersion);
        ObjectNode said = new Words()
                .required("reason", "无需办理的理由", reason)
                .required("legalBasis", "法律依据", legalBasis)
                .checked();
        ReceiveCase.ifNotYet(open);
        open.move(CaseAction.NO_LICENCE_NEEDED, CaseStatus.NO_LICENCE_NEEDED);
        open.clocks().stopAll(open.now());
        open.note(RecordKind.REFUSAL, "", "NO_LICENCE_NEEDED", null, false, said);
        open.event(EventType.NO_LICENCE_DECLARED, OpenCase.body());
        open.work().closeAll();
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        data.set("refusal", said);
        open.letter(DocumentKind.NO_LICENCE_NOTICE, DocumentKind.NO_LICENCE_NOTICE.template(), data);
        open.tellApplicant("case.noLicenceNeeded", OpenCase.body());
        return desk.close(open);
    }
}
