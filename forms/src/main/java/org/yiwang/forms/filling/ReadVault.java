package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.document.ReadDocument;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.VaultShelf;
import org.yiwang.forms.filling.internal.VaultShelf.Found;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.FileContent;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Refusal;

/** 查看我的材料: one's own; for a draft at hand those of its applicant, where the one who fills it in may have them. */
@ApplicationScoped
public class ReadVault {

    @Inject
    VaultShelf shelf;

    @Inject
    Drafts drafts;

    @Inject
    Materials materials;

    @Inject
    ReadDocument documents;

    @Transactional
    public Vault mine(Actor actor) {
        needCitizen(actor);
        return shelf.of(actor.id());
    }

    /** What the applicant of this draft could use again; none where it is filled in by somebody who may not see it. */
    @Transactional
    public List<VaultEntry> forDraft(Actor actor, UUID draftId) {
        Draft draft = drafts.read(actor, draftId);
        return shelf.mayUse(actor, draft) ? shelf.of(draft.applicantId()).entries() : List.of();
    }

    /** One of one's own, opened. */
    @Transactional
    public FileContent open(Actor actor, UUID id) {
        needCitizen(actor);
        Found found = shelf.find(actor.id(), id).orElseThrow(() -> Refusal.notFound("这份材料"));
        return found.document()
                ? new FileContent(found.name(), "application/pdf", documents.pdf(id), 0)
                : materials.read(found.scope(), id);
    }

    static void needCitizen(Actor actor) {
        if (!actor.citizen()) {
            throw Refusal.forbidden("“我的材料”只对本人开放。");
        }
    }
}
