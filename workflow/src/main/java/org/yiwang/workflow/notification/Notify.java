package org.yiwang.workflow.notification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalLong;
import org.yiwang.forms.platform.Outbox;
import org.yiwang.workflow.absence.StandIns;
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
    StandIns standIns;

    @Inject
    Clock clock;

    /**
     * Tells somebody, once: the same {@code orderKey} again does nothing. What is for an officer who is away is told to
     * his deputy as well (代理); a post's notices reach the deputy without that, for he holds the same posts.
     *
     * @param to as {@link Recipient#parse} reads it
     * @param topic which text, such as {@code case.accepted}
     * @param params what the text names; never a person's number or name
     */
    @Transactional
    public void tell(String to, String orderKey, String topic, String caseNo, String itemName, JsonNode params) {
        Recipient recipient = Recipient.parse(to);
        NoticeTexts.Text text = texts.write(topic, caseNo, itemName, params);
        boolean first = put(recipient, orderKey, topic, caseNo, itemName, text);
        if (first && recipient.kind() == Recipient.Kind.OFFICER) {
            NoticeTexts.Text forHim =
                    new NoticeTexts.Text("（代" + name(recipient.number()) + "）" + text.title(), text.body());
            standIns.of(recipient.number())
                    .forEach(deputy -> put(
                            Recipient.officer(deputy), orderKey + ":for:" + deputy, topic, caseNo, itemName, forHim));
        }
    }

    private boolean put(
            Recipient recipient, String orderKey, String topic, String caseNo, String itemName, NoticeTexts.Text text) {
        OptionalLong id = notices.add(
                orderKey, recipient.toString(), topic, caseNo, itemName, text.title(), text.body(), clock.instant());
        id.ifPresent(notice -> send(recipient, notice));
        return id.isPresent();
    }

    private String name(long officer) {
        return directory.officer(officer).map(Officer::name).orElse("同事");
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
