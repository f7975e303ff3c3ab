package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.Necessity;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/**
 * 一套材料: materials that are the same paper of the same person are handed in once. bundle.json says which those are, by
 * standard material and holder; the rest is asked for as each service writes it.
 */
final class BundleMaterials {

    private final List<BundlePart> parts;
    private final List<Wanted> left = new ArrayList<>();

    /** One material of one service. */
    private record Wanted(BundlePart part, MaterialRequirement material) {

        JsonNode source() {
            return part.source("materials", material.key());
        }
    }

    BundleMaterials(List<BundlePart> parts) {
        this.parts = parts;
        parts.forEach(part -> part.item.materials().forEach(material -> left.add(new Wanted(part, material))));
    }

    void write(DefinitionNode bundle, ObjectNode item) {
        ArrayNode list = item.putArray("materials");
        for (DefinitionNode shared : bundle.list("materials")) {
            shared.only("standard", "holder", "name", "note", "from", "cumulative");
            String key = shared.text("standard") + (shared.has("holder") ? "-" + shared.text("holder") : "");
            list.add(merged(key, taken(shared), shared));
        }
        for (Wanted wanted : List.copyOf(left)) {
            boolean alone = left.stream()
                            .filter(other -> other.material()
                                    .key()
                                    .equals(wanted.material().key()))
                            .count()
                    == 1;
            boolean free =
                    !list.findValuesAsText("key").contains(wanted.material().key());
            String key = alone && free
                    ? wanted.material().key()
                    : wanted.part().code() + "-" + wanted.material().key();
            list.add(merged(key, List.of(wanted), wanted.part().node));
        }
    }

    private List<Wanted> taken(DefinitionNode shared) {
        List<Wanted> taken = new ArrayList<>();
        for (DefinitionNode from : shared.must("from").elements()) {
            from.only("item", "material");
            Wanted found = left.stream()
                    .filter(wanted -> wanted.part().code().equals(from.text("item"))
                            && wanted.material().key().equals(from.text("material")))
                    .findFirst()
                    .orElseThrow(
                            () -> from.error("没有这项材料，或者已经在别处共用：" + from.text("item") + " " + from.text("material")));
            taken.add(found);
            left.remove(found);
        }
        if (taken.isEmpty()) {
            throw shared.get("from").error("没有写明材料");
        }
        return taken;
    }

    private static ObjectNode merged(String key, List<Wanted> all, DefinitionNode at) {
        Wanted first = all.get(0);
        ObjectNode merged = (ObjectNode) first.source().deepCopy();
        merged.put("key", key);
        merged.put("standard", first.material().standard());
        merged.remove("when");
        merged.remove("sample");
        merged.remove("blank");
        if (merged.has("perPerson")) {
            String rows = merged.path("perPerson").asText();
            merged.put("perPerson", first.part().answers.getOrDefault(rows, rows));
        }
        merged.put("necessity", Necessity.OPTIONAL.name());
        Set<String> standards = new LinkedHashSet<>();
        List<JsonNode> when = new ArrayList<>();
        boolean cumulative = at.flag("cumulative", false);
        int copies = 0;
        int originals = 0;
        for (Wanted one : all) {
            one.part().materials.put(one.material().key(), key);
            standards.add(one.material().acceptStandard());
            when.add(one.part().inBundle(one.source().path("when"), List.of()));
            copies = cumulative
                    ? copies + one.material().copies()
                    : Math.max(copies, one.material().copies());
            originals = Math.max(originals, one.material().originals());
            stricter(merged, one.material());
        }
        merged.put("copies", copies).put("originals", originals);
        merged.put("acceptStandard", String.join("；", standards));
        JsonNode any = Conditions.any(when);
        if (!any.equals(Conditions.TRUE)) {
            merged.set("when", any);
        }
        for (String name : List.of("name", "note")) {
            if (at.json().has(name) && all.size() > 1) {
                merged.set(name, at.json().get(name).deepCopy());
            }
        }
        return merged;
    }

    /** Who asks least decides nothing: required by one, it is required. */
    private static void stricter(ObjectNode merged, MaterialRequirement material) {
        List<String> necessity = List.of("REQUIRED", "DEFERRABLE", "OPTIONAL");
        List<String> source = List.of("SELF", "LICENCE", "DATA");
        stricter(merged, "necessity", necessity, material.necessity().name());
        stricter(merged, "source", source, material.source().name());
    }

    private static void stricter(ObjectNode merged, String name, List<String> order, String value) {
        if (order.indexOf(value) < order.indexOf(merged.path(name).asText())) {
            merged.put(name, value);
        }
    }
}
