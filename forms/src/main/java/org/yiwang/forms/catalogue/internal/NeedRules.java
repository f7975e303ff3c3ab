package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LegalBasis;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.Step;
import org.yiwang.forms.catalogue.bank.DataElement;
import org.yiwang.forms.catalogue.bank.ElementNeed;

/**
 * 最小必要 (个人信息保护法 §6): a form asks nothing that no condition, material, fee, way or document of its service uses,
 * unless the question says for whom it is asked: the step in which an officer examines it, the law that wants it, or the
 * use the platform makes of it. That every answer is printed in the application itself is no reason. Columns of rows are
 * needed as far as their rows are; what is worked out, declared or signed asks for nothing.
 */
public final class NeedRules {

    private static final Pattern PRINTED = Pattern.compile("answers\\.([A-Za-z][A-Za-z0-9]*)");

    /** Kinds of questions that collect nothing of anybody. */
    private static final Set<String> ASKS_NOTHING = Set.of("computed", "declaration", "signature", "file");

    private final ItemVersion item;
    private final Findings findings;

    public NeedRules(ItemVersion item, Findings findings) {
        this.item = item;
        this.findings = findings;
    }

    public void check(ServicePackage servicePackage) {
        JsonNode form = item.form().json();
        Set<String> used = new TreeSet<>();
        tested(PackageReader.json(servicePackage.files(), "item.json"), used);
        tested(form, used);
        item.templates().values().forEach(template -> {
            Matcher printed = PRINTED.matcher(template);
            while (printed.find()) {
                used.add(printed.group(1));
            }
        });
        JsonNode sections = form.path("sections");
        for (int s = 0; s < sections.size(); s++) {
            JsonNode fields = sections.path(s).path("fields");
            for (int f = 0; f < fields.size(); f++) {
                field("sections[" + s + "].fields[" + f + "]", fields.path(f), used);
            }
        }
    }

    /** Every question some condition, formula or bound looks at, whatever it is a condition of. */
    private static void tested(JsonNode node, Set<String> used) {
        node.path("compute").forEach(terms -> reckoned(terms, used));
        node.properties().forEach(entry -> {
            String text = entry.getValue().asText("");
            if (entry.getKey().equals("field")) {
                used.add(text.split("\\.")[0]);
            } else if (text.startsWith("@")) {
                used.add(text.substring(1));
            }
        });
        node.forEach(child -> tested(child, used));
    }

    /** What another answer is worked out from is asked for its sake. */
    private static void reckoned(JsonNode terms, Set<String> used) {
        if (terms.isTextual()) {
            used.add(terms.asText().split("\\.")[0]);
        }
        terms.forEach(term -> reckoned(term, used));
    }

    private void field(String path, JsonNode field, Set<String> used) {
        if (ASKS_NOTHING.contains(field.path("type").asText())) {
            return;
        }
        JsonNode reason = field.path("neededFor");
        if (!reason.isMissingNode()) {
            reason(path + ".neededFor", reason);
            return;
        }
        boolean registered = Optional.ofNullable(
                        Bank.elements().get(field.path("dataElement").asText()))
                .flatMap(DataElement::need)
                .isPresent();
        if (!registered && !used.contains(field.path("key").asText())) {
            findings.inForm(
                    path,
                    "NEED",
                    "没有条件、材料、收费、流转或者文书用到问题“" + field.path("label").path("zh-CN").asText()
                            + "”：删去，或者用 neededFor 写明哪个环节审查（review）、哪部法律要求（basis）、作什么用（use）");
        }
    }

    private void reason(String path, JsonNode reason) {
        boolean one = reason.isObject()
                && reason.size() == 1
                && List.of("review", "basis", "use")
                        .contains(reason.fieldNames().next());
        if (!one) {
            findings.inForm(path, "NEED", "应写 review、basis、use 中的一种");
            return;
        }
        if (reason.has("review")) {
            String step = reason.get("review").asText();
            boolean there = item.steps().stream().map(Step::key).anyMatch(step::equals);
            findings.inFormMust(there, path + ".review", "STEP", "没有这个环节：" + step);
        } else if (reason.has("basis")) {
            String basis = reason.get("basis").asText();
            boolean there = item.legalBases().stream().map(LegalBasis::law).anyMatch(basis::contains);
            findings.inFormMust(there, path + ".basis", "LAW", "legalBases 里没有这部法律：" + basis);
        } else {
            String use = reason.get("use").asText();
            boolean there =
                    List.of(ElementNeed.values()).stream().map(Enum::name).anyMatch(use::equals);
            findings.inFormMust(there, path + ".use", "NEED", "应为 " + List.of(ElementNeed.values()) + " 之一：" + use);
        }
    }
}
