package org.yiwang.forms.catalogue.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.form.Condition;

/**
 * 子事项: one service of a bundle, bound to the version its form was taken from.
 *
 * @param versionId of the item version; 0 while nothing is published
 * @param mandatory always part of the errand; otherwise only when {@code enableWhen} holds for the bundle's answers
 * @param dependsOn services that must have been granted before this one begins
 * @param promise the item's own promised time, from its acceptance
 * @param answers by its own question the bundle's question that answers it
 * @param given answers the errand itself implies
 * @param fromResult by its own question the service whose result's number answers it
 * @param materials by its own material the bundle's material that is handed in for it
 */
public record BundleMember(
        ItemCode item,
        long versionId,
        LocalText name,
        boolean mandatory,
        Optional<Condition> enableWhen,
        List<ItemCode> dependsOn,
        BundleMode mode,
        Span promise,
        Map<String, String> answers,
        Map<String, JsonNode> given,
        Map<String, ItemCode> fromResult,
        Map<String, String> materials) {

    public BundleMember {
        dependsOn = List.copyOf(dependsOn);
        answers = Map.copyOf(answers);
        given = Map.copyOf(given);
        fromResult = Map.copyOf(fromResult);
        materials = Map.copyOf(materials);
    }

    /** Whether these answers of the bundle's form make it part of the errand. */
    public boolean chosen(JsonNode bundleAnswers) {
        return mandatory
                || enableWhen.map(condition -> condition.holds(bundleAnswers)).orElse(true);
    }

    /** Its own answers, out of the bundle's; those a result will give are still missing. */
    public ObjectNode answersFrom(JsonNode bundleAnswers) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        given.forEach((key, value) -> own.set(key, value.deepCopy()));
        answers.forEach((key, from) -> {
            if (bundleAnswers.hasNonNull(from)) {
                own.set(key, bundleAnswers.get(from).deepCopy());
            }
        });
        return own;
    }

    /** The other way: what its answers, corrected perhaps, mean for the bundle's questions. */
    public ObjectNode answersBack(JsonNode own) {
        ObjectNode back = JsonNodeFactory.instance.objectNode();
        answers.forEach((key, to) -> {
            if (own.hasNonNull(key)) {
                back.set(to, own.get(key).deepCopy());
            }
        });
        return back;
    }

    /** Path of a problem with one of its own answers or materials, as the bundle's form names it. */
    public String pathBack(String path) {
        String[] parts = path.split("\\.", 3);
        if (parts.length < 2) {
            return path;
        }
        Map<String, String> names = parts[0].equals("materials") ? materials : answers;
        String key = parts[1].replaceAll("\\[.*$", "");
        String back = names.getOrDefault(key, key) + parts[1].substring(key.length());
        return parts[0] + "." + back + (parts.length == 3 ? "." + parts[2] : "");
    }

    /** Services it waits for, of those that are part of this errand. */
    public Set<ItemCode> waitsFor(Set<ItemCode> chosen) {
        Set<ItemCode> waits = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        waits.addAll(dependsOn);
        waits.retainAll(chosen);
        return waits;
    }
}
