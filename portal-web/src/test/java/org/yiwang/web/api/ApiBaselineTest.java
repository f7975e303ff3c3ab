package org.yiwang.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * 接口基线: what programs were told at the last release still holds. {@code docs/api-baseline.json} is the document of that
 * release without its words; {@code docs/api-breaks.txt} names what was broken since on purpose.
 *
 * <p>At a release the baseline is taken anew: {@code -Dyiwang.baseline=write}, which also empties the list.
 */
class ApiBaselineTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path BASELINE = DOCS.resolve("api-baseline.json");
    private static final Path ACCEPTED = DOCS.resolve("api-breaks.txt");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void nothingIsBrokenThatIsNotNamed() throws IOException {
        if ("write".equals(System.getProperty("yiwang.baseline"))) {
            write();
        }
        List<String> accepted = accepted();
        List<String> breaks = ApiBreaks.between(JSON.readTree(Files.readString(BASELINE)), document());
        TreeSet<String> unexpected = new TreeSet<>(breaks);
        unexpected.removeAll(accepted);
        assertTrue(
                unexpected.isEmpty(),
                "programs written for the last release would break:\n  " + String.join("\n  ", unexpected)
                        + "\nKeep it, or write each line with its reason into docs/api-breaks.txt.");
        TreeSet<String> stale = new TreeSet<>(accepted);
        breaks.forEach(stale::remove);
        assertEquals(List.of(), List.copyOf(stale), "docs/api-breaks.txt names what is not broken");
    }

    @Test
    void everyBreakHasItsReason() throws IOException {
        for (String line : lines()) {
            assertTrue(line.matches(".+\\S \\| \\S.+"), "“what is broken | why”: " + line);
        }
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(ACCEPTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static List<String> accepted() throws IOException {
        return lines().stream()
                .map(line -> line.replaceAll(" \\| .*$", "").strip())
                .toList();
    }

    private static void write() throws IOException {
        ObjectNode document = (ObjectNode) document();
        wordless(document);
        Files.writeString(BASELINE, document.toPrettyString() + "\n");
        Files.writeString(
                ACCEPTED,
                String.join(
                                "\n",
                                Files.readAllLines(ACCEPTED).stream()
                                        .filter(line -> line.startsWith("#"))
                                        .toList())
                        + "\n");
    }

    /** A field may be called description too: only texts are words. */
    private static void wordless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String words : List.of("description", "summary", "example", "tags")) {
                if (object.path(words).isTextual()
                        || words.equals("tags") && object.path(words).isArray()) {
                    object.remove(words);
                }
            }
        }
        node.forEach(ApiBaselineTest::wordless);
    }

    private static JsonNode document() throws IOException {
        try (InputStream file = ApiBaselineTest.class.getResourceAsStream(OpenApiResource.FILE)) {
            return JSON.readTree(file);
        }
    }
}
