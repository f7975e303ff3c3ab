package org.yiwang.forms.filling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.Language;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.material.MaterialView;
import org.yiwang.forms.platform.Problem;

/** What is wrong with a promise: it must be about what the item lets be promised, no longer than it lets, and signed. */
final class PromiseCheck {

    private static final int LONGEST_REASON = 200;

    private final ItemVersion item;
    private final List<Problem> problems = new ArrayList<>();

    private PromiseCheck(ItemVersion item) {
        this.item = item;
    }

    /** @param names who may sign: the one who acts, or the one he acts for */
    static List<Problem> problems(ItemVersion item, Promises promises, Set<String> names) {
        PromiseCheck check = new PromiseCheck(item);
        check.later(promises.later());
        if (promises.commitment() && item.commitment().isEmpty()) {
            check.add("promises.commitment", "NO_COMMITMENT", "该事项没有实行告知承诺制，请提交所需的证明材料。");
        }
        if (!promises.none() && !names.contains(promises.signature())) {
            check.add("promises.signature", "SIGNATURE", "请在承诺书上签署承诺人姓名，须与办理人或申请人的姓名（名称）一致。");
        }
        return check.problems;
    }

    private void later(List<Promises.Later> later) {
        Set<String> seen = new HashSet<>();
        for (Promises.Later one : later) {
            String path = "promises.later." + one.material();
            MaterialRequirement material = item.material(one.material()).orElse(null);
            if (item.deferral().isEmpty()
                    || material == null
                    || material.necessity() != Necessity.DEFERRABLE
                    || !seen.add(one.material())) {
                add(path, "NOT_DEFERRABLE", "“" + name(material, one) + "”不在容缺受理清单内，不能后补，请随申请提交。");
                continue;
            }
            TimeLimit limit = item.limit(LimitKind.DEFERRED).orElse(null);
            int most = limit == null ? one.days() : limit.value();
            if (one.days() < 1 || one.days() > most) {
                String span = limit == null ? "" : limit.span().text(Language.ZH);
                add(path + ".days", "TOO_LONG", "承诺补交期限应在 1 至 " + span + "之间，不得超过事项规定的容缺补交期限。");
            }
            if (one.reason().isEmpty()) {
                add(path + ".reason", "REQUIRED", "请说明“" + name(material, one) + "”暂时不能提交的原因。");
            } else if (one.reason().length() > LONGEST_REASON) {
                add(path + ".reason", "TOO_LONG", "原因最多 " + LONGEST_REASON + " 字，请精简。");
            }
        }
    }

    private static String name(MaterialRequirement material, Promises.Later one) {
        return material == null ? one.material() : material.name().zh();
    }

    private void add(String path, String code, String message) {
        problems.add(new Problem(path, code, message));
    }

    /** What of the promises is still needed, given the answers and what was handed in after all. */
    static Promises needed(ItemVersion item, ObjectNode answers, List<MaterialView> handedIn, Promises promises) {
        List<MaterialRequirement> missing = missing(item, answers, handedIn);
        List<Promises.Later> later = promises.later().stream()
                .filter(one -> missing.stream().anyMatch(need -> need.key().equals(one.material())))
                .toList();
        boolean commitment = promises.commitment()
                && item.commitment()
                        .filter(rule -> missing.stream().anyMatch(rule::covers))
                        .isPresent();
        return later.isEmpty() && !commitment
                ? Promises.NONE
                : new Promises(later, commitment, promises.signature(), promises.signedAt());
    }

    /** What has to be there and is not, nor promised. */
    static List<MaterialRequirement> uncovered(
            ItemVersion item, ObjectNode answers, List<MaterialView> handedIn, Promises promises) {
        return missing(item, answers, handedIn).stream()
                .filter(need -> promises.of(need.key()).isEmpty())
                .filter(need -> !promises.commitment()
                        || item.commitment().filter(rule -> rule.covers(need)).isEmpty())
                .toList();
    }

    private static List<MaterialRequirement> missing(
            ItemVersion item, ObjectNode answers, List<MaterialView> handedIn) {
        return item.materials().stream()
                .filter(need -> need.mandatory(answers))
                .filter(need -> count(need, handedIn) < need.sets(answers))
                .toList();
    }

    private static long count(MaterialRequirement need, List<MaterialView> handedIn) {
        return handedIn.stream()
                .filter(file -> file.requirement().equals(need.key()))
                .count();
    }
}
