package org.yiwang.integration.message;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yiwang.workflow.notification.spi.SmsChannel;

class StandInSmsTest {

    private final SmsChannel channel = new StandInSms();

    @Test
    void takesAText() {
        assertDoesNotThrow(() -> channel.send("13900000001", "办件已受理。", "r"));
    }

    @Test
    void refusesWhatIsNoNumberAndDoesNotRepeatIt() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> channel.send("139abc", "x", "r"));
        assertFalse(refused.getMessage().contains("139"));
    }

    @Test
    void saysThatItIsAStandIn() {
        assertTrue(channel.standIn());
    }
}
