package org.yiwang.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;

/**
 * The portal under test: one server process on one database for all tests of a run, on a free port and in a data folder
 * of its own, so that {@code ./dev run} may stand beside it. Tests share it, so each makes its own drafts and cases.
 *
 * <p>While writing tests, start one by hand ({@code ./dev run --profile test --port N}) and say
 * {@code -Dyiwang.test.url=http://127.0.0.1:N -Dyiwang.test.data=<its data folder>}.
 */
public final class YiwangServer {

    private static YiwangServer shared;
    private static RuntimeException failure;

    private final String url;
    private final Path data;
    private final Db db;

    private YiwangServer(String url, Path data, Db db) {
        this.url = url;
        this.data = data;
        this.db = db;
    }

    /** The one server of this run; the first caller waits until it is ready. */
    public static synchronized YiwangServer shared() {
        if (failure != null) {
            throw failure;
        }
        if (shared == null) {
            String running = System.getProperty("yiwang.test.url");
            try {
                shared = running == null ? start() : attach(running);
            } catch (RuntimeException e) {
                // Said by every test at once, instead of each waiting for another start.
                failure = e;
                throw e;
            }
        }
        return shared;
    }

    public String url() {
        return url;
    }

    /** Its data folder, for looking at what lies on the disk. */
    public Path data() {
        return data;
    }

    public Db db() {
        return db;
    }

    /** A client that has not signed in. */
    public Api api() {
        return Api.at(url);
    }

    /** The checkout that is being tested. */
    public static Path root() {
        return Path.of(System.getProperty("yiwang.root", "..")).toAbsolutePath().normalize();
    }

    private static YiwangServer start() {
        Path data = root().resolve("src-test/target/it-data");
        RunFolder folder = RunFolder.take(data);
        EmbeddedDatabase.stop(data, System.out::println);
        empty(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.out::println);
        onExit(database, folder);
        PortalServer portal = PortalServer.start(PortalSettings.of(Ports.free(), "test", root(), data, database));
        onExit(portal);
        return new YiwangServer(
                portal.url(), data, Db.of(database.url(), database.access().admin()));
    }

    private static YiwangServer attach(String url) {
        Path data = Path.of(
                System.getProperty("yiwang.test.data", root().resolve("data").toString()));
        Properties access = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("db.properties"))) {
            access.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = EmbeddedDatabase.runningProcess(data).orElseThrow().port();
        return new YiwangServer(
                url, data, Db.of("jdbc:postgresql://127.0.0.1:" + port + "/yiwang", access.getProperty("admin")));
    }

    /** Deletes everything of the run before, but the unpacked programs and our own lock. */
    public static void empty(Path data) {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Path relative = data.relativize(path);
                boolean keep =
                        relative.toString().isEmpty() || relative.startsWith("pg-bin") || relative.startsWith("run");
                if (!keep) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final java.util.Deque<AutoCloseable> PARTS = new java.util.ArrayDeque<>();

    /** One hook for all, in the opposite order: the portal before its database. */
    private static void onExit(AutoCloseable... parts) {
        if (PARTS.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(YiwangServer::closeAll));
        }
        for (int i = parts.length - 1; i >= 0; i--) {
            PARTS.push(parts[i]);
        }
    }

    private static void closeAll() {
        while (!PARTS.isEmpty()) {
            try {
                PARTS.pop().close();
            } catch (Exception e) {
                System.err.println("not closed: " + e);
            }
        }
    }
}
