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
                    deferrable == item.deferral().isPresent(),
                    "deferral",
                    "DEFERRAL",
                    "materials that are DEFERRABLE and a deferral rule come together");
        }
        together(LimitKind.DEFERRED, item.deferral().isPresent(), "a deferral rule");
        item.deferral().ifPresent(this::deferral);
        together(
                LimitKind.VERIFY,
                item.commitment()
                        .filter(rule -> rule.verification() != VerificationMode.EXEMPT)
                        .isPresent(),
                "a commitment that is checked");
        item.commitment().ifPresent(this::commitment);
    }

    private void together(LimitKind kind, boolean used, String by) {
        findings.must(
                item.limit(kind).isPresent() == used,
                "limits",
                "LIMIT",
                "the limit " + kind + " and " + by + " come together");
    }

    private void deferral(DeferralRule rule) {
        findings.must(!item.instant(), "deferral", "DEFERRAL", "an instant item is complete or not granted at once");
        findings.must(!rule.basis().isBlank(), "deferral.basis", "DEFERRAL", "must be said");
        item.limit(LimitKind.DEFERRED).ifPresent(limit -> within(rule, limit));
    }

    private void within(DeferralRule rule, TimeLimit limit) {
        item.limit(LimitKind.PROMISE)
                .ifPresent(promise -> findings.must(
                        !LimitRules.longer(limit.span(), promise.span()),
                        "limits[DEFERRED].value",
                        "DEFERRAL",
                        "must not be longer than the promised limit: " + promise.value() + " " + promise.unit()));
        Set<CaseMoment> starts = rule.form() == DeferralForm.GATE_RESULT
                ? EnumSet.of(CaseMoment.ACCEPTED)
                : EnumSet.of(CaseMoment.ACCEPTED, CaseMoment.DECIDED);
        findings.must(
                starts.contains(limit.startEvent()),
                "limits[DEFERRED].startEvent",
                "DEFERRAL",
                "must begin at " + starts + " where the form is " + rule.form());
    }

    private void commitment(CommitmentRule rule) {
        findings.must(
                item.risks().isEmpty(),
                "commitment",
                "COMMITMENT_EXCLUDED",
                "nothing is granted on a promise in these fields: " + item.risks());
        findings.unique("commitment.materials", rule.materials());
        findings.must(!rule.materials().isEmpty(), "commitment.materials", "COMMITMENT", "names no material");
        rule.materials().forEach(this::replaceable);
        findings.must(
                rule.verifier().isPresent() == (rule.verification() != VerificationMode.EXEMPT),
                "commitment.verifier",
                "COMMITMENT",
                "who checks is said where something is checked");
        findings.must(!rule.facts().isEmpty(), "commitment.facts", "COMMITMENT", "must say what is promised");
        List.of(rule.name(), rule.purpose(), rule.standard(), rule.liability(), rule.disclosure())
                .forEach(text -> findings.must(
                        !text.zh().isBlank(), "commitment", "COMMITMENT", "every part of the letter must be said"));
        findings.must(!rule.basis().isBlank(), "commitment.basis", "COMMITMENT", "must be said");
    }

    private void replaceable(String key) {
        findings.must(
                item.material(key)
                        .filter(material -> material.source() == MaterialOrigin.SELF)
                        .filter(material -> material.necessity() == Necessity.REQUIRED)
                        .isPresent(),
                "commitment.materials",
                "COMMITMENT",
                "a promise stands for what the applicant would have to hand in himself: " + key);
    }
}
