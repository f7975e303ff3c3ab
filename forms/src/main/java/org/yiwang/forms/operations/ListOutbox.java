package org.yiwang.forms.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.OutboxRow;
import org.yiwang.forms.platform.OutboxTroubles;
import org.yiwang.forms.platform.Refusal;

/** 查看未送达消息: what waits, failed or was given up, oldest first; for administrators and supervisors. */
@ApplicationScoped
public class ListOutbox {

    private static final int MOST = 200;

    @Inject
    OutboxTroubles troubles;

    /** The next {@code limit} rows after the row with id {@code after} (0 for the first page). */
    @Transactional
    public List<OutboxRow> failed(Actor actor, long after, int limit) {
        needOverseer(actor);
        return troubles.after(after, Math.max(1, Math.min(limit, MOST)));
    }

    static void needOverseer(Actor actor) {
        if (!actor.is(Role.ADMIN) && !actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("只有系统管理员和监督人员可以查看和重发未送达消息。");
        }
    }
}
