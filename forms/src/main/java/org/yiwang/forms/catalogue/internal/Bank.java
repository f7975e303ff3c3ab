package org.yiwang.forms.catalogue.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.forms.catalogue.bank.DataElement;
import org.yiwang.forms.catalogue.bank.ElementNeed;
import org.yiwang.forms.catalogue.bank.HolderKind;
import org.yiwang.forms.catalogue.bank.StandardMaterial;
import org.yiwang.forms.catalogue.bank.TrustGrade;
import org.yiwang.forms.catalogue.form.DefinitionNode;

/** 题库读取: the data elements and standard materials of this build. */
public final class Bank {

    private static final String ELEMENTS_FILE = "/catalogue/elements.json";
    private static final String MATERIALS_FILE = "/catalogue/materials.json";

    /** What belongs to the bank alone and is not said of a field. */
    private static final Set<String> OF_THE_BANK = Set.of("key", "code", "need");

    private static final Map<String, DataElement> ELEMENTS = readElements();
    private static final Map<String, StandardMaterial> MATERIALS = readMaterials();

    private Bank() {}

    public static Map<String, DataElement> elements() {
        return ELEMENTS;
    }

    public static Map<String, StandardMaterial> materials() {
        return MATERIALS;
    }

    private static Map<String, DataElement> readElements() {
        Map<String, DataElement> elements = new LinkedHashMap<>();
        for (DefinitionNode node : file(ELEMENTS_FILE).list("elements")) {
            DataElement element = element(node);
            if (elements.put(element.key(), element) != null) {
                throw node.get("key").error("重复出现：" + element.key());
            }
        }
        return Collections.unmodifiableMap(elements);
    }

    private static DataElement element(DefinitionNode node) {
        ObjectNode definition = node.json().deepCopy();
        definition.remove(OF_THE_BANK);
        return new DataElement(
                node.text("key"),
                node.optional("code", DefinitionNode::text),
                node.optional("type", DefinitionNode::text),
                node.label("label"),
                node.optional("need", need -> need.constant(ElementNeed.class)),
                definition);
    }

    private static Map<String, StandardMaterial> readMaterials() {
        Map<String, StandardMaterial> materials = new LinkedHashMap<>();
        for (DefinitionNode node : file(MATERIALS_FILE).list("materials")) {
            StandardMaterial material = material(node);
            if (materials.put(material.code(), material) != null) {
                throw node.get("code").error("重复出现：" + material.code());
            }
        }
        return Collections.unmodifiableMap(materials);
    }

    private static StandardMaterial material(DefinitionNode node) {
        node.only(
                "code",
                "name",
                "holder",
                "licenceType",
                "dataResource",
                "validity",
                "trust",
                "multiHolder",
                "cumulative",
                "aliases");
        return new StandardMaterial(
                node.text("code"),
                node.label("name"),
                node.constant("holder", HolderKind.class),
                node.optional("licenceType", DefinitionNode::text),
                node.optional("dataResource", DefinitionNode::text),
                node.optional("validity", DefinitionNode::label),
                node.constant("trust", TrustGrade.class),
                node.flag("multiHolder", false),
                node.flag("cumulative", false),
                List.copyOf(node.list("aliases", DefinitionNode::text)));
    }

    private static DefinitionNode file(String name) {
        try (InputStream in = Bank.class.getResourceAsStream(name)) {
            return DefinitionNode.file(name, new ObjectMapper().readTree(in));
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        }
    }
}
