package org.yiwang.test.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.Ports;

/** The files a city deploys with; no engine runs here, so what can be checked without one is checked. */
class DockerFilesIT {

    private static final Path DOCKER = YiwangServer.root().resolve("docker");

    @Test
    void nginxTakesItsSettings(@TempDir Path folder) {
        String said = Nginx.prepare(folder, Ports.free(), Ports.free(), Ports.free(), Ports.free())
                .check();

        assertTrue(said.contains("test is successful"), said);
    }

    @Test
    void composeTakesItsFile() throws Exception {
        Optional<List<String>> compose = compose();
        assumeTrue(compose.isPresent(), "no compose on this machine");
        List<String> command = new ArrayList<>(compose.get());
        command.addAll(List.of("-f", DOCKER.resolve("compose.yaml").toString(), "config", "-q"));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());

        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void explainsEveryFile() throws IOException {
        String readme = Files.readString(DOCKER.resolve("README.md"));
        List<String> unexplained;
        try (Stream<Path> files = Files.walk(DOCKER)) {
            unexplained = files.filter(Files::isRegularFile)
                    .map(file -> DOCKER.relativize(file).toString())
                    .filter(name -> !name.startsWith("secrets/") && !name.equals("README.md"))
                    .filter(name -> !readme.contains("`" + name + "`"))
                    .toList();
        }

        assertEquals(List.of(), unexplained);
    }

    @Test
    void keepsSecretsOutOfTheSettings() throws IOException {
        String settings =
                Files.readString(DOCKER.resolve("portal.env")) + Files.readString(DOCKER.resolve("compose.yaml"));

        assertFalse(settings.matches("(?s).*PASSWORD=\\S.*"), "a password stands in the settings");
    }

    /** A mount of a file that is not there makes an empty folder in its place, and nobody says so. */
    @Test
    void everyMountedFileIsThere() throws IOException {
        List<String> mounted = Pattern.compile("\"\\./([^:\"]+):/")
                .matcher(Files.readString(DOCKER.resolve("compose.yaml")))
                .results()
                .map(mount -> mount.group(1))
                .toList();

        assertTrue(mounted.contains("nginx/away.html"), mounted.toString());
        assertEquals(
                List.of(),
                mounted.stream()
                        .filter(name -> !Files.exists(DOCKER.resolve(name)))
                        .toList());
    }

    /** What the tests see holds for a city only if its server is set up as theirs is. */
    @Test
    void theServerOfTheTestsIsSetUpAsThatOfACity() throws IOException {
        Path ours = YiwangServer.root().resolve("src-test/src/main/resources/org/yiwang/test/run/payara-boot.txt");

        assertTrue(Files.readAllLines(ours).containsAll(Files.readAllLines(DOCKER.resolve("portal/boot.txt"))));
    }

    private static Optional<List<String>> compose() {
        return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(DockerFilesIT::answers)
                .findFirst();
    }

    private static boolean answers(List<String> command) {
        List<String> version = new ArrayList<>(command);
        version.add("version");
        try {
            return new ProcessBuilder(version)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
