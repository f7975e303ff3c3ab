package org.yiwang.test.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.yiwang.test.Await;
import org.yiwang.test.Db;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;

/** Two portal nodes on one database behind the nginx of {@code docker/}, all on loopback. */
final class TwoNodes implements AutoCloseable {

    /** Fewer than by default: that the setting holds is looked at too. */
    static final int CONNECTIONS = 12;

    private final java.util.Deque<AutoCloseable> parts = new java.util.ArrayDeque<>();
    private final PortalServer one;
    private final PortalServer two;
    private final Nginx nginx;
    private final EmbeddedDatabase database;
    private final Path data;

    private TwoNodes() {
        Path data = YiwangServer.root().resolve("src-test/target/two-nodes-data");
        parts.push(RunFolder.take(data));
        EmbeddedDatabase.stop(data, System.out::println);
        YiwangServer.empty(data);
        this.database = EmbeddedDatabase.start(data, System.out::println);
        parts.push(database);
        this.data = data;
        PortalSettings settings = PortalSettings.of(0, "test", YiwangServer.root(), data, database)
                .withProperty("db.pool.min", "2")
                .withProperty("db.pool.max", Integer.toString(CONNECTIONS))
                .withProperty("yiwang.outbox.lease", "PT10S");
        // One after the other: on two cores two starts at once take longer than two in turn.
        this.one = started(settings.withNode("node1", Ports.free()));
        this.two = started(settings.withNode("node2", Ports.free()));
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

    Path data() {
        return data;
    }

    Db db() {
        return Db.of(database.url(), database.access().admin());
    }

    /** The nodes that nginx has asked for this path, in order. */
    List<String> answeredBy(String path) {
        return nginx.answeredBy(path);
    }

    /** How nginx calls a node. */
    static String address(PortalServer node) {
        return "127.0.0.1:" + node.settings().port();
    }

    /**
     * The first node dies like a machine without power, at a moment when it holds messages of the outbox.
     *
     * @return the messages it held
     */
    List<Long> killTheFirstOverItsWork() {
        AtomicReference<List<Long>> held = new AtomicReference<>(List.of());
        Await.until("node1 is at work for the outbox", () -> {
            // Stopped, so that what it holds now is what it dies with.
            signal("-STOP");
            held.set(db().rows("SELECT id FROM outbox WHERE lease LIKE 'node1/%' AND state <> 'DONE'").stream()
                    .map(row -> (Long) row.get("id"))
                    .toList());
            if (held.get().isEmpty()) {
                signal("-CONT");
            }
            return !held.get().isEmpty();
        });
        one.kill();
        return held.get();
    }

    /** The node that works on a message of this kind now; waits until one does. */
    PortalServer atWorkOn(String kind) {
        AtomicReference<String> lease = new AtomicReference<>();
        Await.until(
                "a node is at work on " + kind, () -> {
                    lease.set(db()
                            .rows(
                                    "SELECT lease FROM outbox WHERE kind = ? AND lease IS NOT NULL AND state <> 'DONE'",
                                    kind)
                            .stream()
                            .map(row -> row.get("lease").toString())
                            .findFirst()
                            .orElse(null));
                    return lease.get() != null;
                });
        return lease.get().startsWith("node1/") ? one : two;
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(one.process().pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
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
