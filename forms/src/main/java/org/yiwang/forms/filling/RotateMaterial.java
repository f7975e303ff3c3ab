package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Refusal;

/** 旋转材料: how a photo or scan is shown; the file itself stays as it was sent. */
@ApplicationScoped
public class RotateMaterial {

    @Inject
    Drafts drafts;

    @Inject
    Materials materials;

    protected RotateMaterial() {}

    RotateMaterial(Drafts drafts, Materials materials) {
        this.drafts = drafts;
        this.materials = materials;
    }

    /**
     * @param degrees clockwise: 90, 180 or 270
     */
    @Transactional
    public MaterialView rotate(Actor actor, UUID draftId, UUID fileId, int degrees) {
        if (degrees % 90 != 0) {
            throw Refusal.invalid("degrees", "RANGE", "只能按90度的倍数旋转。");
        }
        return materials.turn(drafts.open(actor, draftId).scope(), fileId, degrees);
    }
}
