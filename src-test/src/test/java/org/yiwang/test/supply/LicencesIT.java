package org.yiwang.test.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yiwang.test.YiwangServer;

/** The bill of materials of the war, as the build wrote it, against the licences that we take. */
class LicencesIT {

    /** Each lets a city use, change and pass on the platform without asking anybody. */
    private static final Set<String> ALLOWED =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "MPL-2.0", "Bouncy Castle Licence");

    /** What its pom says is not what is in it; looked at by hand, so only this version. */
    private static final Map<String, String> LOOKED_AT = Map.of(
            "jasperreports-fonts 1.2.2",
            "holds two files of Source Han Sans 1.000 (Apache-2.0 in their name tables), no code");

    private static List<JsonNode> parts;

    @BeforeAll
    static void read() throws IOException {
        Path file = YiwangServer.root().resolve("portal-web/target/sbom.json");
        parts = new ArrayList<>();
        new ObjectMapper().readTree(file.toFile()).path("components").forEach(parts::add);
    }

    @Test
    void listsWhatIsInTheWar() {
        assertTrue(parts.size() > 20, "a bill of materials of " + parts.size() + " parts is no bill");
    }

    @Test
    void takesOnlyLicencesOfTheList() {
        List<String> others = parts.stream()
                .filter(part -> !"org.yiwang".equals(part.path("group").asText()))
                .filter(part -> !LOOKED_AT.containsKey(name(part)))
                .filter(part -> licences(part).stream().noneMatch(ALLOWED::contains))
                .map(part -> name(part) + " " + licences(part))
                .toList();

        assertEquals(List.of(), others);
    }

    @Test
    void forgetsExceptionsThatAreNoLongerThere() {
        List<String> names = parts.stream().map(LicencesIT::name).toList();

        assertTrue(names.containsAll(LOOKED_AT.keySet()), () -> LOOKED_AT.keySet() + " not all in " + names);
    }

    private static String name(JsonNode part) {
        return part.path("name").asText() + " " + part.path("version").asText();
    }

    /** Where a part offers several, one that we take is enough. */
    private static List<String> licences(JsonNode part) {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : part.path("licenses")) {
            JsonNode licence = entry.path("license");
            found.add(
                    licence.has("id")
                            ? licence.get("id").asText()
                            : licence.path("name").asText());
        }
        return found;
    }
}
