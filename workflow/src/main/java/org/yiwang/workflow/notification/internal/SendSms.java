package org.yiwang.workflow.notification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.platform.OutboxHandler;
import org.yiwang.forms.platform.OutboxMessage;
import org.yiwang.workflow.notification.spi.SmsChannel;

/** 发送短信: to a party. Its phone is opened here, at the last moment, and kept nowhere. */
@ApplicationScoped
class SendSms implements OutboxHandler {

    @Inject
    Notices notices;

    @Inject
    FindParty parties;

    @Inject
    SmsChannel channel;

    @Override
    public String kind() {
        return Deliveries.SMS;
    }

    @Override
    public void handle(OutboxMessage message) {
        String phone = parties.snapshot(Deliveries.person(message)).phone();
        if (phone == null || phone.isEmpty()) {
            return;
        }
        Notices.Outgoing notice = notices.outgoing(Deliveries.notice(message));
        Deliveries.patiently(() -> channel.send(phone, notice.body(), notice.reference()));
    }
}
