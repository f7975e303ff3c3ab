package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.filling.internal.VaultShelf;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 移出我的材料: it is not offered again. With the case it was handed in for it stays, as the law has files kept. */
@ApplicationScoped
public class RemoveFromVault {

    @Inject
    VaultShelf shelf;

    @Transactional
    public void remove(Actor actor, UUID entry) {
        ReadVault.needCitizen(actor);
        if (shelf.find(actor.id(), entry).isEmpty()) {
            throw Refusal.notFound("这份材料");
        }
        shelf.hide(actor.id(), entry);
    }
}
