package org.yiwang.test.deployment;

import java.nio.file.Path;
import java.util.List;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;

/** Two portal nodes on one database behind the nginx of {@code docker/}, all on loopback. */
final class TwoNodes implements AutoCloseable {

    private final java.util.Deque<AutoCloseable> parts = new java.util.ArrayDeque<>();
    private final PortalServer one;
    private final PortalServer two;
    private final Nginx nginx;
    private final EmbeddedDatabase database;

    private TwoNodes() {
        Path data = YiwangServer.root().resolve("src-test/target/two-nodes-data");
        parts.push(RunFolder.take(data));
        EmbeddedDatabase.stop(data, System.out::println);
        YiwangServer.empty(data);
        this.database = EmbeddedDatabase.start(data, System.out::println);
        parts.push(database);
        PortalSettings settings = PortalSettings.of(0, "test", YiwangServer.root(), data, database);
        // One after the other: on two cores two starts at once take longer than two in turn.
        this.one = started(settings.withNode("portal-1", Ports.free()));
        this.two = started(settings.withNode("portal-2", Ports.free()));
        this.nginx = Nginx.prepare(
                        data.resolve("nginx"),
                        Ports.free(),
                        Ports.free(),
                        one.settings().port(),
                        two.settings().port())
                .start();
        parts.push(nginx);
    }

    static TwoNodes start() {
        return new TwoNodes();
    }

    /** Through nginx. */
    String url() {
        return nginx.url();
    }

    List<PortalServer> nodes() {
        return List.of(one, two);
    }

    EmbeddedDatabase database() {
        return database;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("not closed: " + e);
            }
        }
    }

    private PortalServer started(PortalSettings settings) {
        PortalServer server = PortalServer.start(settings);
        parts.push(server);
        return server;
    }
}
