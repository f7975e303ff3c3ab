package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.bundle.Bundle;
import org.yiwang.forms.catalogue.bundle.BundleMember;
import org.yiwang.forms.catalogue.bundle.BundleMode;
import org.yiwang.forms.catalogue.bundle.DeliveryPolicy;
import org.yiwang.forms.catalogue.form.Condition;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 一件事读取: the part of a compiled bundle's item.json that {@link BundleCompiler} wrote. */
final class BundleReader {

    private BundleReader() {}

    static Bundle read(DefinitionNode node) {
        node.only("promise", "delivery", "members");
        return new Bundle(
                span(node.must("promise")),
                node.constant("delivery", DeliveryPolicy.class),
                node.list("members", BundleReader::member));
    }

    private static BundleMember member(DefinitionNode node) {
        return new BundleMember(
                ItemCode.of(node.text("item")),
                node.must("version").json().asLong(),
                node.label("name"),
                node.flag("mandatory", true),
                node.optional("enableWhen", Condition::parse),
                node.list("dependsOn", before -> ItemCode.of(before.text())),
                node.constant("mode", BundleMode.class),
                span(node.must("promise")),
                map(node.get("answers"), JsonNode::asText),
                map(node.get("given"), Function.identity()),
                map(node.get("fromResult"), item -> ItemCode.of(item.asText())),
                map(node.get("materials"), JsonNode::asText));
    }

    private static Span span(DefinitionNode node) {
        return new Span(node.number("value"), node.constant("unit", LimitUnit.class));
    }

    private static <T> Map<String, T> map(DefinitionNode node, Function<JsonNode, T> read) {
        Map<String, T> map = new HashMap<>();
        node.json().properties().forEach(entry -> map.put(entry.getKey(), read.apply(entry.getValue())));
        return map;
    }
}
