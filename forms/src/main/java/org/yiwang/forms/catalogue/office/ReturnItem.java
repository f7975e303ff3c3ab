package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.identity.Actor;

/** 退回修改: a reviewer sends a draft back and says what has to be mended. */
@ApplicationScoped
public class ReturnItem {

    @Inject
    DraftTable table;

    @Transactional
    public ItemDraft back(Actor actor, UUID id, long seen, String opinion) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.lock(id);
        ItemAuthority.needReview(actor, draft.department());
        draft.needSeen(seen);
        String words = DraftTable.words("opinion", "退回的理由", opinion);
        draft.back(actor, words);
        table.note(draft, ItemEvent.Type.RETURNED, actor, words);
        return draft.view();
    }
}
