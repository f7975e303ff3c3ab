package org.yiwang.forms.catalogue.internal;

import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.CaseKind;
import org.yiwang.forms.catalogue.Eligibility;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.PowerType;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.SpecialProcedureRule;
import org.yiwang.forms.identity.Channel;

/** 事项要素检查: the item's own facts, one by one. */
public final class ItemFacts {

    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TASK_CODE = Pattern.compile("[0-9A-Z]{31}");

    private final ItemVersion item;
    private final Findings findings;

    public ItemFacts(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check(ServicePackage servicePackage) {
        String folder = servicePackage.origin().replaceAll("^.*[/:]", "");
        findings.must(
                folder.equals(item.code().value()),
                "code",
                "CODE",
                "must be the name of the package's folder, " + folder);
        findings.must(
                TASK_CODE.matcher(item.taskCode()).matches(),
                "taskCode",
                "TASK_CODE",
                "an implementation code has 31 digits and capital letters, this one has "
                        + item.taskCode().length());
        findings.must(
                CODE.matcher(item.organisation()).matches(),
                "organisation",
                "DEPARTMENT",
                "must be a department code: " + item.organisation());
        audienceAndChannels();
        visits();
        keys();
        law();
        guide();
    }

    private void audienceAndChannels() {
        findings.must(!item.audience().isEmpty(), "audience", "AUDIENCE", "somebody must be served");
        findings.must(!item.channels().isEmpty(), "channels", "CHANNEL", "at least one channel must be open");
        findings.must(
                !item.offers(Channel.SYSTEM), "channels", "CHANNEL", "the platform itself is no channel of an item");
        findings.must(
                item.offers(Channel.WINDOW),
                "channels",
                "CHANNEL",
                "the window must be open: nobody may be turned away for not being online");
        findings.must(
                !item.offers(Channel.KIOSK) || item.instant(),
                "channels",
                "CHANNEL",
                "a kiosk only takes what is done at once");
        findings.must(!item.serviceMethods().isEmpty(), "serviceMethods", "SERVICE", "the result must reach somebody");
        findings.must(!item.themes().isEmpty(), "themes", "THEME", "an item belongs to at least one theme");
        item.themes().stream()
                .filter(theme -> !Themes.all().containsKey(theme))
                .forEach(theme -> findings.add("themes", "THEME", "there is no theme " + theme));
    }

    private void visits() {
        findings.must(item.visits().count() >= 0, "visits.count", "VISITS", "must not be negative");
        findings.must(
                item.visits().count() == 0 || item.visits().reason().isPresent(),
                "visits.reason",
                "VISITS",
                "whoever asks people to come in person says why");
    }

    private void keys() {
        findings.unique(
                "conditions", item.conditions().stream().map(Eligibility::key).toList());
        findings.unique(
                "materials",
                item.materials().stream().map(MaterialRequirement::key).toList());
        findings.unique("fees", item.fees().stream().map(Fee::key).toList());
        findings.unique(
                "specialProcedures",
                item.specialProcedures().stream()
                        .map(rule -> rule.type().name())
                        .toList());
    }

    private void law() {
        findings.must(!item.legalBases().isEmpty(), "legalBases", "LAW", "no item without a legal basis");
        findings.must(
                item.deemedAcceptance().isEmpty() || item.powerType() == PowerType.LICENSE,
                "deemedAcceptance",
                "DEEMED",
                "silence counts as acceptance for licences only");
        item.specialProcedures().forEach(this::special);
        findings.must(
                item.instant() == item.instantRule().isPresent(),
                "instantRule",
                "INSTANT",
                "an instant item, and only that, has a rule the platform grants by");
        item.instantRule()
                .ifPresent(rule -> findings.must(
                        rule.publishedBy().stream().distinct().count() >= 2,
                        "instantRule.publishedBy",
                        "INSTANT",
                        "two different persons publish such a rule"));
        findings.must(
                item.caseKind() != CaseKind.INSTANT || item.fees().isEmpty(),
                "fees",
                "FEE",
                "an instant item cannot wait for a payment");
        findings.must(
                item.fees().stream().map(Fee::when).distinct().count() <= 1,
                "fees",
                "FEE",
                "all fees of an item are due at the same moment");
    }

    /** 行政许可法 §45 names eight kinds, for licences; any other stops time only by a law that the item itself names. */
    private void special(SpecialProcedureRule rule) {
        String path = "specialProcedures[" + rule.type() + "]";
        if (rule.type().statutory()) {
            findings.must(
                    item.powerType() == PowerType.LICENSE,
                    path,
                    "SPECIAL",
                    "its time is not counted by the licensing law, which this item is not under");
            return;
        }
        boolean named = item.legalBases().stream()
                .map(LegalBasis::law)
                .anyMatch(law -> !law.contains("行政许可法") && rule.basis().contains("《" + law + "》"));
        findings.must(
                named,
                path + ".basis",
                "SPECIAL",
                "a local kind stops the legal time only by a law among legalBases other than the licensing law");
    }

    private void guide() {
        findings.must(!item.guide().flow().isEmpty(), "guide.flow", "GUIDE", "the guide tells the way through");
        findings.must(!item.guide().places().isEmpty(), "guide.places", "GUIDE", "the guide names a place to go to");
        findings.must(!item.guide().faqs().isEmpty(), "guide.faqs", "GUIDE", "the guide answers a question or two");
    }
}
