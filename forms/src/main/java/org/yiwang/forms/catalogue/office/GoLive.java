package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.OfficeStore;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;

/**
 * 到日生效: versions that were approved for a day and items to be retired on one. Time does it, one row a transaction, on
 * whichever node comes first.
 */
@ApplicationScoped
public class GoLive {

    @Inject
    OfficeStore store;

    @Inject
    DraftTable table;

    /**
     * 到期的一项: one of the two.
     *
     * @param draft null for an item to be retired
     * @param item null for a draft
     */
    public record Due(UUID draft, String item) {}

    @Transactional
    public List<Due> due(Instant now) {
        List<Due> due = new ArrayList<>();
        store.dueDrafts(now).forEach(draft -> due.add(new Due(draft, null)));
        store.dueStandings(now).forEach(item -> due.add(new Due(null, item)));
        return due;
    }

    /**
     * Does one of them.
     *
     * @param wait whether to wait for a row somebody is working on
     * @return whether it was done here
     * @throws Refusal when a version no longer fits: then {@link #notLive} has to say so
     */
    @Transactional
    public boolean one(Due due, Instant now, boolean wait) {
        if (due.draft() != null) {
            return store.lockDue(due.draft(), wait)
                    .filter(draft -> draft.due(now))
                    .map(draft -> table.publish(draft, Actor.SYSTEM) > 0)
                    .orElse(false);
        }
        return store.lockDueStanding(due.item(), wait)
                .filter(row -> row.due(now))
                .map(row -> {
                    row.retire(table.now());
                    table.note(
                            due.item(),
                            ItemEvent.Type.RETIRED,
                            Actor.SYSTEM,
                            row.view().reason());
                    table.raiseRevision();
                    return true;
                })
                .orElse(false);
    }

    /** Back to its authors with the reason; the version in use stays. */
    @Transactional
    public void notLive(UUID id, Refusal why) {
        store.lock(id).ifPresent(draft -> {
            String words = "到期未能发布：" + why.getMessage();
            draft.notLive(words);
            table.note(draft, ItemEvent.Type.NOT_PUBLISHED, Actor.SYSTEM, words);
        });
    }
}
