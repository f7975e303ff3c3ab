package org.yiwang.test.upgrade;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.EmbeddedDatabase;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;
import org.yiwang.test.run.RunFolder;
import org.yiwang.web.boot.Migrations;

/** 旧安装: the database that a version left, on the oldest PostgreSQL, and the present portal started on it. */
final class OldInstallation implements AutoCloseable {

    /** The last migration of the version that left it; also the archive's name. */
    private static final String LEFT_AT = "20261121.1510";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path data = YiwangServer.root().resolve("src-test/target/upgrade-data");
    private final Db db;
    private final Map<String, String> cases;
    private final PortalServer portal;

    OldInstallation() throws Exception {
        EmbeddedDatabase.usePrograms(data, YiwangServer.root().resolve("src-test/target/server/postgres-oldest.jar"));
        parts.push(RunFolder.take(data));
        EmbeddedDatabase.stop(data, System.out::println);
        YiwangServer.empty(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, System.out::println);
        parts.push(database);
        this.db = Db.of(database.url(), database.access().admin());
        oldTables(database);
        try (InputStream archive = OldInstallation.class.getResourceAsStream("/upgrade/" + LEFT_AT + ".zip");
                Connection connection = db.connect()) {
            this.cases = DatabaseCopy.read(archive, connection, data);
        }
        // Taken over the same evening, whenever the test runs: else all it waits for would be long overdue.
        db.change("UPDATE platform_clock SET offset_millis ="
                + " (SELECT extract(epoch FROM max(at) - now()) * 1000 FROM case_event) + 3600000");
        this.portal = PortalServer.start(PortalSettings.of(Ports.free(), "test", YiwangServer.root(), data, database));
        parts.push(portal);
    }

    /** As they were: migrations are never changed, so the first ones still make what they made then. */
    private static void oldTables(EmbeddedDatabase database) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(database.url());
        owner.setUser("yiwang_owner");
        owner.setPassword(database.access().owner());
        Flyway.configure()
                .configuration(Migrations.flyway((DataSource) owner).getConfiguration())
                .target(LEFT_AT)
                // What follows a migration is about the tables of today.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    Api api() {
        return Api.at(portal.url());
    }

    Db db() {
        return db;
    }

    Path data() {
        return data;
    }

    /** What it held: number and status of each case. */
    Map<String, String> cases() {
        return cases;
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
