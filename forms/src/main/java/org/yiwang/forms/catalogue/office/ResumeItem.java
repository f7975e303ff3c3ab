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

/** 恢复办理: a suspended item takes applications again; drafts that were kept can be submitted. */
@ApplicationScoped
public class ResumeItem {

    @Inject
    DraftTable table;

    @Inject
    Standings standings;

    @Transactional
    public ItemStanding resume(Actor actor, ItemCode code, long seen, String words) {
        ItemAuthority.needEnter(actor);
        ItemAuthority.needReview(actor, standings.item(code).organisation());
        String said = DraftTable.words("words", "恢复的理由", words);
        StandingRow row = standings.lock(code, seen);
        row.resume(table.now());
        table.note(code.value(), ItemEvent.Type.RESUMED, actor, said);
        table.raiseRevision();
        return row.view();
    }
}
