package org.yiwang.forms.catalogue.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemStanding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.internal.DraftTable;
import org.yiwang.forms.catalogue.internal.StandingRow;
import org.yiwang.forms.catalogue.internal.Standings;
import org.yiwang.forms.identity.Actor;

/** 取消事项: proposed by one for a day, confirmed by another, done on that day. */
@ApplicationScoped
public class RetireItem {

    @Inject
    DraftTable table;

    @Inject
    Standings standings;

    /**
     * @param on 计划取消日, today or later
     * @param reason in words for applicants
     * @param instead where to go instead
     */
    @Transactional
    public ItemStanding propose(Actor actor, ItemCode code, long seen, LocalDate on, String reason, String instead) {
        ItemVersion item = item(actor, code);
        if (!ItemAuthority.reviews(actor)) {
            ItemAuthority.needEdit(actor, item.organisation());
        }
        String why = DraftTable.words("reason", "取消的原因", reason);
        String where = DraftTable.words("instead", "取消后申请人到哪里办", instead);
        StandingRow row = standings.lock(code, seen);
        row.proposeRetirement(actor, on, why, where, table.now());
        table.note(code.value(), ItemEvent.Type.RETIREMENT_PROPOSED, actor, on + "　" + why + "　" + where);
        table.raiseRevision();
        return row.view();
    }

    /** By a reviewer who did not propose it. */
    @Transactional
    public ItemStanding confirm(Actor actor, ItemCode code, long seen) {
        ItemAuthority.needReview(actor, item(actor, code).organisation());
        StandingRow row = standings.lock(code, seen);
        boolean now = row.confirmRetirement(actor, table.now());
        table.note(code.value(), ItemEvent.Type.RETIREMENT_CONFIRMED, actor, "");
        if (now) {
            row.retire(table.now());
            table.note(code.value(), ItemEvent.Type.RETIRED, actor, row.view().reason());
        }
        table.raiseRevision();
        return row.view();
    }

    /** 撤销取消计划. */
    @Transactional
    public ItemStanding drop(Actor actor, ItemCode code, long seen) {
        ItemVersion item = item(actor, code);
        if (!ItemAuthority.reviews(actor)) {
            ItemAuthority.needEdit(actor, item.organisation());
        }
        StandingRow row = standings.lock(code, seen);
        row.dropRetirement();
        table.note(code.value(), ItemEvent.Type.RETIREMENT_DROPPED, actor, "");
        table.raiseRevision();
        return row.view();
    }

    private ItemVersion item(Actor actor, ItemCode code) {
        ItemAuthority.needEnter(actor);
        ItemVersion item = standings.item(code);
        ItemAuthority.needSee(actor, item.organisation());
        return item;
    }
}
