package org.yiwang.forms.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.catalogue.internal.CatalogueStore;

/** 查看自测剧本: the cases a version's own package brings to prove itself. */
@ApplicationScoped
public class ReadScenarios {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By custom the plain case in which all goes well. */
    private static final String PLAIN = "granted";

    @Inject
    CatalogueStore store;

    /** In the order of their files' names; those with answers that pass the form first, the plain one before all. */
    @Transactional
    public List<PackageScenario> of(ItemVersion version) {
        return in(store.files(version.id()));
    }

    /** The same of a package that is not published. */
    public static List<PackageScenario> in(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().matches("tests/[^/]+\\.json"))
                .map(ReadScenarios::read)
                .sorted(Comparator.comparing((PackageScenario scenario) -> !scenario.fit())
                        .thenComparing(scenario -> !scenario.key().equals(PLAIN)))
                .toList();
    }

    private static PackageScenario read(Map.Entry<String, byte[]> file) {
        try {
            JsonNode test = JSON.readTree(file.getValue());
            String key =
                    file.getKey().substring("tests/".length(), file.getKey().length() - ".json".length());
            return new PackageScenario(
                    key,
                    test.path("name").asText(),
                    LocalDate.parse(test.path("today").asText()),
                    (ObjectNode) test.path("answers"),
                    test.path("events").isArray() ? test.path("events") : JSON.createArrayNode(),
                    test.path("expect"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
