package org.yiwang.forms.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.catalogue.internal.PackageReader;
import org.yiwang.forms.catalogue.internal.PackageSource;
import org.yiwang.forms.platform.Problem;

/** 每人一份, 空白表: how many of a material are asked for, and that a package names only what is there. */
class MaterialRequirementTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatEachPersonNeedsIsAskedForOnceForEachRow() throws IOException {
        MaterialRequirement each = with("bank-card", "perPerson", "contacts")
                .item()
                .material("bank-card")
                .orElseThrow();
        ObjectNode answers = JSON.createObjectNode();
        assertEquals(1, each.sets(answers), "somebody there is always");
        ArrayNode people = answers.putArray("contacts");
        people.addObject();
        people.addObject();
        people.addObject();
        assertEquals(3, each.sets(answers));
        MaterialRequirement one =
                with("bank-card", "note", null).item().material("bank-card").orElseThrow();
        assertEquals(1, one.sets(answers));
    }

    @Test
    void aPackageNamesOnlyRowsAndBlankFormsThatAreThere() throws IOException {
        assertTrue(wrong(with("bank-card", "perPerson", "nobody")).contains("FIELD"));
        assertTrue(wrong(with("bank-card", "perPerson", "elderName")).contains("FIELD"), "not a list");
        assertTrue(wrong(with("bank-card", "blank", "samples/none.pdf")).contains("FILE"));
        assertEquals("", wrong(with("bank-card", "perPerson", "contacts")));
    }

    private static String wrong(ServicePackage changed) {
        return String.join(
                " ", new ItemLinter().lint(changed).stream().map(Problem::code).toList());
    }

    /** elder-allowance with one more word at one material. */
    private static ServicePackage with(String material, String name, String value) throws IOException {
        PackageSource.Found found = PackageSource.shipped().stream()
                .filter(one -> one.origin().endsWith("elder-allowance"))
                .findFirst()
                .orElseThrow();
        SortedMap<String, byte[]> files = new TreeMap<>(found.read().files());
        ObjectNode item = (ObjectNode) JSON.readTree(files.get("item.json"));
        item.path("materials").forEach(one -> {
            if (one.path("key").asText().equals(material) && value != null) {
                ((ObjectNode) one).put(name, value);
            }
        });
        files.put("item.json", JSON.writeValueAsBytes(item));
        return PackageReader.read(found.origin(), files);
    }
}
