package org.yiwang.forms.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.OutboxTroubles;
import org.yiwang.forms.platform.Refusal;

/** 重新投递: has a message in trouble tried again at once, with a fresh count; who asked for it is recorded. */
@ApplicationScoped
public class RetryOutbox {

    @Inject
    OutboxTroubles troubles;

    @Inject
    Clock clock;

    @Transactional
    public void retry(Actor actor, long id) {
        ListOutbox.needOverseer(actor);
        if (!troubles.retry(id, actor.key(), clock.instant())) {
            throw Refusal.conflict("OUTBOX_NOT_IN_TROUBLE", "这条消息正在投递或已经送达，无需重发。");
        }
    }
}
