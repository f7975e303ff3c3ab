package org.yiwang.forms.catalogue.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.platform.Problem;

/** 一件事检查: whether a compiled bundle makes sense: its order, its promise, and that every service gets its answers. */
public final class BundleRules {

    private final ServicePackage servicePackage;
    private final Bundle bundle;
    private final Function<ItemCode, Optional<ItemVersion>> items;
    private final List<Problem> problems = new ArrayList<>();

    private BundleRules(ServicePackage servicePackage, Function<ItemCode, Optional<ItemVersion>> items) {
        this.servicePackage = servicePackage;
        this.bundle = servicePackage.item().bundle().orElseThrow();
        this.items = items;
    }

    public static List<Problem> lint(ServicePackage servicePackage, Function<ItemCode, Optional<ItemVersion>> items) {
        BundleRules rules = new BundleRules(servicePackage, items);
        Findings findings = new Findings();
        new ItemFacts(servicePackage.item(), findings).check(servicePackage);
        new ReferenceRules(servicePackage.item(), findings).check(servicePackage);
        rules.problems.addAll(findings.problems());
        rules.check();
        if (rules.problems.isEmpty()) {
            rules.problems.addAll(PackageTests.run(servicePackage));
        }
        return List.copyOf(rules.problems);
    }

    private void check() {
        Set<ItemCode> seen = new HashSet<>();
        for (BundleMember member : bundle.members()) {
            if (!seen.add(member.item())) {
                add(member, "", "DUPLICATE", "在一件事里出现了两次");
            }
            items.apply(member.item()).ifPresent(item -> member(member, item));
        }
        if (bundle.members().stream().noneMatch(BundleMember::mandatory)) {
            problems.add(new Problem("bundle.json#items", "MANDATORY", "至少有一个事项是必办的"));
        }
        order();
    }

    private void member(BundleMember member, ItemVersion item) {
        ItemVersion whole = servicePackage.item();
        boolean everybody = item.audience().containsAll(whole.audience());
        if (!everybody && (member.mandatory() || Collections.disjoint(item.audience(), whole.audience()))) {
            add(member, "", "AUDIENCE", "事项的服务对象没有覆盖一件事的服务对象");
        }
        member.dependsOn().stream()
                .filter(before -> bundle.member(before).isEmpty())
                .forEach(before -> add(member, ".dependsOn", "ITEM", "不是这件事里的事项：" + before));
        member.fromResult().forEach((field, before) -> {
            if (!member.dependsOn().contains(before)) {
                add(member, ".fromResult." + field, "RESULT", "取用了另一事项的结果，却没有写明等待它");
            }
        });
        for (String key : named(member)) {
            if (item.form().field(key).isEmpty()) {
                add(member, "." + key, "FIELD", "事项没有这个问题：" + key);
            }
        }
        item.form().sections().forEach(section -> section.fields().forEach(field -> answered(member, field)));
    }

    private static Set<String> named(BundleMember member) {
        Set<String> named = new HashSet<>(member.given().keySet());
        named.addAll(member.fromResult().keySet());
        return named;
    }

    /** 必填项没有来源: a service whose required question nobody answers would be refused for it. */
    private void answered(BundleMember member, Field field) {
        if (field.required()
                && !member.answers().containsKey(field.key())
                && !named(member).contains(field.key())) {
            add(member, ".omit", "UNMAPPED", "必填的问题“" + field.key() + "”既没有询问，也没有给出");
        }
    }

    private void order() {
        try {
            Bundle.ordered(bundle.members());
        } catch (IllegalArgumentException circle) {
            problems.add(new Problem("bundle.json#items", "CIRCLE", circle.getMessage()));
            return;
        }
        int needed = bundle.criticalPath();
        if (bundle.promisedWorkdays() < needed) {
            problems.add(new Problem(
                    "bundle.json#promise",
                    "PROMISE",
                    "承诺 " + bundle.promisedWorkdays() + " 个工作日，各事项依次办理需要 " + needed + " 个工作日"));
        }
        for (BundleMember member : bundle.members()) {
            member.dependsOn().stream()
                    .flatMap(before -> bundle.member(before).stream())
                    .filter(before -> before.mode() != BundleMode.SYNC && member.mode() == BundleMode.SYNC)
                    .forEach(before -> add(member, ".dependsOn", "MODE", "等待“" + before.item() + "”，而它没有承诺时限"));
        }
    }

    private void add(BundleMember member, String path, String code, String message) {
        problems.add(new Problem("bundle.json#items[" + member.item() + "]" + path, code, message));
    }
}
