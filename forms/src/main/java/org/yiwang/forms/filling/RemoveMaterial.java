package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.Materials;

/** 删除材料: takes a file of an open draft back. */
@ApplicationScoped
public class RemoveMaterial {

    @Inject
    Drafts drafts;

    @Inject
    Materials materials;

    protected RemoveMaterial() {}

    RemoveMaterial(Drafts drafts, Materials materials) {
        this.drafts = drafts;
        this.materials = materials;
    }

    @Transactional
    public void remove(Actor actor, UUID draftId, UUID fileId) {
        materials.remove(drafts.open(actor, draftId).scope(), fileId);
    }
}
