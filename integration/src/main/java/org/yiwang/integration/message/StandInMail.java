package org.yiwang.integration.message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.workflow.notification.spi.MailChannel;

/** 模拟邮件: stands for a mail server. Sends nothing; the log has the notice's reference and no content. */
public class StandInMail implements MailChannel {

    private static final Logger LOG = LoggerFactory.getLogger(StandInMail.class);

    @Override
    public void send(String address, String subject, String text, String reference) {
        Addresses.mail(address);
        LOG.info("Stand-in for mail: notice {} not sent", reference);
    }

    @Override
    public boolean standIn() {
        return true;
    }
}
