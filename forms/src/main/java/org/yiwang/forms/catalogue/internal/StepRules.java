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
            findings.must(
                    item.steps().isEmpty() && item.process().isEmpty(),
                    "steps",
                    "STEP",
                    "an instant item has no process");
            return;
        }
        findings.must(
                item.process().isPresent(), "process", "PROCESS", "must be " + ServicePackage.PROCESS + " or shared:…");
        findings.must(count(StepRole.DECIDE) == 1, "steps", "STEP", "exactly one step decides");
        findings.must(
                item.steps().size() > count(StepRole.DECIDE),
                "steps",
                "FOUR_EYES",
                "somebody other than the decider must have looked at the case");
        item.steps().forEach(this::step);
        opinionsAreAnswered();
        routing();
    }

    private long count(StepRole role) {
        return item.steps().stream().filter(step -> step.role() == role).count();
    }

    private void step(Step step) {
        String path = "steps[" + step.key() + "]";
        findings.must(ItemFacts.CODE.matcher(step.key()).matches(), path + ".key", "KEY", "must be words with hyphens");
        post(path + ".post", step.post());
        findings.must(
                step.silence().isEmpty() || step.role() == StepRole.OPINION,
                path + ".silence",
                "SILENCE",
                "only of a department that was asked for its opinion silence may mean something");
        findings.must(step.limit().isPresent(), path + ".limit", "LIMIT", "a step says how long it may take");
        findings.must(!step.checks().isEmpty(), path + ".checks", "CHECKS", "a step says what to look at");
        step.sign().ifPresent(rule -> sign(path + ".sign", step, rule));
        step.returnTo()
                .ifPresent(target -> findings.must(
                        keys().contains(target) && !target.equals(step.key()),
                        path + ".returnTo",
                        "STEP",
                        "there is no other step " + target));
        step.answers()
                .forEach(opinion -> findings.must(
                        item.steps().stream()
                                .anyMatch(other -> other.key().equals(opinion) && other.role() == StepRole.OPINION),
                        path + ".answers",
                        "STEP",
                        "there is no step of role OPINION named " + opinion));
    }

    private void sign(String path, Step step, SignRule rule) {
        rule.posts().forEach(post -> post(path + ".posts", post));
        boolean said = step.role() != StepRole.DECIDE && step.role() != StepRole.SITE_CHECK;
        findings.must(said, path, "SIGN", "only a step that gives an opinion is signed by several");
        findings.must(
                rule.posts().isEmpty() != (rule.signers() == 0),
                path,
                "SIGN",
                "says either posts or how many signers of its own post");
        int signatures = rule.queues(step.post()).size();
        findings.must(signatures >= 2 && signatures <= SignRule.MOST, path, "SIGN", "two to nine signatures");
        boolean pointless = rule.mode() == SignRule.Mode.ANY && rule.posts().isEmpty();
        findings.must(!pointless, path, "SIGN", "within one post anybody may sign anyway: name the posts");
    }

    private void post(String path, Post post) {
        findings.must(
                ItemFacts.CODE.matcher(post.department()).matches()
                        && ItemFacts.CODE.matcher(post.post()).matches(),
                path,
                "POST",
                "must be department/post in words with hyphens: " + post);
    }

    private void opinionsAreAnswered() {
        Set<String> answered = new TreeSet<>();
        item.steps().forEach(step -> answered.addAll(step.answers()));
        item.steps().stream()
                .filter(step -> step.role() == StepRole.OPINION && !answered.contains(step.key()))
                .forEach(step ->
                        findings.add("steps[" + step.key() + "]", "OPINION", "no step answers this one's objections"));
    }

    /** Where answers choose the way there must be one for all answers. */
    private void routing() {
        Set<String> steps = keys();
        for (String after :
                item.routing().stream().map(Routing::after).distinct().toList()) {
            List<Routing> rules = item.routing().stream()
                    .filter(rule -> rule.after().equals(after))
                    .toList();
            findings.must(steps.contains(after), "routing", "STEP", "there is no step " + after);
            findings.must(
                    rules.get(rules.size() - 1).when().isEmpty(),
                    "routing[" + after + "]",
                    "ROUTING",
                    "the last rule of a step has no condition");
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        item.steps().forEach(step -> keys.add(step.key()));
        return keys;
    }
}
