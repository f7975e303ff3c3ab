package org.yiwang.test.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * 一处安装: the database of a data folder or of DB_URL, for programs that look at it beside a run or without one. An
 * embedded database that does not run is started for the look and stopped afterwards.
 */
public final class Installation implements AutoCloseable {

    private final String url;
    private final String user;
    private final String password;
    private final String told;
    private final AutoCloseable opened;

    private Installation(String url, String user, String password, String told, AutoCloseable opened) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.told = told;
        this.opened = opened;
    }

    public static boolean hasDatabase(Path data) {
        return System.getenv("DB_URL") != null || Files.exists(data.resolve("pg-18/PG_VERSION"));
    }

    public static Installation open(Path data) {
        String external = System.getenv("DB_URL");
        if (external != null) {
            String user = System.getenv().getOrDefault("DB_OWNER_USER", System.getenv("DB_USER"));
            String password = System.getenv().getOrDefault("DB_OWNER_PASSWORD", System.getenv("DB_PASSWORD"));
            return new Installation(external, user, password, "外部数据库 (external) " + external, () -> {});
        }
        Optional<EmbeddedDatabase.Running> running = EmbeddedDatabase.runningProcess(data);
        if (running.isPresent()) {
            String url = "jdbc:postgresql://127.0.0.1:" + running.get().port() + "/yiwang";
            return new Installation(url, "yiwang_owner", DatabaseAccess.in(data).owner(), "正在运行 (running)", () -> {});
        }
        RunFolder folder = RunFolder.take(data);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, line -> {});
        AutoCloseable both = () -> {
            database.close();
            folder.close();
        };
        return new Installation(
                database.url(), "yiwang_owner", database.access().owner(), "没有运行, 临时打开 (opened for this look)", both);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Which database this is, for people. */
    public String told() {
        return told;
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (Exception e) {
            throw new RunFailure("数据库没有关上 (the database was not closed)", e);
        }
    }
}
