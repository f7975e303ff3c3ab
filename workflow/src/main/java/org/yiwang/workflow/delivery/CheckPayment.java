package org.yiwang.workflow.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.delivery.spi.PaymentGateway;

/** 核对缴费: looks a receipt up outside any transaction and reports back; a payment system that is away is waited for. */
@ApplicationScoped
class CheckPayment implements OutboxHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATER = Duration.ofMinutes(1);

    @Inject
    SettlePayment settle;

    @Inject
    PaymentGateway gateway;

    @Override
    public String kind() {
        return SettlePayment.CHECK;
    }

    @Override
    public void handle(OutboxMessage message) throws JsonProcessingException {
        JsonNode order = JSON.readTree(message.body());
        CaseNo no = CaseNo.parse(order.path("caseNo").asText()).orElseThrow();
        UUID record = UUID.fromString(order.path("record").asText());
        Optional<String> reference = settle.waiting(no, record);
        if (reference.isEmpty()) {
            return;
        }
        long cents;
        try {
            cents = gateway.paid(no.value(), reference.get());
        } catch (RuntimeException away) {
            throw new OutboxWaiting("the payment system does not answer", LATER);
        }
        settle.settle(no, record, cents);
    }
}
