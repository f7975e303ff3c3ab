package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.document.ReadDocument;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.VaultShelf;
import org.yiwang.forms.filling.internal.VaultShelf.Found;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.FileContent;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Refusal;

/**
 * 再次使用材料: one press puts what the applicant handed in before, or what was issued to him, into an application of his. It
 * keeps its trust grade. Nobody else's material is there for it (404), whoever asks.
 */
@ApplicationScoped
public class ReuseMaterial {

    @Inject
    Drafts drafts;

    @Inject
    VaultShelf shelf;

    @Inject
    Materials materials;

    @Inject
    ReadDocument documents;

    @Transactional
    public MaterialView reuse(Actor actor, UUID draftId, String requirement, UUID entry) {
        Draft draft = drafts.open(actor, draftId);
        if (drafts.item(draft).material(requirement).isEmpty()) {
            throw Refusal.notFound("该项材料要求");
        }
        if (!shelf.mayUse(actor, draft)) {
            throw Refusal.notFound("这份材料");
        }
        Found found = shelf.find(draft.applicantId(), entry).orElseThrow(() -> Refusal.notFound("这份材料"));
        if (found.validUntil() != null && drafts.today().isAfter(found.validUntil())) {
            throw Refusal.conflict("MATERIAL_EXPIRED", "这份材料已于" + found.validUntil() + "到期，不能再用，请上传有效的。")
                    .naming(found.validUntil());
        }
        FileContent content = found.document()
                ? new FileContent(found.name(), "application/pdf", documents.pdf(entry), 0)
                : materials.read(found.scope(), entry);
        return materials.again(
                actor, draft.scope(), draft.keyId(), requirement, new Materials.Known(content, found.grade(), entry));
    }
}
