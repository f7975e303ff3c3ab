package org.yiwang.workflow.notification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.workflow.notification.spi.MailChannel;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 发送邮件: to an officer. Who has left or has no address is told in his box only. */
@ApplicationScoped
class SendMail implements OutboxHandler {

    @Inject
    Notices notices;

    @Inject
    Directory directory;

    @Inject
    MailChannel channel;

    @Override
    public String kind() {
        return Deliveries.MAIL;
    }

    @Override
    public void handle(OutboxMessage message) {
        directory
                .officer(Deliveries.person(message))
                .filter(Officer::active)
                .map(Officer::mail)
                .filter(address -> !address.isEmpty())
                .ifPresent(address -> {
                    Notices.Outgoing notice = notices.outgoing(Deliveries.notice(message));
                    Deliveries.patiently(
                            () -> channel.send(address, notice.title(), notice.body(), notice.reference()));
                });
    }
}
