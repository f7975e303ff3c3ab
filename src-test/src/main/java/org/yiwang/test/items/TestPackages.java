package org.yiwang.test.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.CheckPackages;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.Launch;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;

/**
 * 事项包测试: plays the cases that packages bring, to their end, with the real rules. The rules need the whole platform: without {@code
 * --url} a portal with an empty database of its own is started for it and stopped afterwards.
 */
final class TestPackages {

    private final Asked asked;
    private int played;
    private int wrong;

    TestPackages(Asked asked) {
        this.asked = asked;
    }

    boolean test() {
        if (!Items.lint(asked.rest())) {
            return false;
        }
        if (asked.has("url")) {
            play(asked.portal());
        } else {
            onAPortalOfItsOwn();
        }
        System.out.println("推演了 " + played + " 个剧本, " + wrong + " 个与所写不符 (cases played, other than they say)");
        return wrong == 0;
    }

    private void onAPortalOfItsOwn() {
        Path root = Path.of(System.getProperty("yiwang.root", "."));
        Path data = root.resolve("src-test/target/items-data");
        System.out.println("启动一个自己的门户, 约一分钟 (starting a portal for it, about a minute)");
        try (RunFolder folder = RunFolder.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(data, line -> {});
                PortalServer portal =
                        PortalServer.start(PortalSettings.of(Ports.free(), "test", root, data, database))) {
            play(PortalClient.signedIn(portal.url(), "admin", Launch.DEMO_PASSWORD));
        }
    }

    private void play(PortalClient portal) {
        if (asked.rest().isEmpty()) {
            CheckPackages.shipped()
                    .forEach(one ->
                            print(one.name(), portal.json("/simulations/scenarios", Map.of("itemCode", one.name()))));
        }
        for (Path folder : folders()) {
            print(
                    folder.getFileName().toString(),
                    portal.send("/simulations/scenarios", PackageZipFile.of(folder.toString())));
        }
    }

    /** A folder is a package, or holds some. */
    private List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String name : asked.rest()) {
            Path folder = Path.of(name).toAbsolutePath().normalize();
            if (Files.exists(folder.resolve("item.json"))) {
                folders.add(folder);
                continue;
            }
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(child -> Files.exists(child.resolve("item.json")))
                        .sorted()
                        .forEach(folders::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return folders;
    }

    private void print(String name, JsonNode results) {
        for (JsonNode result : results) {
            played++;
            JsonNode problems = result.path("problems");
            wrong += problems.isEmpty() ? 0 : 1;
            System.out.println((problems.isEmpty() ? "  [好] " : "  [错] ") + name + "/"
                    + result.path("key").asText() + " " + result.path("name").asText());
            problems.forEach(problem -> System.out.println("        " + problem.asText()));
        }
    }
}
