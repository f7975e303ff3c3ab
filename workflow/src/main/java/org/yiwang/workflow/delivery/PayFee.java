package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/** 缴费: after the decision and before the result is issued; a case is never late because a fee was not paid. */
@ApplicationScoped
public class PayFee implements ActionUseCase<PayFee.Payment> {

    @Inject
    CaseDesk desk;

    @Inject
    OrderResult result;

    @Inject
    PaymentGateway gateway;

    /** 缴费凭证. */
    public record Payment(String reference) {}

    @Override
    public CaseAction action() {
        return CaseAction.PAY;
    }

    @Override
    public Class<Payment> fields() {
        return Payment.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Payment> asked) {
        return pay(actor, no, asked.seenVersion(), asked.fields().reference());
    }

    @Transactional
    public CaseView pay(Actor actor, CaseNo no, long seenVersion, String reference) {
        ObjectNode said = new Words().required("reference", "缴费凭证号", reference).checked();
        long paid = gateway.paid(no.value(), reference.strip());
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.PAY);
        open.sees(seenVersion);
        if (!open.file().feeOutstanding()) {
            throw Refusal.conflict("NOTHING_DUE", "本件没有待缴的费用。");
        }
        if (paid < open.file().feeCents()) {
            throw Refusal.invalid("reference", "NOT_PAID", "没有查到这笔缴费，或金额不足。请核对缴费凭证号，或稍后再试。");
        }
        open.paid();
        open.note(
                RecordKind.PAYMENT,
                "",
                "PAID",
                null,
                false,
                said.put("cents", open.file().feeCents()).put("gateway", gateway.name()));
        open.event(EventType.FEE_PAID, OpenCase.body().put("cents", open.file().feeCents()));
        open.tellApplicant("case.paid", OpenCase.body());
        result.afterPayment(open);
        return desk.close(open);
    }
}
