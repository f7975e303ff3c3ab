package org.yiwang.integration.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.workflow.forward.spi.Dispatch;
import org.yiwang.workflow.forward.spi.ExchangeGateway;

/** What every way to the higher authority promises. */
abstract class ExchangeGatewayContract {

    static final String REFERENCE = "6f1f7c86-7f0a-4f5e-9d1f-0c1d5f0f5b11";
    static final byte[] FILE = "%PDF-1.4 the medical certificate".getBytes(StandardCharsets.UTF_8);

    abstract ExchangeGateway gateway() throws Exception;

    static Dispatch report(String to) {
        return new Dispatch(
                REFERENCE,
                to,
                Dispatch.Kind.FORWARD,
                JsonNodeFactory.instance.objectNode().put("caseNo", "999900202603020000017"),
                List.of(new Dispatch.File("f-1", "medical", "体检.pdf", "application/pdf", "00", () -> FILE)));
    }

    static Dispatch withdrawal() {
        return new Dispatch(
                REFERENCE, "city-education", Dispatch.Kind.WITHDRAWN, JsonNodeFactory.instance.objectNode(), List.of());
    }

    @Test
    void takesAReport() {
        assertDoesNotThrow(() -> gateway().send(report("city-education")));
    }

    @Test
    void takesTheSameReportAgain() throws Exception {
        ExchangeGateway gateway = gateway();
        gateway.send(report("city-education"));
        assertDoesNotThrow(() -> gateway.send(report("city-education")));
    }

    @Test
    void takesAWithdrawal() throws Exception {
        ExchangeGateway gateway = gateway();
        gateway.send(report("city-education"));
        assertDoesNotThrow(() -> gateway.send(withdrawal()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "云州市教育局", "../city", "City-Education"})
    void refusesWhatIsNoAuthority(String to) {
        assertThrows(IllegalArgumentException.class, () -> gateway().send(report(to)));
    }

    @Test
    void saysOnScreenWhetherItIsAStandIn() throws Exception {
        assertFalse(gateway().name().isBlank());
        assertEquals(gateway().standIn(), gateway().name().contains("替身"));
    }

    @Test
    void aReportInALogNamesNobodyAndNoCase() {
        assertEquals(
                "FORWARD " + REFERENCE + " to city-education",
                report("city-education").toString());
    }
}
