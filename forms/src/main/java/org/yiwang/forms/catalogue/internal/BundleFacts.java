package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.ServiceMethod;
import org.yiwang.forms.identity.AssuranceLevel;
import org.yiwang.forms.identity.Channel;

/** 一件事要素: what follows from its services: where one may ask, how one proves who one is, what it costs. */
final class BundleFacts {

    private final List<BundlePart> parts;

    BundleFacts(List<BundlePart> parts) {
        this.parts = parts;
    }

    void write(ObjectNode item) {
        Set<Channel> channels = EnumSet.complementOf(EnumSet.of(Channel.KIOSK, Channel.SYSTEM));
        Set<ServiceMethod> methods = EnumSet.allOf(ServiceMethod.class);
        for (BundlePart part : parts) {
            channels.retainAll(part.item.channels());
            methods.retainAll(part.item.serviceMethods());
        }
        names(item.putArray("channels"), channels);
        names(item.putArray("serviceMethods"), methods);
        AssuranceLevel level = parts.stream()
                .map(part -> part.item.assurance())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        item.put("assurance", level.name());
        item.put("principalOnly", parts.stream().anyMatch(part -> part.item.principalOnly()));
        visits(item);
        conditions(item);
        fees(item);
        for (String nothing : List.of("specialProcedures", "steps", "routing")) {
            item.putArray(nothing);
        }
    }

    private static void names(ArrayNode list, Set<? extends Enum<?>> values) {
        values.forEach(value -> list.add(value.name()));
    }

    /** One visit serves them all. */
    private void visits(ObjectNode item) {
        BundlePart most = parts.stream()
                .max(Comparator.comparingInt(part -> part.item.visits().count()))
                .orElseThrow();
        ObjectNode visits =
                item.putObject("visits").put("count", most.item.visits().count());
        most.item.visits().reason().ifPresent(reason -> visits.putObject("reason")
                .put("zh-CN", reason.zh())
                .put("en", reason.en()));
    }

    private void conditions(ObjectNode item) {
        ArrayNode list = item.putArray("conditions");
        for (BundlePart part : parts) {
            part.item.conditions().forEach(condition -> {
                ObjectNode one = list.addObject();
                one.put("key", part.code() + "." + condition.key());
                one.putObject("text")
                        .put(
                                "zh-CN",
                                part.item.name().zh() + "：" + condition.text().zh())
                        .put(
                                "en",
                                condition.text().en().isEmpty()
                                        ? ""
                                        : part.item.name().en() + ": "
                                                + condition.text().en());
                part.source("conditions", condition.key()).properties().forEach(written -> {
                    if (Set.of("instead", "basis").contains(written.getKey())) {
                        one.set(written.getKey(), written.getValue().deepCopy());
                    }
                });
                condition.rule().ifPresent(rule -> {
                    JsonNode own = part.rewrite(source(part, condition.key()), List.of());
                    one.set("rule", Conditions.any(List.of(Conditions.not(part.enabled()), own)));
                });
            });
        }
    }

    /** Conditions are kept parsed; how they were written stands in the package. */
    private static JsonNode source(BundlePart part, String key) {
        return part.source("conditions", key).path("rule");
    }

    private void fees(ObjectNode item) {
        ArrayNode list = item.putArray("fees");
        for (BundlePart part : parts) {
            part.item.fees().forEach(fee -> {
                ObjectNode written = (ObjectNode) part.source("fees", fee.key()).deepCopy();
                written.put("key", part.code() + "." + fee.key());
                if (written.path("formula").has("field")) {
                    ObjectNode formula = (ObjectNode) written.get("formula");
                    String field = formula.get("field").asText();
                    formula.put("field", part.answers.getOrDefault(field, field));
                }
                JsonNode applies = part.inBundle(written.path("applies"), List.of());
                written.remove("applies");
                if (!applies.equals(Conditions.TRUE)) {
                    written.set("applies", applies);
                }
                list.add(written);
            });
        }
    }
}
