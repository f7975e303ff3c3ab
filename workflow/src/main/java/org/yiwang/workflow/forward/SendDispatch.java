package org.yiwang.workflow.forward;

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
import org.yiwang.workflow.forward.spi.Dispatch;
import org.yiwang.workflow.forward.spi.ExchangeGateway;
import org.yiwang.workflow.forward.spi.ExchangeUnavailable;

/** 报送: hands a report to the exchange, outside any transaction of the case; one that is away is waited for. */
@ApplicationScoped
class SendDispatch implements OutboxHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATER = Duration.ofMinutes(1);

    @Inject
    PackDispatch pack;

    @Inject
    ExchangeGateway gateway;

    @Override
    public String kind() {
        return OrderDispatch.KIND;
    }

    @Override
    public void handle(OutboxMessage message) throws JsonProcessingException {
        JsonNode order = JSON.readTree(message.body());
        Optional<Dispatch> dispatch = pack.pack(
                CaseNo.parse(order.path("caseNo").asText()).orElseThrow(),
                UUID.fromString(order.path("report").asText()),
                Dispatch.Kind.valueOf(order.path("kind").asText()));
        try {
            dispatch.ifPresent(gateway::send);
        } catch (ExchangeUnavailable away) {
            throw new OutboxWaiting(away.getMessage(), LATER);
        }
    }
}
