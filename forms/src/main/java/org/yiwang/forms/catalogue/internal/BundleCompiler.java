package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.yiwang.forms.catalogue.ItemCode;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LimitKind;
import org.yiwang.forms.catalogue.ServicePackage;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.catalogue.TimeLimit;
import org.yiwang.forms.catalogue.form.DefinitionException;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 一件事编译: bundle.json and the published versions of its services made into one item: item.json, form.json and the plan
 * by which answers and materials go back to the services. Compiled anew whenever one of them has a new version.
 */
public final class BundleCompiler {

    /** The file a bundle is written in. */
    public static final String FILE = "bundle.json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> AS_WRITTEN = List.of(
            "code",
            "name",
            "summary",
            "audience",
            "themes",
            "hot",
            "organisation",
            "taskCode",
            "intake",
            "legalBases",
            "guide");

    private final DefinitionNode root;
    private final List<BundlePart> parts;

    private BundleCompiler(DefinitionNode root, List<BundlePart> parts) {
        this.root = root;
        this.parts = parts;
    }

    /**
     * 已发布的子事项.
     *
     * @param json its item.json as it is written
     */
    public record Published(ItemVersion item, JsonNode json) {

        /** As a package brings it, before anything is published. */
        public static Published of(ServicePackage servicePackage) {
            return new Published(servicePackage.item(), PackageReader.json(servicePackage.files(), "item.json"));
        }
    }

    /**
     * @param found its own files
     * @param items the versions its services are published in
     */
    public static ServicePackage compile(PackageSource.Found found, Function<ItemCode, Optional<Published>> items) {
        SortedMap<String, byte[]> files = new TreeMap<>(found.files());
        DefinitionNode root = DefinitionNode.file(FILE, PackageReader.json(files, FILE));
        root.only(
                "format",
                "code",
                "name",
                "summary",
                "audience",
                "themes",
                "hot",
                "organisation",
                "taskCode",
                "intake",
                "legalBases",
                "guide",
                "promise",
                "delivery",
                "items",
                "sections",
                "materials");
        List<BundlePart> parts = new ArrayList<>();
        for (DefinitionNode node : root.must("items").elements()) {
            parts.add(new BundlePart(node, item(node, items)));
        }
        if (parts.size() < 2) {
            throw root.get("items").error("一件事至少包含两个事项");
        }
        parts.forEach(part -> part.among(List.copyOf(parts)));
        BundleCompiler compiler = new BundleCompiler(root, List.copyOf(parts));
        ObjectNode form = new BundleForm(parts).merge(root);
        ObjectNode item = compiler.item();
        files.put("form.json", bytes(form));
        files.put("item.json", bytes(item));
        return PackageReader.read(found.origin(), files);
    }

    private static Published item(DefinitionNode node, Function<ItemCode, Optional<Published>> items) {
        String code = node.text("item");
        try {
            return items.apply(ItemCode.of(code))
                    .filter(found -> found.item().bundle().isEmpty())
                    .orElseThrow(() -> node.get("item").error("没有这个事项：" + code));
        } catch (IllegalArgumentException malformed) {
            throw new DefinitionException(FILE, node.get("item").path(), malformed.getMessage());
        }
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode item() {
        ObjectNode item = JSON.objectNode().put("format", 1);
        for (String name : AS_WRITTEN) {
            if (root.has(name)) {
                item.set(name, root.json().get(name).deepCopy());
            }
        }
        item.put("powerType", "PUBLIC_SERVICE").put("caseKind", "JOINT");
        BundleFacts facts = new BundleFacts(parts);
        facts.write(item);
        item.putArray("limits").add(promise());
        new BundleMaterials(parts).write(root, item);
        new BundlePromises(parts).write(item);
        item.putObject("result")
                .put("kind", "DECISION")
                .put("template", "-")
                .set("name", root.json().get("name"));
        item.set("bundle", plan());
        return item;
    }

    private ObjectNode promise() {
        DefinitionNode promise = root.must("promise");
        promise.only("value", "unit", "basis");
        return JSON.objectNode()
                .put("kind", "PROMISE")
                .put("value", promise.number("value"))
                .put("unit", promise.text("unit"))
                .put("startEvent", "SUBMITTED")
                .put("endEvent", "DECIDED")
                .put("basis", promise.text("basis"));
    }

    private ObjectNode plan() {
        ObjectNode plan = JSON.objectNode();
        plan.putObject("promise")
                .put("value", root.must("promise").number("value"))
                .put("unit", root.must("promise").text("unit"));
        plan.put("delivery", root.text("delivery", "AS_READY"));
        ArrayNode members = plan.putArray("members");
        parts.forEach(part -> members.add(member(part)));
        return plan;
    }

    private static ObjectNode member(BundlePart part) {
        ObjectNode member = JSON.objectNode();
        member.put("item", part.code()).put("version", part.item.id());
        ObjectNode name = member.putObject("name").put("zh-CN", part.item.name().zh());
        if (!part.item.name().en().isEmpty()) {
            name.put("en", part.item.name().en());
        }
        member.put("mandatory", part.mandatory);
        part.enableWhen.ifPresent(when -> member.set("enableWhen", when.deepCopy()));
        ArrayNode before = member.putArray("dependsOn");
        part.dependsOn.forEach(code -> before.add(code.value()));
        member.put("mode", part.mode.name());
        Span promise = part.item
                .limit(LimitKind.PROMISE)
                .or(() -> part.item.limit(LimitKind.LEGAL))
                .map(TimeLimit::span)
                .orElseThrow(() -> part.node.error("这个事项没有承诺时限"));
        member.putObject("promise")
                .put("value", promise.value())
                .put("unit", promise.unit().name());
        part.answers.forEach(member.putObject("answers")::put);
        part.given.forEach(member.putObject("given")::set);
        ObjectNode results = member.putObject("fromResult");
        part.fromResult.forEach((key, item) -> results.put(key, item.value()));
        part.materials.forEach(member.putObject("materials")::put);
        return member;
    }
}
