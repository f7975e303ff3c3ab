package org.yiwang.forms.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.identity.Channel;

/** 事项摘要: what a list of items shows. */
public record ItemSummary(
        ItemCode code,
        long versionId,
        int number,
        LocalText name,
        LocalText summary,
        PowerType powerType,
        CaseKind caseKind,
        Set<Audience> audience,
        List<String> themes,
        String organisation,
        Set<Channel> channels,
        int visits,
        Optional<TimeLimit> legal,
        Optional<TimeLimit> promise,
        boolean free) {

    public static ItemSummary of(ItemVersion item) {
        return new ItemSummary(
                item.code(),
                item.id(),
                item.number(),
                item.name(),
                item.summary(),
                item.powerType(),
                item.caseKind(),
                item.audience(),
                item.themes(),
                item.organisation(),
                item.channels(),
                item.visits().count(),
                item.limit(LimitKind.LEGAL),
                item.limit(LimitKind.PROMISE),
                item.fees().isEmpty());
    }
}
