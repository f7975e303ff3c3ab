package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.OutboxWaiting;
import org.yiwang.forms.platform.Refusal;

/** 撤销已出文书: by the platform, from its outbox: waits until the document is in the register, and does it once. */
@ApplicationScoped
public class RevokeIssued {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Inject
    RevokeDocument revoke;

    /**
     * Revokes it; one that is revoked already stays as it is.
     *
     * @param why with a reason that strangers can read
     * @throws OutboxWaiting while it is being made
     */
    public void revoke(UUID document, String why) throws OutboxWaiting {
        try {
            revoke.revoke(Actor.SYSTEM, document, why);
        } catch (Refusal refusal) {
            if (refusal.code().equals("DOCUMENT_NOT_READY")) {
                throw new OutboxWaiting("the document is not in the register yet", AGAIN);
            }
            if (!refusal.code().equals("ALREADY_REVOKED")) {
                throw refusal;
            }
        }
    }
}
