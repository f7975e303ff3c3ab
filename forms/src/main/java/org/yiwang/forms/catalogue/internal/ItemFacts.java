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
        findings.must(folder.equals(item.code().value()), "code", "CODE", "应与事项包的目录名一致：" + folder);
        findings.must(
                TASK_CODE.matcher(item.taskCode()).matches(),
                "taskCode",
                "TASK_CODE",
                "实施编码为 31 位数字和大写字母，现在的位数是 " + item.taskCode().length());
        findings.must(
                CODE.matcher(item.organisation()).matches(),
                "organisation",
                "DEPARTMENT",
                "应为部门代码：" + item.organisation());
        audienceAndChannels();
        visits();
        keys();
        law();
        guide();
    }

    private void audienceAndChannels() {
        findings.must(!item.audience().isEmpty(), "audience", "AUDIENCE", "应写明服务对象");
        findings.must(!item.channels().isEmpty(), "channels", "CHANNEL", "至少开放一种办理渠道");
        findings.must(!item.offers(Channel.SYSTEM), "channels", "CHANNEL", "平台自身不是事项的办理渠道");
        findings.must(item.offers(Channel.WINDOW), "channels", "CHANNEL", "必须开放窗口：不能因为不上网而拒绝受理");
        findings.must(!item.offers(Channel.KIOSK) || item.instant(), "channels", "CHANNEL", "自助终端只办即办件");
        findings.must(!item.serviceMethods().isEmpty(), "serviceMethods", "SERVICE", "应写明结果怎样送达");
        findings.must(!item.themes().isEmpty(), "themes", "THEME", "事项至少属于一个主题");
        item.themes().stream()
                .filter(theme -> !Themes.all().containsKey(theme))
                .forEach(theme -> findings.add("themes", "THEME", "没有这个主题：" + theme));
    }

    private void visits() {
        findings.must(item.visits().count() >= 0, "visits.count", "VISITS", "不能为负数");
        findings.must(
                item.visits().count() == 0 || item.visits().reason().isPresent(),
                "visits.reason",
                "VISITS",
                "要求到现场的，应写明原因");
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
        findings.must(!item.legalBases().isEmpty(), "legalBases", "LAW", "事项必须有设定依据");
        findings.must(
                item.deemedAcceptance().isEmpty() || item.powerType() == PowerType.LICENSE,
                "deemedAcceptance",
                "DEEMED",
                "只有行政许可才有视为受理");
        item.specialProcedures().forEach(this::special);
        findings.must(
                item.instant() == item.instantRule().isPresent(), "instantRule", "INSTANT", "即办件须有自动准予的规则，其他件不能有");
        item.instantRule()
                .ifPresent(rule -> findings.must(
                        rule.publishedBy().stream().distinct().count() >= 2,
                        "instantRule.publishedBy",
                        "INSTANT",
                        "这样的规则须由两名不同人员发布"));
        findings.must(item.caseKind() != CaseKind.INSTANT || item.fees().isEmpty(), "fees", "FEE", "即办件不能等待缴费");
        findings.must(item.fees().stream().map(Fee::when).distinct().count() <= 1, "fees", "FEE", "一个事项的收费须在同一时点");
    }

    /** 行政许可法 §45 names eight kinds, for licences; any other stops time only by a law that the item itself names. */
    private void special(SpecialProcedureRule rule) {
        String path = "specialProcedures[" + rule.type() + "]";
        if (rule.type().statutory()) {
            findings.must(item.powerType() == PowerType.LICENSE, path, "SPECIAL", "这类特别程序依行政许可法不计时，本事项不适用行政许可法");
            return;
        }
        findings.must(
                namesAnotherLaw(item, rule.basis()),
                path + ".basis",
                "SPECIAL",
                "地方自设的特别程序，只有 legalBases 中行政许可法以外的法写明时才能停法定时限");
    }

    /** Does this ground name a law among those of the item, other than the licensing law? */
    static boolean namesAnotherLaw(ItemVersion item, String basis) {
        return item.legalBases().stream()
                .map(LegalBasis::law)
                .anyMatch(law -> !law.contains("行政许可法") && basis.contains("《" + law + "》"));
    }

    private void guide() {
        findings.must(!item.guide().flow().isEmpty(), "guide.flow", "GUIDE", "办事指南应写明办理流程");
        findings.must(!item.guide().places().isEmpty(), "guide.places", "GUIDE", "办事指南应写明办理地点");
        findings.must(!item.guide().faqs().isEmpty(), "guide.faqs", "GUIDE", "办事指南应有常见问题");
    }
}
