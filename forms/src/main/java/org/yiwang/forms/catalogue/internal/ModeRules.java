package org.yiwang.forms.catalogue.internal;

import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.Change;
import org.yiwang.forms.catalogue.Forwarding;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.Renewal;
import org.yiwang.forms.catalogue.ResultRule;
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
        item.change().ifPresent(this::changes);
        findings.must(
                item.forwarding().isPresent()
                        || item.limit(LimitKind.PRELIMINARY).isEmpty(),
                "limits[PRELIMINARY]",
                "MODE",
                "只有转报件有初审时限");
    }

    private void forwarded(Forwarding forwarding) {
        findings.must(!item.instant(), "mode.kind", "MODE", "即办件不能转报");
        findings.must(
                ItemFacts.CODE.matcher(forwarding.to()).matches(),
                "mode.to",
                "MODE",
                "应为代码，小写单词用连字符连接：" + forwarding.to());
        findings.must(
                item.powerType() != PowerType.LICENSE
                        || item.limit(LimitKind.PRELIMINARY)
                                .filter(ModeRules::withinTheLaw)
                                .isPresent(),
                "limits[PRELIMINARY]",
                "MODE",
                "转报的行政许可，初审时限应从受理起至 FORWARDED 止，不超过 20 个工作日（行政许可法第四十三条）");
    }

    private static boolean withinTheLaw(TimeLimit limit) {
        return limit.endEvent() == CaseMoment.FORWARDED
                && (limit.unit() != LimitUnit.WORKDAY || limit.value() <= MOST_PRELIMINARY);
    }

    private void renews(Renewal renewal) {
        findings.must(asks(renewal.field()), "renewal.field", "RENEWAL", "没有填写证照编号的必填问题：" + renewal.field());
        findings.must(item.result().validity().isPresent(), "result.validity", "RENEWAL", "延续的证照应写明有效期");
        findings.must(renewal.before() > 0, "renewal.before", "RENEWAL", "应大于零");
    }

    /** What is changed ends when it would have ended (许可法 §49 changes what it says, §50 alone its time). */
    private void changes(Change change) {
        findings.must(asks(change.field()), "change.field", "CHANGE", "没有填写证照编号的必填问题：" + change.field());
        findings.must(asks(change.items()), "change.items", "CHANGE", "没有填写变更事项的必填问题：" + change.items());
        findings.must(item.renewal().isEmpty(), "change", "CHANGE", "变更和延续应分为两个事项");
        findings.must(!item.instant(), "change", "CHANGE", "变更须经审查，不能即办");
        findings.must(item.result().kind() != ResultRule.Kind.DECISION, "result.kind", "CHANGE", "变更后应换发证照，结果不能只是决定书");
        findings.must(item.result().validity().isEmpty(), "result.validity", "CHANGE", "变更后的证照沿用原有效期，不另写有效期");
    }

    private boolean asks(String key) {
        return item.form().sections().stream()
                .flatMap(section -> section.fields().stream())
                .anyMatch(field -> field.key().equals(key) && field.required());
    }
}
