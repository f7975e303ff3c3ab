package org.yiwang.integration.message;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.workflow.notification.spi.MailChannel;

/** What every adapter for mail promises. */
abstract class MailChannelContract {

    static final String REFERENCE = "6f1f7c86-7f0a-4f5e-9d1f-0c1d5f0f5b11";

    abstract MailChannel channel() throws Exception;

    @Test
    void takesAMail() {
        assertDoesNotThrow(() -> channel().send("clerk@yunzhou.example", "已受理：高龄津贴", "办件已受理。", REFERENCE));
    }

    @Test
    void takesTheSameMailAgain() throws Exception {
        MailChannel channel = channel();
        channel.send("clerk@yunzhou.example", "a", "b", REFERENCE);
        assertDoesNotThrow(() -> channel.send("clerk@yunzhou.example", "a", "b", REFERENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "a@b.example\r\nBcc: x@y.example", "a@b.example,c@d.example"})
    void refusesWhatIsNoAddressAndDoesNotRepeatIt(String address) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> channel().send(address, "a", "b", REFERENCE));
        assertFalse(refused.getMessage().contains("@"));
    }
}
