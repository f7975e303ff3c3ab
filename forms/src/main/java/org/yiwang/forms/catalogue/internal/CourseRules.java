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
                "the limit PUBLICITY begins with a publicity that the item does not have");
        item.course().waiting().ifPresent(this::waiting);
        item.course().coolingOff().ifPresent(this::coolingOff);
        item.course().batch().ifPresent(this::batch);
        item.course().urgency().ifPresent(this::urgency);
        boolean any = item.course().publicity().isPresent()
                || item.course().coolingOff().isPresent()
                || item.course().batch().isPresent();
        must(!any || !item.instant() && decided(), "", "only what somebody decides can wait for that");
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
                "the limit PUBLICITY from PUBLISHED to PUBLICITY_ENDED is missing");
        for (String shown : rule.shows()) {
            Field field = item.form().field(shown).orElse(null);
            must(field != null, "publicity.shows", "there is no question " + shown);
            must(
                    field == null || !field.sensitive() && !PERSONAL.contains(field.type()),
                    "publicity.shows",
                    "the answer to " + shown + " is nobody else's business");
        }
    }

    private void waiting(WaitingRule rule) {
        must(ItemFacts.CODE.matcher(rule.list()).matches(), "waitingList.list", "must be words with hyphens");
        span(rule.answer(), "waitingList.answer");
        must(rule.refusals() > 0, "waitingList.refusals", "at least one place may be given up");
        points(rule.points(), "waitingList.points");
    }

    private void coolingOff(CoolingOffRule rule) {
        span(rule.period(), "coolingOff.period");
        span(rule.appear(), "coolingOff.appear");
        must(type(rule.otherName(), FieldType.TEXT), "coolingOff.otherName", "must be a text question");
        must(type(rule.otherNumber(), FieldType.ID_NUMBER), "coolingOff.otherNumber", "must ask for an ID number");
    }

    private void batch(BatchRule rule) {
        points(rule.points(), "batch.points");
        must(
                (rule.method() == BatchRule.Method.RANK) == !rule.points().isEmpty(),
                "batch.points",
                "a ranking has points, a lottery has none");
    }

    private void urgency(UrgencyRule rule) {
        span(rule.within(), "urgency.within");
        span(rule.later(), "urgency.later");
        must(!rule.grounds().isEmpty(), "urgency.grounds", "names the emergencies it is for");
        findings.unique(
                "course.urgency.grounds",
                rule.grounds().stream().map(UrgencyRule.Ground::key).toList());
        rule.materials()
                .forEach(key ->
                        must(item.material(key).isPresent(), "urgency.materials", "there is no material " + key));
    }

    private boolean type(String key, FieldType type) {
        return item.form().field(key).filter(field -> field.type() == type).isPresent();
    }

    private void points(List<Points> rules, String path) {
        rules.forEach(rule -> rule.when()
                .fields()
                .forEach(name -> must(
                        item.form().field(name.split("\\.")[0]).isPresent(), path, "there is no question " + name)));
    }

    private void span(Span span, String path) {
        must(span.value() > 0, path, "must be more than nothing");
    }

    private void must(boolean holds, String path, String message) {
        findings.must(holds, "course" + (path.isEmpty() ? "" : "." + path), "COURSE", message);
    }
}
