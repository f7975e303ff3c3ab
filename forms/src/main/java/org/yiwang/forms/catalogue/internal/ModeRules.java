package org.yiwang.forms.catalogue.internal;

import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Forwarding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Renewal;
import org.yiwang.forms.catalogue.TimeLimit;

/** 办理方式检查: what an item must say that is decided elsewhere, or that prolongs what another gave. */
public final class ModeRules {

    /** 行政许可法 §43: the lower authority examines within 20 days. */
    private static final int MOST_PRELIMINARY = 20;

    private final ItemVersion item;
    private final Findings findings;

    public ModeRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        item.forwarding().ifPresent(this::forwarded);
        item.renewal().ifPresent(this::renews);
        findings.must(
                item.forwarding().isPresent()
                        || item.limit(LimitKind.PRELIMINARY).isEmpty(),
                "limits[PRELIMINARY]",
                "MODE",
                "only what is forwarded has a first examination");
    }

    private void forwarded(Forwarding forwarding) {
        findings.must(!item.instant(), "mode.kind", "MODE", "what is done at once is forwarded to nobody");
        findings.must(
                ItemFacts.CODE.matcher(forwarding.to()).matches(),
                "mode.to",
                "MODE",
                "must be a code in words with hyphens: " + forwarding.to());
        findings.must(
                item.powerType() != PowerType.LICENSE
                        || item.limit(LimitKind.PRELIMINARY)
                                .filter(ModeRules::withinTheLaw)
                                .isPresent(),
                "limits[PRELIMINARY]",
                "MODE",
                "a licence that is forwarded is examined here within 20 workdays from acceptance until FORWARDED");
    }

    private static boolean withinTheLaw(TimeLimit limit) {
        return limit.endEvent() == CaseMoment.FORWARDED
                && (limit.unit() != LimitUnit.WORKDAY || limit.value() <= MOST_PRELIMINARY);
    }

    private void renews(Renewal renewal) {
        findings.must(
                item.form().sections().stream()
                        .flatMap(section -> section.fields().stream())
                        .anyMatch(field -> field.key().equals(renewal.field()) && field.required()),
                "renewal.field",
                "RENEWAL",
                "there is no obligatory question " + renewal.field() + " for the number of the licence");
        findings.must(
                item.result().validity().isPresent(),
                "result.validity",
                "RENEWAL",
                "what prolongs a licence says for how long");
        findings.must(renewal.before() > 0, "renewal.before", "RENEWAL", "must be more than nothing");
    }
}
