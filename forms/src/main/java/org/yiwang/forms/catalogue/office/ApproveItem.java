package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 审核通过: by somebody who had no part in the draft; it goes live at once when its day is today, else on its day. */
@ApplicationScoped
public class ApproveItem {

    @Inject
    DraftTable table;

    /**
     * @param on 生效日
     * @throws Refusal FORBIDDEN / FOUR_EYES for whoever wrote or submitted it
     */
    @Transactional
    public ItemDraft approve(Actor actor, UUID id, long seen, LocalDate on, String opinion) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.lock(id);
        ItemAuthority.needReview(actor, draft.department());
        draft.needSeen(seen);
        String words = DraftTable.words("opinion", "审核意见", opinion);
        table.needBase(draft);
        boolean now = draft.approve(actor, on, words, table.now());
        table.note(draft, ItemEvent.Type.APPROVED, actor, on + " 生效。" + words);
        if (now) {
            table.publish(draft, actor);
        }
        return draft.view();
    }
}
