package org.yiwang.forms.catalogue.internal;

import java.util.Set;
import org.yiwang.forms.catalogue.CaseMoment;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.course.StageRule;

/** 两段办理检查: each stage has its decision, its document and its own time. */
final class StageRules {

    private static final Set<LimitKind> OFFICE = Set.of(LimitKind.LEGAL, LimitKind.PROMISE);

    private final ItemVersion item;
    private final StageRule rule;
    private final Findings findings;

    StageRules(ItemVersion item, StageRule rule, Findings findings) {
        this.item = item;
        this.rule = rule;
        this.findings = findings;
    }

    void check() {
        must(
                item.steps().stream()
                        .anyMatch(step -> step.key().equals(rule.step()) && step.role() == StepRole.DECIDE),
                "first.step",
                "第一段应由一个决定环节（DECIDE）作出，没有这个环节：" + rule.step());
        must(item.template(rule.template()).isPresent(), "first.template", "没有这个文件：" + rule.template());
        must(
                (rule.begins() == StageRule.Event.DEPARTMENT) == rule.by().isPresent(),
                "begin.post",
                "由其他部门启动的（DEPARTMENT）应写明岗位，由申请人到场启动的不写");
        must(rule.within().value() > 0, "begin.within", "应大于零");
        must(!rule.basis().isBlank(), "begin.basis", "应写明");
        must(
                item.deferral().isEmpty()
                        && item.forwarding().isEmpty()
                        && item.course().batch().isEmpty(),
                "",
                "两段办理的事项不适用容缺、转报和批次");
        limits();
    }

    private void limits() {
        for (LimitKind kind : OFFICE) {
            item.limit(kind)
                    .ifPresent(limit -> must(
                            limit.endEvent() == CaseMoment.STAGE_DECIDED,
                            "first",
                            "第一段的时限 " + kind + " 应止于 STAGE_DECIDED"));
            boolean first = item.limit(kind).isPresent();
            boolean second = rule.limits().stream().anyMatch(limit -> limit.kind() == kind);
            must(first == second, "second.limits", "时限 " + kind + " 两段应同时有或者同时没有");
        }
        rule.limits().forEach(this::second);
    }

    private void second(TimeLimit limit) {
        String path = "second.limits[" + limit.kind() + "]";
        must(OFFICE.contains(limit.kind()), path, "第二段只另有 LEGAL 和 PROMISE 时限");
        must(
                limit.startEvent() == CaseMoment.STAGE_BEGUN
                        && (limit.endEvent() == CaseMoment.DECIDED || limit.endEvent() == CaseMoment.ISSUED),
                path,
                "第二段的时限应从 STAGE_BEGUN 起算，止于 DECIDED 或者 ISSUED");
        must(limit.value() > 0, path + ".value", "应大于零");
        must(limit.extension().isEmpty(), path + ".extension", "第二段的时限不能延长");
    }

    private void must(boolean holds, String path, String message) {
        findings.must(holds, "course.stages" + (path.isEmpty() ? "" : "." + path), "STAGES", message);
    }
}
