package org.yiwang.test.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;

/** What a measurement stands on: one portal and one durable database that nobody else uses, fresh at each run. */
final class Ground implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final PortalServer portal;
    private final Db db;

    Ground() {
        Path data = YiwangServer.root().resolve("src-test/target/bench-data");
        parts.push(RunFolder.take(data));
        EmbeddedDatabase.stop(data, System.out::println);
        YiwangServer.empty(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.out::println);
        parts.push(database);
        this.db = Db.of(database.url(), database.access().admin());
        this.portal = PortalServer.start(PortalSettings.of(Ports.free(), "test", YiwangServer.root(), data, database));
        parts.push(portal);
    }

    Api api() {
        return Api.at(portal.url());
    }

    String url() {
        return portal.url();
    }

    Db db() {
        return db;
    }

    /** A reading of every meter. */
    Meter read() {
        return Meter.read(portal.process().toHandle(), db);
    }

    /** Memory the portal's process holds, in MB; 0 where the machine does not tell. */
    long megabytes() {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(portal.process().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    /** What makes the numbers comparable. */
    Map<String, String> facts() {
        return Map.of(
                "cores", Integer.toString(Runtime.getRuntime().availableProcessors()),
                "java", Runtime.version().toString(),
                "postgresql", db.text("SHOW server_version"),
                "fsync", db.text("SHOW fsync"),
                "synchronous_commit", db.text("SHOW synchronous_commit"));
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
}
