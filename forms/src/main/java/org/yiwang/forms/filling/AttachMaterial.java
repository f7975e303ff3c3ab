package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.material.Upload;
import org.yiwang.forms.platform.Refusal;

/** 上传材料: a file for one requirement of a draft. */
@ApplicationScoped
public class AttachMaterial {

    private static final int MOST_FOR_ONE = 20;

    @Inject
    Drafts drafts;

    @Inject
    Materials materials;

    protected AttachMaterial() {}

    AttachMaterial(Drafts drafts, Materials materials) {
        this.drafts = drafts;
        this.materials = materials;
    }

    @Transactional
    public MaterialView attach(Actor actor, UUID draftId, String requirement, Upload upload) {
        Draft draft = drafts.read(actor, draftId);
        MaterialRequirement need =
                drafts.item(draft).material(requirement).orElseThrow(() -> Refusal.notFound("该项材料要求"));
        long there = materials.list(draft.scope()).stream()
                .filter(material -> material.requirement().equals(requirement))
                .count();
        if (there >= MOST_FOR_ONE) {
            throw Refusal.conflict("TOO_MANY_FILES", "这项材料已有" + MOST_FOR_ONE + "个文件，请先删除不需要的，或把多页合成一个PDF。")
                    .naming(MOST_FOR_ONE);
        }
        // Looked at before the draft is locked: nobody waits for a scanner.
        MaterialView added = need.blank().isPresent()
                ? materials.addSelfMade(actor, draft.scope(), draft.keyId(), requirement, upload)
                : materials.add(actor, draft.scope(), draft.keyId(), requirement, upload);
        drafts.open(actor, draftId);
        return added;
    }
}
