package org.yiwang.workflow.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.Fee;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.StepRole;
import org.yiwang.forms.catalogue.form.Field;
import org.yiwang.forms.platform.Problem;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.casefile.PastCases.PastCase;
import org.yiwang.workflow.simulation.ReplayReport.Difference;
import org.yiwang.workflow.simulation.ReplayReport.Kind;

/** 版本之别: what another version means for one past case. Says names of fields and of rules, never what was answered. */
final class VersionDifference {

    /** 时限的说法, where an applicant asks by when. */
    private static final Map<String, String> CLOCKS = Map.of(
            "ACCEPT", "受理期限",
            "LEGAL", "法定办结期限",
            "PROMISE", "承诺办结期限",
            "DELIVER", "送达期限",
            "CORRECTION", "补正期限",
            "PRELIMINARY", "初审期限",
            "DEFERRED", "容缺补交期限",
            "VERIFY", "承诺核查期限",
            "PUBLICITY", "公示期限");

    private final ItemVersion old;
    private final ItemVersion now;
    private final PastCase past;
    private final List<Difference> found = new ArrayList<>();

    VersionDifference(ItemVersion now, PastCase past) {
        this.old = past.item();
        this.now = now;
        this.past = past;
    }

    List<Difference> found() {
        return List.copyOf(found);
    }

    /** What can be told from the answers alone. */
    VersionDifference answers() {
        ObjectNode then = old.form().normalise(past.answers());
        ObjectNode today = now.form().normalise(past.answers());
        problems(today);
        conditions(then, today);
        materials(then, today);
        money(Fee.FeeMoment.BEFORE_ACCEPTANCE, "受理前的费用", then, today);
        money(Fee.FeeMoment.AFTER_DECISION, "决定后的费用", then, today);
        deciders();
        return this;
    }

    /** Would the application be taken as it was? Only then there is something to be walked through. */
    boolean fits() {
        return found.stream().noneMatch(one -> one.kind() == Kind.PROBLEM);
    }

    private void problems(ObjectNode answers) {
        LocalDate day = LegalDay.of(past.submittedAt());
        for (Problem problem : now.form().check(answers, day, Language.ZH)) {
            String key = problem.path().replaceFirst("^answers\\.", "").replaceAll("[.\\[].*", "");
            String label = now.form()
                    .field(key)
                    .map(Field::label)
                    .map(text -> text.zh())
                    .orElse(key);
            add(Kind.PROBLEM, "“" + label + "”（" + problem.path() + "）：" + reason(problem.code()));
        }
    }

    /** The sentence of the form would say what was answered. */
    private static String reason(String code) {
        return switch (code) {
            case "REQUIRED" -> "当时没有填写，新版本要填";
            case "TOO_LONG" -> "比新版本允许的长";
            case "NOT_AN_OPTION" -> "当时选的选项新版本没有";
            default -> "不合新版本的要求（" + code + "）";
        };
    }

    private void conditions(ObjectNode then, ObjectNode today) {
        Set<String> before = unmet(old, then);
        Set<String> after = unmet(now, today);
        after.stream().filter(text -> !before.contains(text)).forEach(text -> add(Kind.CONDITION, "按新版本不符合：" + text));
        before.stream().filter(text -> !after.contains(text)).forEach(text -> add(Kind.CONDITION, "不再受此限制：" + text));
    }

    private static Set<String> unmet(ItemVersion item, ObjectNode answers) {
        return item.conditions().stream()
                .filter(one -> one.rule().isPresent() && !one.rule().get().holds(answers))
                .map(one -> one.text().zh())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void materials(ObjectNode then, ObjectNode today) {
        Set<String> before = mandatory(old, then);
        Set<String> after = mandatory(now, today);
        for (MaterialRequirement one : now.materials()) {
            if (after.contains(one.key()) && !before.contains(one.key())) {
                boolean had = past.materials().contains(one.key());
                add(Kind.MATERIAL, "要多交“" + one.name().zh() + "”" + (had ? "（当时已经交了）" : "（当时没有交）"));
            }
        }
        old.materials().stream()
                .filter(one -> before.contains(one.key()) && !after.contains(one.key()))
                .forEach(one -> add(Kind.MATERIAL, "不用再交“" + one.name().zh() + "”"));
    }

    private static Set<String> mandatory(ItemVersion item, ObjectNode answers) {
        return item.materials().stream()
                .filter(one -> one.mandatory(answers))
                .map(MaterialRequirement::key)
                .collect(Collectors.toSet());
    }

    private void money(Fee.FeeMoment moment, String what, ObjectNode then, ObjectNode today) {
        differ(Kind.FEE, what, yuan(old.due(moment, then)), yuan(now.due(moment, today)));
    }

    private static String yuan(long cents) {
        return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString() + "元";
    }

    private void deciders() {
        differ(Kind.DECIDER, "由谁决定", deciders(old), deciders(now));
    }

    private static String deciders(ItemVersion item) {
        return item.steps().stream()
                .filter(step -> step.role() == StepRole.DECIDE)
                .map(Step::posts)
                .flatMap(posts -> posts.stream().map(Object::toString))
                .collect(Collectors.joining("、"));
    }

    /** What comes of it when it is walked through, and what in that could not be told again. */
    VersionDifference went(Optional<PlayPast.Went> then, Optional<PlayPast.Went> today) {
        if (then.isEmpty() || today.isEmpty()) {
            return this;
        }
        differ(Kind.ROUTE, "环节", then.get(), today.get(), went -> String.join("、", went.route()));
        differ(Kind.STATUS, "走到", then.get(), today.get(), PlayPast.Went::status);
        differ(Kind.LETTER, "文书", then.get(), today.get(), went -> String.join("、", went.letters()));
        Map<String, LocalDate> before = then.get().dates();
        Map<String, LocalDate> after = today.get().dates();
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(CLOCKS::containsKey)
                .forEach(kind -> differ(Kind.DATE, CLOCKS.get(kind), day(before.get(kind)), day(after.get(kind))));
        return this;
    }

    private static String day(LocalDate day) {
        return day == null ? "无" : day.toString();
    }

    private void differ(
            Kind kind, String what, PlayPast.Went then, PlayPast.Went today, Function<PlayPast.Went, String> of) {
        differ(kind, what, of.apply(then), of.apply(today));
    }

    private void differ(Kind kind, String what, String then, String today) {
        if (!then.equals(today)) {
            add(kind, what + "：" + (then.isEmpty() ? "无" : then) + " → " + (today.isEmpty() ? "无" : today));
        }
    }

    private void add(Kind kind, String text) {
        found.add(new Difference(kind, text));
    }
}
