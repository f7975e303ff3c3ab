package org.yiwang.integration.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yiwang.workflow.notification.spi.MailChannel;

class StandInMailTest extends MailChannelContract {

    @Override
    MailChannel channel() {
        return new StandInMail();
    }

    @Test
    void saysThatItIsAStandIn() {
        assertTrue(channel().standIn());
    }
}
