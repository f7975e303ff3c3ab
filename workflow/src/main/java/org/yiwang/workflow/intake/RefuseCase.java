package org.yiwang.workflow.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
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
import org.yiwang.workflow.organisation.OtherAuthorities;
import org.yiwang.workflow.organisation.OtherAuthority;

/**
 * 不予受理: it is not this authority's business; the decision names the reason, its legal basis and where to apply instead
 * (行政许可法 §32(2)).
 */
@ApplicationScoped
public class RefuseCase implements ActionUseCase<RefuseCase.Grounds> {

    @Inject
    CaseDesk desk;

    @Inject
    RefundFee refund;

    @Inject
    OtherAuthorities authorities;

    /**
     * What the decision must contain.
     *
     * @param competentAuthority where to go instead; its address, telephone and site come from the register of authorities
     * @param competentContact address or telephone of one the register does not know; needed then
     */
    public record Grounds(String reason, String legalBasis, String competentAuthority, String competentContact) {}

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
        ObjectNode said = where(words, grounds);
        ReceiveCase.ifNotYet(open);
        open.move(CaseAction.REFUSE, CaseStatus.NOT_ACCEPTED);
        open.clocks().stopAll(open.now());
        open.note(RecordKind.REFUSAL, "", "NOT_ACCEPTED", null, false, said);
        open.event(EventType.CASE_REFUSED, OpenCase.body());
        open.work().closeAll();
        refund.ifPaid(open);
        ObjectNode data = OpenCase.body();
        data.set("refusal", said);
        open.letter(DocumentKind.NOT_ACCEPT_DECISION, DocumentKind.NOT_ACCEPT_DECISION.template(), data);
        open.tellApplicant("case.refused", OpenCase.body());
        return desk.close(open);
    }

    /** 应当向哪里申请: a name alone helps nobody find the place. */
    private ObjectNode where(Words words, Grounds grounds) {
        String name = grounds.competentAuthority() == null
                ? ""
                : grounds.competentAuthority().strip();
        Optional<OtherAuthority> known = authorities.named(name);
        if (known.isEmpty() && !name.isEmpty()) {
            words.required("competentContact", "该机关的地址或者电话（机关目录里没有这个机关）", grounds.competentContact());
        } else {
            words.optional("competentContact", "该机关的地址或者电话", grounds.competentContact());
        }
        ObjectNode said = words.checked();
        known.ifPresent(authority -> {
            said.put("address", authority.address()).put("phone", authority.phone());
            if (!authority.url().isEmpty()) {
                said.put("url", authority.url());
            }
        });
        return said;
    }
}
