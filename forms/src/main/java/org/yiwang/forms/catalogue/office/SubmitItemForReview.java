package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/** 提交审核: only what has passed every check is put before a reviewer. */
@ApplicationScoped
public class SubmitItemForReview {

    @Inject
    DraftTable table;

    /**
     * @param proof what {@link ProveItem} found for these very files
     * @param wishedFor 计划生效日; empty for as soon as it is approved
     * @param words what was changed and why, for the reviewer
     * @throws Refusal INVALID / PACKAGE_REFUSED with everything that is wrong; CONFLICT / BASE_MOVED, NOTHING_CHANGED
     */
    @Transactional
    public ItemDraft submit(Actor actor, UUID id, long seen, Proof proof, Optional<LocalDate> wishedFor, String words) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.lock(id);
        ItemAuthority.needEdit(actor, draft.department());
        draft.needSeen(seen);
        String said = DraftTable.words("words", "改了什么、为什么改", words);
        if (!proof.holds()) {
            throw DraftTable.refused(proof.problems());
        }
        table.needBase(draft);
        table.needChange(draft, table.look(draft.content()));
        draft.submit(proof.sha256(), wishedFor.orElse(null), actor, table.now());
        table.note(draft, ItemEvent.Type.SUBMITTED, actor, said);
        return draft.view();
    }
}
