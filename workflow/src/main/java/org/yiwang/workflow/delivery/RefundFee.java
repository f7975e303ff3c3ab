package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/**
 * 退费: what was paid for something that is not granted goes back the way it came (撤回、终止、不予的,已收的退). Ordered with what
 * ends the case, done after the commit, reported back when the payment system has taken it.
 */
@ApplicationScoped
public class RefundFee implements OutboxHandler {

    private static final String KIND = "REFUND";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATER = Duration.ofMinutes(1);

    @Inject
    Outbox outbox;

    @Inject
    SettleRefund settle;

    @Inject
    PaymentGateway gateway;

    /**
     * Lets go of a fee nobody has to pay any more, and orders back what was paid. A receipt that is just being looked up is
     * looked up to the end, and what it turns out to have paid goes back too.
     *
     * @return the amount that goes back, in 分; 0 when nothing was paid
     */
    public long ifPaid(OpenCase open) {
        if (open.file().feeCents() == null || open.file().feeCents() == 0) {
            return 0;
        }
        if (open.file().paidAt() == null) {
            if (open.openRecord(RecordKind.PAYMENT).isEmpty()) {
                open.feeDue(0);
            }
            return 0;
        }
        CaseRecord payment = payment(open).orElseThrow();
        ObjectNode said = OpenCase.body()
                .put("reference", open.words(payment).path("reference").asText())
                .put("cents", open.file().feeCents())
                .put("gateway", gateway.name());
        CaseRecord refund = open.note(RecordKind.REFUND, "", "ORDERED", null, true, said);
        open.event(
                EventType.REFUND_ORDERED,
                OpenCase.body().put("cents", open.file().feeCents()));
        String no = open.file().caseNo().value();
        outbox.order(
                KIND,
                refund.id().toString(),
                "payment:" + no,
                OpenCase.body()
                        .put("caseNo", no)
                        .put("record", refund.id().toString())
                        .toString());
        open.tellApplicant(
                "case.refund", OpenCase.body().put("cents", open.file().feeCents()));
        return open.file().feeCents();
    }

    private static Optional<CaseRecord> payment(OpenCase open) {
        return open.records(RecordKind.PAYMENT).stream()
                .filter(record -> record.outcome().equals("PAID"))
                .max(Comparator.comparing(CaseRecord::openedAt));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws JsonProcessingException {
        JsonNode order = JSON.readTree(message.body());
        CaseNo no = CaseNo.parse(order.path("caseNo").asText()).orElseThrow();
        UUID record = UUID.fromString(order.path("record").asText());
        Optional<SettleRefund.Due> due = settle.due(no, record);
        if (due.isEmpty()) {
            return;
        }
        try {
            gateway.refund(no.value(), due.get().reference(), due.get().cents(), record.toString());
        } catch (RuntimeException away) {
            throw new OutboxWaiting("the payment system does not take the refund now", LATER);
        }
        settle.done(no, record);
    }
}
