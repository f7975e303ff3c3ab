package org.yiwang.forms.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.filling.internal.Draft;
import org.yiwang.forms.filling.internal.DraftRows;
import org.yiwang.forms.filling.internal.Drafts;
import org.yiwang.forms.filling.internal.SealedJson;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.material.Materials;
import org.yiwang.forms.platform.Refusal;

/** 删除草稿: with its files and its key; nothing of it can be read again. */
@ApplicationScoped
public class DiscardDraft {

    @Inject
    Drafts drafts;

    @Inject
    DraftRows rows;

    @Inject
    Materials materials;

    @Inject
    SealedJson sealed;

    protected DiscardDraft() {}

    DiscardDraft(Drafts drafts, DraftRows rows, Materials materials, SealedJson sealed) {
        this.drafts = drafts;
        this.rows = rows;
        this.materials = materials;
        this.sealed = sealed;
    }

    /** Also under a mandate that has ended: taking one's own words back is always allowed. */
    @Transactional
    public void discard(Actor actor, UUID id) {
        Draft draft = drafts.lock(actor, id);
        if (draft.caseNo() != null) {
            throw Refusal.conflict("DRAFT_SUBMITTED", "这份申请已经提交，不能删除；不想继续办理的，请在办件页面撤回申请。");
        }
        materials.clear(draft.scope());
        rows.remove(draft);
        sealed.destroyKey(draft.keyId());
    }
}
