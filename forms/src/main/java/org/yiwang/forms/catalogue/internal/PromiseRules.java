package org.yiwang.forms.catalogue.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.CommitmentRule;
import org.yiwang.forms.catalogue.DeferralForm;
import org.yiwang.forms.catalogue.DeferralRule;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.MaterialOrigin;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.VerificationMode;

/**
 * 容缺和承诺检查: nothing is deferred beyond the promised limit, and nothing is granted on a promise where a false one could
 * not be made good (国办发〔2020〕42号).
 */
public final class PromiseRules {

    private final ItemVersion item;
    private final Findings findings;

    public PromiseRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        boolean deferrable =
                item.materials().stream().anyMatch(material -> material.necessity() == Necessity.DEFERRABLE);
        if (item.bundle().isEmpty()) {
            findings.must(
                    deferrable == item.deferral().isPresent(), "deferral", "DEFERRAL", "有 DEFERRABLE 材料的须有容缺规则，反之亦然");
        }
        together(LimitKind.DEFERRED, item.deferral().isPresent(), "容缺规则");
        item.deferral().ifPresent(this::deferral);
        together(
                LimitKind.VERIFY,
                item.commitment()
                        .filter(rule -> rule.verification() != VerificationMode.EXEMPT)
                        .isPresent(),
                "须核查的告知承诺");
        item.commitment().ifPresent(this::commitment);
    }

    private void together(LimitKind kind, boolean used, String by) {
        findings.must(item.limit(kind).isPresent() == used, "limits", "LIMIT", "时限 " + kind + " 与" + by + "须同时有或者同时没有");
    }

    private void deferral(DeferralRule rule) {
        findings.must(!item.instant(), "deferral", "DEFERRAL", "即办件不适用容缺");
        findings.must(!rule.basis().isBlank(), "deferral.basis", "DEFERRAL", "应写明");
        item.limit(LimitKind.DEFERRED).ifPresent(limit -> within(rule, limit));
    }

    private void within(DeferralRule rule, TimeLimit limit) {
        item.limit(LimitKind.PROMISE)
                .ifPresent(promise -> findings.must(
                        !LimitRules.longer(limit.span(), promise.span()),
                        "limits[DEFERRED].value",
                        "DEFERRAL",
                        "不能长于承诺时限：" + promise.value() + " " + promise.unit()));
        Set<CaseMoment> starts = rule.form() == DeferralForm.GATE_RESULT
                ? EnumSet.of(CaseMoment.ACCEPTED)
                : EnumSet.of(CaseMoment.ACCEPTED, CaseMoment.DECIDED);
        findings.must(
                starts.contains(limit.startEvent()),
                "limits[DEFERRED].startEvent",
                "DEFERRAL",
                "容缺方式为 " + rule.form() + " 的，应从 " + starts + " 起算");
    }

    private void commitment(CommitmentRule rule) {
        findings.must(item.risks().isEmpty(), "commitment", "COMMITMENT_EXCLUDED", "涉及下列领域，不适用告知承诺：" + item.risks());
        findings.unique("commitment.materials", rule.materials());
        findings.must(!rule.materials().isEmpty(), "commitment.materials", "COMMITMENT", "没有写明材料");
        rule.materials().forEach(this::replaceable);
        findings.must(
                rule.verifier().isPresent() == (rule.verification() != VerificationMode.EXEMPT),
                "commitment.verifier",
                "COMMITMENT",
                "须核查的应写明核查岗位，不核查的不写");
        findings.must(!rule.facts().isEmpty(), "commitment.facts", "COMMITMENT", "应写明承诺的内容");
        List.of(rule.name(), rule.purpose(), rule.standard(), rule.liability(), rule.disclosure())
                .forEach(text -> findings.must(!text.zh().isBlank(), "commitment", "COMMITMENT", "告知承诺书的各部分都应写明"));
        findings.must(!rule.basis().isBlank(), "commitment.basis", "COMMITMENT", "应写明");
    }

    private void replaceable(String key) {
        findings.must(
                item.material(key)
                        .filter(material -> material.source() == MaterialOrigin.SELF)
                        .filter(material -> material.necessity() == Necessity.REQUIRED)
                        .isPresent(),
                "commitment.materials",
                "COMMITMENT",
                "承诺只能代替申请人须自行提交的材料：" + key);
    }
}
