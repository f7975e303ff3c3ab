package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.PackageDraft;
import org.yiwang.forms.identity.Actor;

/** 改期生效: another day for a version that was approved and has not come into effect. */
@ApplicationScoped
public class ScheduleItem {

    @Inject
    DraftTable table;

    @Transactional
    public ItemDraft reschedule(Actor actor, UUID id, long seen, LocalDate on) {
        ItemAuthority.needEnter(actor);
        PackageDraft draft = table.lock(id);
        ItemAuthority.needReview(actor, draft.department());
        draft.needSeen(seen);
        boolean now = draft.reschedule(actor, on, table.now());
        table.note(draft, ItemEvent.Type.RESCHEDULED, actor, on + " 生效");
        if (now) {
            table.publish(draft, actor);
        }
        return draft.view();
    }
}
