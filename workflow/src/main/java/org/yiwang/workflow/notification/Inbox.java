package org.yiwang.workflow.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.notification.internal.Notices;

/** 消息盒: what somebody has been told, himself or in a post he holds now. */
@ApplicationScoped
public class Inbox {

    private static final int MOST = 100;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    /**
     * 消息页.
     *
     * @param next where the next page begins; empty when there is none
     */
    public record Page(List<NoticeView> notices, Optional<UUID> next) {}

    /** The newest first, beginning after a notice of the page before; for devices and strangers it is empty. */
    @Transactional
    public Page mine(Actor actor, Optional<UUID> after, int limit) {
        List<String> boxes = boxes(actor);
        if (boxes.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        int size = Math.max(1, Math.min(limit, MOST));
        List<NoticeView> found = notices.list(boxes, actor.key(), after, size + 1);
        boolean more = found.size() > size;
        List<NoticeView> page = more ? found.subList(0, size) : found;
        return new Page(page, more ? Optional.of(page.get(size - 1).id()) : Optional.empty());
    }

    /** How many of the newest he has not read; never more than 200 are counted. */
    @Transactional
    public int unread(Actor actor) {
        List<String> boxes = boxes(actor);
        return boxes.isEmpty() ? 0 : notices.unread(boxes, actor.key());
    }

    /** Marks one as read by him; refuses what does not lie in his boxes as if it were not there. */
    @Transactional
    public void markRead(Actor actor, UUID notice) {
        if (!notices.markRead(boxes(actor), actor.key(), notice, clock.instant())) {
            throw Refusal.notFound("这条通知");
        }
    }

    private static List<String> boxes(Actor actor) {
        List<String> boxes = new ArrayList<>();
        Optional.ofNullable(Recipient.self(actor)).ifPresent(own -> boxes.add(own.toString()));
        if (actor.officer()) {
            actor.posts().forEach(post -> boxes.add(Recipient.post(post).toString()));
        }
        return boxes;
    }
}
