package org.yiwang.integration.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.workflow.notification.spi.SmsChannel;

/** 模拟短信: stands for an SMS gateway. Sends nothing; the log has the notice's reference and no content. */
public class StandInSms implements SmsChannel {

    private static final Logger LOG = LoggerFactory.getLogger(StandInSms.class);

    @Override
    public void send(String phone, String text, String reference) {
        Addresses.phone(phone);
        LOG.info("Stand-in for SMS: notice {} not sent", reference);
    }

    @Override
    public boolean standIn() {
        return true;
    }
}
