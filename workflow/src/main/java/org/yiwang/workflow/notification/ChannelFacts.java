package org.yiwang.workflow.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.workflow.notification.spi.MailChannel;
import org.yiwang.workflow.notification.spi.SmsChannel;

/** 通道情况: which channels only stand for the real thing, for the screens where somebody might believe otherwise. */
@ApplicationScoped
public class ChannelFacts {

    @Inject
    MailChannel mail;

    @Inject
    SmsChannel sms;

    /** One sentence for each channel that sends nothing; empty when all are real. */
    public List<String> standIns() {
        List<String> said = new ArrayList<>();
        if (mail.standIn()) {
            said.add("邮件通道为模拟通道，不会真正发送；通知请在站内消息中查看。");
        }
        if (sms.standIn()) {
            said.add("短信通道为模拟通道，不会真正发送；通知请在站内消息中查看。");
        }
        return said;
    }
}
