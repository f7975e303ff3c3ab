package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.StandingRow;
import org.yiwang.forms.catalogue.internal.Standings;
import org.yiwang.forms.identity.Actor;

/**
 * 暂停办理: from now on no new drafts and no submissions; the guide says why and where to go instead, drafts are kept, cases go
 * on. One reviewer does it alone: it has to be quick, and it can be taken back.
 */
@ApplicationScoped
public class SuspendItem {

    @Inject
    DraftTable table;

    @Inject
    Standings standings;

    /**
     * @param reason in words for applicants
     * @param instead where to go instead
     */
    @Transactional
    public ItemStanding suspend(Actor actor, ItemCode code, long seen, String reason, String instead) {
        ItemAuthority.needEnter(actor);
        ItemAuthority.needReview(actor, standings.item(code).organisation());
        String why = DraftTable.words("reason", "暂停的原因", reason);
        String where = DraftTable.words("instead", "申请人现在可以怎么办、到哪里办", instead);
        StandingRow row = standings.lock(code, seen);
        row.suspend(why, where, table.now());
        table.note(code.value(), ItemEvent.Type.SUSPENDED, actor, why + "　" + where);
        table.raiseRevision();
        return row.view();
    }
}
