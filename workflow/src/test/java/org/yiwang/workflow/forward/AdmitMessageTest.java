package org.yiwang.workflow.forward;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/** 报文验签: only what the authority itself has signed, and not long ago. */
class AdmitMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] SECRET = "a secret of at least 32 characters".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{\"answer\":\"GRANTED\"}".getBytes(StandardCharsets.UTF_8);

    private final AdmitMessage admit = new AdmitMessage(
            system -> system.equals("city-education") ? Optional.of(SECRET) : Optional.empty(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static ExchangeSignature head(String system, Instant time) {
        return new ExchangeSignature("POST", "/api/v1/exchange/answers", system, time.toString(), "m-1");
    }

    private void refused(ExchangeSignature head, String signature, byte[] body) {
        Refusal refusal = assertThrows(Refusal.class, () -> admit.admit(head, signature, body));
        assertEquals("EXCHANGE_SIGNATURE", refusal.code());
        assertEquals(401, refusal.kind().status());
    }

    @Test
    void letsInWhatIsSignedWithItsKey() {
        ExchangeSignature head = head("city-education", NOW.minusSeconds(60));
        assertDoesNotThrow(() -> admit.admit(head, head.over(BODY, SECRET), BODY));
    }

    @Test
    void refusesAnotherBodyThanWasSigned() {
        ExchangeSignature head = head("city-education", NOW);
        refused(head, head.over(BODY, SECRET), "{\"answer\":\"DENIED\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesASignatureMadeForAnotherPlaceTimeOrMessage() {
        ExchangeSignature head = head("city-education", NOW);
        String signature = head.over(BODY, SECRET);
        refused(new ExchangeSignature("POST", "/api/v1/cases", head.system(), head.time(), head.id()), signature, BODY);
        refused(head("city-education", NOW.plusSeconds(1)), signature, BODY);
        refused(new ExchangeSignature("POST", head.path(), head.system(), head.time(), "m-2"), signature, BODY);
    }

    @Test
    void refusesWhatIsOlderOrNewerThanTheWindow() {
        Duration tooFar = AdmitMessage.WINDOW.plusSeconds(1);
        for (Instant time : new Instant[] {NOW.minus(tooFar), NOW.plus(tooFar)}) {
            ExchangeSignature head = head("city-education", time);
            refused(head, head.over(BODY, SECRET), BODY);
        }
    }

    @Test
    void refusesWhoHasNoKeyAndWhatSaysNothing() {
        ExchangeSignature stranger = head("somebody-else", NOW);
        refused(stranger, stranger.over(BODY, SECRET), BODY);
        refused(head("city-education", NOW), "", BODY);
        refused(head("city-education", NOW), null, BODY);
        refused(new ExchangeSignature("POST", "/", "city-education", "yesterday", "m-1"), "00", BODY);
    }
}
