package org.yiwang.web.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The script of the browser means by a condition what the server means: both are held to the same vectors. */
class ConditionScriptTest {

    private static final Path SCRIPT = Path.of("src/main/webapp/resources/js/form.js");
    private static final Path VECTORS = Path.of("../forms/src/test/resources/conditions.json");

    private static final String RUN =
            """
            const { holds } = require(process.argv[1]);
            const vectors = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8')).vectors;
            const wrong = vectors.filter((v) => holds(v.condition, v.answers) !== v.holds).map((v) => v.name);
            console.log(vectors.length > 0 ? wrong.join('\\n') : 'no vectors');
            """;

    @Test
    void theScriptAgreesWithEveryVectorOfTheServer() throws IOException, InterruptedException {
        assertTrue(nodeIsThere(), "this test needs node: ./dev test installs it (Debian package nodejs)");
        Path out = Files.createTempFile("conditions", ".txt");
        try {
            Process node = new ProcessBuilder("node", "-e", RUN, absolute(SCRIPT), absolute(VECTORS))
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            node.waitFor(60, TimeUnit.SECONDS);
            assertEquals("", Files.readString(out, StandardCharsets.UTF_8).strip());
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static boolean nodeIsThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
