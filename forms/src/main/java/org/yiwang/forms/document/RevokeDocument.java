package org.yiwang.forms.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.document.internal.DocumentDesk;
import org.yiwang.forms.identity.Actor;

/** 撤销文书: the document stays as it is; from now on verifying it says that it is revoked, and why. */
@ApplicationScoped
public class RevokeDocument {

    @Inject
    DocumentDesk desk;

    /** Only the department that issued it (or the platform itself) may, with a reason that strangers can read. */
    @Transactional
    public void revoke(Actor actor, UUID id, String reason) {
        desk.revoke(actor, id, reason);
    }
}
