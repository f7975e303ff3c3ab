package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentDesk;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.OutboxRow;
import org.yiwang.forms.platform.OutboxTroubles;
import org.yiwang.forms.platform.Refusal;

/**
 * 作废文书: a document that has its number and cannot be made is entered as void with its reason; the number stays in the
 * register and is never given again. Only what waits among the failed messages can be voided: what was issued is revoked
 * by its department instead.
 */
@ApplicationScoped
public class VoidDocument {

    @Inject
    OutboxTroubles troubles;

    @Inject
    DocumentDesk desk;

    @Inject
    Clock clock;

    /**
     * Voids the document that a failed message was to make.
     *
     * @param message id of the message in the outbox
     * @param reason for the register; a stranger who verifies the number reads it
     * @param again order the same letter anew, under the next number
     */
    @Transactional
    public void voidStuck(Actor actor, long message, String reason, boolean again) {
        if (!actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以作废文书。");
        }
        OutboxRow row = troubles.after(message - 1, 1).stream()
                .filter(found -> found.id() == message && found.kind().equals(DocumentDesk.ISSUE))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("OUTBOX_NOT_IN_TROUBLE", "这份文书正在制作或已经处理，不能作废。"));
        desk.annul(actor, UUID.fromString(row.key()), reason, again);
        // Delivered once more it finds nothing to do, and is out of the list.
        if (!troubles.retry(message, actor.key(), clock.instant())) {
            throw Refusal.conflict("OUTBOX_NOT_IN_TROUBLE", "这份文书正在制作，请稍候刷新页面再看。");
        }
    }
}
