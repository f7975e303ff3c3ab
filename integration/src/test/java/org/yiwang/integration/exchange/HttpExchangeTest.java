package org.yiwang.integration.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.workflow.forward.spi.ExchangeGateway;
import org.yiwang.workflow.forward.spi.ExchangeUnavailable;

class HttpExchangeTest extends ExchangeGatewayContract {

    private static final String PLACE = "/exchange/reports/" + REFERENCE;

    private SmallExchange there;

    @BeforeEach
    void open() throws IOException {
        there = new SmallExchange();
    }

    @AfterEach
    void close() {
        there.close();
    }

    @Override
    ExchangeGateway gateway() {
        return gateway(SmallExchange.SECRET);
    }

    private ExchangeGateway gateway(byte[] secret) {
        return new HttpExchange(
                new HttpExchange.Exchange(there.address(), "yiwang-east", secret, Duration.ofSeconds(5)),
                Clock.systemUTC());
    }

    @Test
    void bringsTheFilesFirstAndThenTheReportThatNamesThem() throws IOException {
        gateway().send(report("city-education"));
        assertEquals(List.of(PLACE, PLACE + "/files/f-1"), List.copyOf(there.taken.keySet()));
        assertArrayEquals(FILE, there.taken.get(PLACE + "/files/f-1"));
        JsonNode report = new ObjectMapper().readTree(there.taken.get(PLACE));
        assertEquals("city-education", report.path("to").asText());
        assertEquals("medical", report.at("/files/0/requirement").asText());
        assertEquals("999900202603020000017", report.at("/content/caseNo").asText());
    }

    @Test
    void saysThatItIsAwayWhenItIs() {
        there.status = 503;
        assertThrows(ExchangeUnavailable.class, () -> gateway().send(report("city-education")));
        there.close();
        assertThrows(ExchangeUnavailable.class, () -> gateway().send(report("city-education")));
    }

    @Test
    void aReportThatIsNotTakenIsNoOutage() {
        there.status = 422;
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> gateway().send(report("city-education")));
        assertFalse(refused.getMessage().contains("9999"), "nothing of the case in a message");
        there.status = 204;
        assertThrows(IllegalArgumentException.class, () -> gateway("another key than they know".getBytes())
                .send(report("city-education")));
    }
}
