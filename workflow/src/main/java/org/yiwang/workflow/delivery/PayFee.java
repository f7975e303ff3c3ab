package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/**
 * 缴费: the receipt number is looked up before anything is locked. Where the payment system is away the number is kept and
 * looked up after the commit ({@link CheckPayment}), so that nobody has to pay or type twice.
 */
@ApplicationScoped
public class PayFee implements ActionUseCase<PayFee.Payment> {

    private static final Logger LOG = Logger.getLogger(PayFee.class.getName());

    @Inject
    CaseDesk desk;

    @Inject
    SettlePayment settle;

    @Inject
    PaymentGateway gateway;

    /** 缴费凭证. */
    public record Payment(String reference) {}

    /** 查询结果: what the payment system knows of a receipt, in 分; 0 when it knows none. */
    record Known(String reference, long cents) {}

    @Override
    public CaseAction action() {
        return CaseAction.PAY;
    }

    @Override
    public Class<Payment> fields() {
        return Payment.class;
    }

    @Override
    public Object beforehand(CaseNo no, Payment payment) {
        if (payment.reference() == null || payment.reference().isBlank()) {
            return null;
        }
        String reference = payment.reference().strip();
        try {
            return new Known(reference, gateway.paid(no.value(), reference));
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "The payment system does not answer; looked up later", away);
            return null;
        }
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Payment> asked) {
        ObjectNode said = new Words()
                .required("reference", "缴费凭证号", asked.fields().reference())
                .checked();
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.PAY);
        open.sees(asked.seenVersion());
        if (!open.file().feeOutstanding()) {
            throw Refusal.conflict("NOTHING_DUE", "本件没有待缴的费用。");
        }
        if (open.openRecord(RecordKind.PAYMENT).isPresent()) {
            throw Refusal.conflict("PAYMENT_CHECKING", "上次填写的缴费凭证正在向支付平台核对，请稍候，不用再次缴费。");
        }
        said.put("gateway", gateway.name());
        if (asked.found() instanceof Known known) {
            if (known.cents() < open.file().feeCents()) {
                throw Refusal.invalid("reference", "NOT_PAID", "没有查到这笔缴费，或金额不足。请核对缴费凭证号，或稍后再试。");
            }
            settle.paid(open, open.note(RecordKind.PAYMENT, "", "CHECKING", null, true, said), said);
        } else {
            settle.later(open, open.note(RecordKind.PAYMENT, "", "CHECKING", null, true, said));
        }
        return desk.close(open);
    }
}
