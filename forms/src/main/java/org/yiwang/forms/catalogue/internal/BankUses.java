package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yiwang.forms.catalogue.ItemVersion;
import org.yiwang.forms.catalogue.LocalText;
import org.yiwang.forms.catalogue.MaterialRequirement;
import org.yiwang.forms.catalogue.bank.DataElement;
import org.yiwang.forms.catalogue.bank.StandardMaterial;
import org.yiwang.forms.catalogue.bank.WhoUses;

/** 题库的使用: found in the versions as they are published, which say all they took from the bank. */
public final class BankUses {

    private final Collection<ItemVersion> items;

    public BankUses(Collection<ItemVersion> items) {
        this.items = items;
    }

    public List<WhoUses.Use> ofElement(DataElement element) {
        List<WhoUses.Use> uses = new ArrayList<>();
        for (ItemVersion item : items) {
            JsonNode sections = item.form().json().path("sections");
            for (int s = 0; s < sections.size(); s++) {
                fields(item, element, sections.path(s).path("fields"), "form.json#sections[" + s + "].fields", uses);
            }
        }
        return List.copyOf(uses);
    }

    private static void fields(
            ItemVersion item, DataElement element, JsonNode fields, String path, List<WhoUses.Use> uses) {
        for (int f = 0; f < fields.size(); f++) {
            JsonNode field = fields.path(f);
            String place = path + "[" + f + "]";
            if (field.path("dataElement").asText().equals(element.key())) {
                uses.add(new WhoUses.Use(
                        item.code().value(),
                        item.name(),
                        place,
                        field.path("key").asText(),
                        new LocalText(
                                field.path("label").path("zh-CN").asText(),
                                field.path("label").path("en").asText("")),
                        differs(field, element.definition())));
            }
            fields(item, element, field.path("fields"), place + ".fields", uses);
        }
    }

    /** What the question says that the element does not, or says otherwise. */
    private static List<String> differs(JsonNode field, ObjectNode element) {
        return BankCompletion.INHERITED.stream()
                .filter(field::has)
                .filter(name -> !element.path(name).equals(field.path(name)))
                .filter(name -> element.has(name) || !name.equals("type"))
                .toList();
    }

    public List<WhoUses.Use> ofMaterial(StandardMaterial standard) {
        List<WhoUses.Use> uses = new ArrayList<>();
        for (ItemVersion item : items) {
            for (int m = 0; m < item.materials().size(); m++) {
                MaterialRequirement material = item.materials().get(m);
                if (material.standard().equals(standard.code())) {
                    List<String> differs = new ArrayList<>();
                    if (!material.name().equals(standard.name())) {
                        differs.add("name");
                    }
                    if (material.source() != standard.source()) {
                        differs.add("source");
                    }
                    uses.add(new WhoUses.Use(
                            item.code().value(),
                            item.name(),
                            "item.json#materials[" + m + "]",
                            material.key(),
                            material.name(),
                            differs));
                }
            }
        }
        return List.copyOf(uses);
    }
}
