package org.yiwang.forms.catalogue.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.platform.Refusal;

/** 事项状态台: finds how a published item stands, locked, as the actor saw it. */
@ApplicationScoped
public class Standings {

    @Inject
    DraftTable table;

    @Inject
    OfficeStore store;

    public ItemVersion item(ItemCode code) {
        return table.current(code.value()).orElseThrow(() -> Refusal.notFound("这个事项"));
    }

    public StandingRow lock(ItemCode code, long seen) {
        StandingRow row = store.lockStanding(code.value(), table.now());
        row.needSeen(seen);
        return row;
    }
}
