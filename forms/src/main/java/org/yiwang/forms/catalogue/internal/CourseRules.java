package org.yiwang.forms.catalogue.internal;

import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.course.BatchRule;
import org.yiwang.forms.catalogue.course.CoolingOffRule;
import org.yiwang.forms.catalogue.course.Points;
import org.yiwang.forms.catalogue.course.PublicityRule;
import org.yiwang.forms.catalogue.course.UrgencyRule;
import org.yiwang.forms.catalogue.course.WaitingRule;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.catalogue.form.FieldType;

/** 特别环节检查: what an item asks beyond the common way is complete and possible. */
public final class CourseRules {

    /** Answers that would say who somebody is or how to find him. */
    private static final Set<FieldType> PERSONAL =
            Set.of(FieldType.ID_NUMBER, FieldType.PHONE, FieldType.ADDRESS, FieldType.ROWS, FieldType.LONG_TEXT);

    private final ItemVersion item;
    private final Findings findings;

    public CourseRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        item.course().publicity().ifPresent(this::publicity);
        must(
                item.course().publicity().isPresent()
                        || item.limit(LimitKind.PUBLICITY)
                                .filter(limit -> limit.startEvent() == CaseMoment.PUBLISHED)
                                .isEmpty(),
                "publicity",
                "写了时限 PUBLICITY（公示），但事项没有公示");
        item.course().waiting().ifPresent(this::waiting);
        item.course().coolingOff().ifPresent(this::coolingOff);
        item.course().batch().ifPresent(this::batch);
        item.course().urgency().ifPresent(this::urgency);
        item.course().stages().ifPresent(rule -> new StageRules(item, rule, findings).check());
        boolean any = item.course().publicity().isPresent()
                || item.course().coolingOff().isPresent()
                || item.course().batch().isPresent()
                || item.course().hearing().isPresent();
        must(!any || !item.instant() && decided(), "", "即办或者没有决定环节的事项不能有公示、冷静期、批次和听证");
    }

    private boolean decided() {
        return item.steps().stream().anyMatch(step -> step.role() == StepRole.DECIDE);
    }

    private void publicity(PublicityRule rule) {
        must(
                item.limit(LimitKind.PUBLICITY)
                        .filter(limit -> limit.startEvent() == CaseMoment.PUBLISHED
                                && limit.endEvent() == CaseMoment.PUBLICITY_ENDED)
                        .isPresent(),
                "publicity",
                "缺少时限 PUBLICITY（从 PUBLISHED 到 PUBLICITY_ENDED）");
        must(
                rule.counted() || ItemFacts.namesAnotherLaw(item, rule.basis()),
                "publicity.basis",
                "公示不计入办理时限的，依据应写明 legalBases 中行政许可法以外的法（行政许可法第四十五条没有列入公示）");
        for (String shown : rule.shows()) {
            Field field = item.form().field(shown).orElse(null);
            must(field != null, "publicity.shows", "表单里没有这个问题：" + shown);
            must(
                    field == null || !field.sensitive() && !PERSONAL.contains(field.type()),
                    "publicity.shows",
                    "“" + shown + "”的内容属于个人信息，不能公示");
        }
    }

    private void waiting(WaitingRule rule) {
        must(ItemFacts.CODE.matcher(rule.list()).matches(), "waitingList.list", "应为小写单词，用连字符连接");
        span(rule.answer(), "waitingList.answer");
        must(rule.refusals() > 0, "waitingList.refusals", "至少可以放弃一次");
        points(rule.points(), "waitingList.points");
    }

    private void coolingOff(CoolingOffRule rule) {
        span(rule.period(), "coolingOff.period");
        span(rule.appear(), "coolingOff.appear");
        must(type(rule.otherName(), FieldType.TEXT), "coolingOff.otherName", "应为文本问题");
        must(type(rule.otherNumber(), FieldType.ID_NUMBER), "coolingOff.otherNumber", "应为证件号码问题");
    }

    private void batch(BatchRule rule) {
        points(rule.points(), "batch.points");
        must((rule.method() == BatchRule.Method.RANK) == !rule.points().isEmpty(), "batch.points", "排名的须有积分规则，摇号的不能有");
    }

    private void urgency(UrgencyRule rule) {
        span(rule.within(), "urgency.within");
        span(rule.later(), "urgency.later");
        must(!rule.grounds().isEmpty(), "urgency.grounds", "应写明适用的紧急情形");
        findings.unique(
                "course.urgency.grounds",
                rule.grounds().stream().map(UrgencyRule.Ground::key).toList());
        rule.materials().forEach(key -> must(item.material(key).isPresent(), "urgency.materials", "没有这项材料：" + key));
    }

    private boolean type(String key, FieldType type) {
        return item.form().field(key).filter(field -> field.type() == type).isPresent();
    }

    private void points(List<Points> rules, String path) {
        rules.forEach(rule -> rule.when()
                .fields()
                .forEach(name -> must(item.form().field(name.split("\\.")[0]).isPresent(), path, "表单里没有这个问题：" + name)));
    }

    private void span(Span span, String path) {
        must(span.value() > 0, path, "应大于零");
    }

    private void must(boolean holds, String path, String message) {
        findings.must(holds, "course" + (path.isEmpty() ? "" : "." + path), "COURSE", message);
    }
}
