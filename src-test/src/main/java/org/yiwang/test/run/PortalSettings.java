package org.yiwang.test.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 门户设置: what one portal process is started with.
 *
 * @param node its name, also in the log and in the sticky cookie
 * @param profile {@code demo} or {@code test}; the war alone starts as production
 * @param data the data folder, the same for all nodes
 * @param environment environment variables beyond ours, such as {@code DB_URL}
 * @param properties system properties beyond ours
 */
public record PortalSettings(
        String node,
        int port,
        String profile,
        Path war,
        Path server,
        Path data,
        Map<String, String> environment,
        Map<String, String> properties) {

    public PortalSettings {
        environment = Map.copyOf(environment);
        properties = Map.copyOf(properties);
    }

    /** One node on the embedded database, with the programs that the build left in the target folders. */
    public static PortalSettings of(int port, String profile, Path root, Path data, EmbeddedDatabase database) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DB_URL", database.url());
        environment.put("DB_USER", "yiwang_app");
        environment.put("DB_PASSWORD", database.access().app());
        environment.put("DB_OWNER_USER", "yiwang_owner");
        environment.put("DB_OWNER_PASSWORD", database.access().owner());
        return new PortalSettings(
                "portal",
                port,
                profile,
                root.resolve("portal-web/target/portal.war"),
                root.resolve("src-test/target/server/payara-micro.jar"),
                data,
                environment,
                Map.of());
    }

    public PortalSettings withNode(String name, int otherPort) {
        return new PortalSettings(name, otherPort, profile, war, server, data, environment, properties);
    }

    public PortalSettings withEnvironment(Map<String, String> other) {
        return new PortalSettings(node, port, profile, war, server, data, other, properties);
    }

    public PortalSettings withProperty(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return new PortalSettings(node, port, profile, war, server, data, environment, more);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    Path log() {
        return data.toAbsolutePath().resolve("log").resolve(node + ".log");
    }

    /** The server's command; settings it takes at boot only are in the file {@code boot}. */
    List<String> command(Path java, Path boot, Path temporary) {
        List<String> command = new java.util.ArrayList<>(List.of(
                java.toString(),
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true",
                "-Dyiwang.profile=" + profile,
                "-Dyiwang.node=" + node,
                "-Dyiwang.public-url=" + url(),
                "-Dyiwang.data=" + data.toAbsolutePath()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                server.toAbsolutePath().toString(),
                "--deploy",
                war.toAbsolutePath().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                boot.toString()));
        return command;
    }
}
