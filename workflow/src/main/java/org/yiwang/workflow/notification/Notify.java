package org.yiwang.workflow.notification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalLong;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.notification.internal.Deliveries;
import org.yiwang.workflow.notification.internal.NoticeTexts;
import org.yiwang.workflow.notification.internal.Notices;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;

/** 告知: puts a notice into a box and orders it to be sent by mail or SMS as well. */
@ApplicationScoped
public class Notify {

    @Inject
    Notices notices;

    @Inject
    NoticeTexts texts;

    @Inject
    Outbox outbox;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /**
     * Tells somebody, once: the same {@code orderKey} again does nothing.
     *
     * @param to as {@link Recipient#parse} reads it
     * @param topic which text, such as {@code case.accepted}
     * @param params what the text names; never a person's number or name
     */
    @Transactional
    public void tell(String to, String orderKey, String topic, String caseNo, String itemName, JsonNode params) {
        Recipient recipient = Recipient.parse(to);
        NoticeTexts.Text text = texts.write(topic, caseNo, itemName, params);
        OptionalLong id = notices.add(
                orderKey, recipient.toString(), topic, caseNo, itemName, text.title(), text.body(), clock.instant());
        if (id.isPresent()) {
            send(recipient, id.getAsLong());
        }
    }

    /**
     * 通知内容: what somebody would read.
     *
     * @param to as {@link Recipient#parse} reads it
     */
    public record Said(String to, String title, String text) {}

    /** The words of a notice without giving it to anybody; for simulations. */
    public Said say(String to, String topic, String caseNo, String itemName, JsonNode params) {
        NoticeTexts.Text text = texts.write(topic, caseNo, itemName, params);
        return new Said(Recipient.parse(to).toString(), text.title(), text.body());
    }

    /** One order for each who gets it, so that one address that fails has nobody else told twice. */
    private void send(Recipient recipient, long notice) {
        switch (recipient.kind()) {
            case PARTY -> order(Deliveries.SMS, notice, recipient.number());
            case OFFICER -> order(Deliveries.MAIL, notice, recipient.number());
            case POST ->
                directory.officersOf(recipient.post()).stream()
                        .mapToLong(Officer::id)
                        .forEach(officer -> order(Deliveries.MAIL, notice, officer));
        }
    }

    private void order(String kind, long notice, long person) {
        String key = notice + ":" + person;
        outbox.order(kind, key, kind + ":" + key, Long.toString(notice));
    }
}
