package org.yiwang.forms.catalogue.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Routing;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.SignRule;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.identity.Post;

/** 环节检查: every step has an owner, somebody decides, and nobody decides alone. */
public final class StepRules {

    private final ItemVersion item;
    private final Findings findings;

    public StepRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check() {
        post("intake.post", item.intake());
        findings.unique("steps", item.steps().stream().map(Step::key).toList());
        if (item.instant()) {
            findings.must(item.steps().isEmpty() && item.process().isEmpty(), "steps", "STEP", "即办件没有流程和环节");
            return;
        }
        findings.must(
                item.process().isPresent(), "process", "PROCESS", "应为 " + ServicePackage.PROCESS + " 或者 shared:…");
        int decisions = item.course().stages().isPresent() ? 2 : 1;
        findings.must(
                count(StepRole.DECIDE) == decisions,
                "steps",
                "STEP",
                "决定环节（DECIDE）应恰好有" + (decisions == 1 ? "一" : "两") + "个");
        findings.must(item.steps().size() > count(StepRole.DECIDE), "steps", "FOUR_EYES", "审查与决定须分开，除决定环节外至少有一个环节");
        item.steps().forEach(this::step);
        opinionsAreAnswered();
        routing();
    }

    private long count(StepRole role) {
        return item.steps().stream().filter(step -> step.role() == role).count();
    }

    private void step(Step step) {
        String path = "steps[" + step.key() + "]";
        findings.must(ItemFacts.CODE.matcher(step.key()).matches(), path + ".key", "KEY", "应为小写单词，用连字符连接");
        post(path + ".post", step.post());
        findings.must(
                step.silence().isEmpty() || step.role() == StepRole.OPINION,
                path + ".silence",
                "SILENCE",
                "只有征求意见的环节才能写逾期未复的后果");
        findings.must(step.limit().isPresent(), path + ".limit", "LIMIT", "环节应写明时限");
        findings.must(!step.checks().isEmpty(), path + ".checks", "CHECKS", "环节应写明审查要点");
        step.sign().ifPresent(rule -> sign(path + ".sign", step, rule));
        step.returnTo()
                .ifPresent(target -> findings.must(
                        keys().contains(target) && !target.equals(step.key()),
                        path + ".returnTo",
                        "STEP",
                        "没有另一个环节：" + target));
        step.answers()
                .forEach(opinion -> findings.must(
                        item.steps().stream()
                                .anyMatch(other -> other.key().equals(opinion) && other.role() == StepRole.OPINION),
                        path + ".answers",
                        "STEP",
                        "没有这个征求意见（OPINION）环节：" + opinion));
    }

    private void sign(String path, Step step, SignRule rule) {
        rule.posts().forEach(post -> post(path + ".posts", post));
        boolean said = step.role() != StepRole.DECIDE && step.role() != StepRole.SITE_CHECK;
        findings.must(said, path, "SIGN", "只有出具意见的环节才能会签或者或签");
        findings.must(rule.posts().isEmpty() != (rule.signers() == 0), path, "SIGN", "应写明 posts 或者 signers，且只能写一种");
        int signatures = rule.queues(step.post()).size();
        findings.must(signatures >= 2 && signatures <= SignRule.MOST, path, "SIGN", "签署应为二至九份");
        boolean pointless = rule.mode() == SignRule.Mode.ANY && rule.posts().isEmpty();
        findings.must(!pointless, path, "SIGN", "同一岗位本来任何人都可以签，或签应写明 posts");
    }

    private void post(String path, Post post) {
        findings.must(
                ItemFacts.CODE.matcher(post.department()).matches()
                        && ItemFacts.CODE.matcher(post.post()).matches(),
                path,
                "POST",
                "应为 部门/岗位，小写单词用连字符连接：" + post);
    }

    private void opinionsAreAnswered() {
        Set<String> answered = new TreeSet<>();
        item.steps().forEach(step -> answered.addAll(step.answers()));
        item.steps().stream()
                .filter(step -> step.role() == StepRole.OPINION && !answered.contains(step.key()))
                .forEach(step -> findings.add("steps[" + step.key() + "]", "OPINION", "没有环节回应它的不同意见"));
    }

    /** Where answers choose the way there must be one for all answers. */
    private void routing() {
        Set<String> steps = keys();
        for (String after :
                item.routing().stream().map(Routing::after).distinct().toList()) {
            List<Routing> rules = item.routing().stream()
                    .filter(rule -> rule.after().equals(after))
                    .toList();
            findings.must(steps.contains(after), "routing", "STEP", "没有这个环节：" + after);
            findings.must(
                    rules.get(rules.size() - 1).when().isEmpty(),
                    "routing[" + after + "]",
                    "ROUTING",
                    "一个环节的最后一条规则不能有条件");
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        item.steps().forEach(step -> keys.add(step.key()));
        return keys;
    }
}
