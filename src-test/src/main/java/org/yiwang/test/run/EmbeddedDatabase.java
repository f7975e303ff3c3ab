package org.yiwang.test.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * 内置数据库: a real PostgreSQL that keeps what it is told: fsync and synchronous commit on, 127.0.0.1 only, every
 * connection by password. Its data lie in {@code data/pg-18}, its programs in {@code data/pg-bin}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "yiwang";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=256MB",
            "max_connections=120",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC",
            "shared_preload_libraries=pg_stat_statements",
            "pg_stat_statements.max=10000");

    private final Path data;
    private final PostgresBinaries binaries;
    private final DatabaseAccess access;
    private final Consumer<String> say;
    private int port;

    private EmbeddedDatabase(Path data, Consumer<String> say) {
        this.data = data.toAbsolutePath();
        this.say = say;
        this.binaries = PostgresBinaries.in(programs(this.data));
        this.access = DatabaseAccess.in(this.data);
    }

    /** Starts it on a free port; one that outlived its launcher is stopped first, so that today's settings hold. */
    public static EmbeddedDatabase start(Path data, Consumer<String> say) {
        createFolder(data);
        EmbeddedDatabase database = new EmbeddedDatabase(data, say);
        database.stopSurvivor();
        if (!Files.exists(database.folder().resolve("PG_VERSION"))) {
            database.create();
        }
        database.launch();
        new DatabaseRoles(database.port, database.access).prepare(NAME);
        return database;
    }

    /** Other programs than those of the build, for a data folder that is still empty: {@code jar} holds their archive. */
    public static void usePrograms(Path data, Path jar) {
        createFolder(data);
        PostgresBinaries.in(programs(data), () -> archiveIn(jar));
    }

    private static InputStream archiveIn(Path jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return zip;
            }
        }
        zip.close();
        throw new IOException("no programs in " + jar);
    }

    /** Stops the database of this data folder if one runs; says so. */
    public static boolean stop(Path data, Consumer<String> say) {
        if (runningProcess(data).isEmpty()) {
            return false;
        }
        new EmbeddedDatabase(data, say).stopSurvivor();
        return true;
    }

    /** The process and port of a running database, as its own {@code postmaster.pid} tells. */
    public static Optional<Running> runningProcess(Path data) {
        Path file = data.resolve("pg-18/postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            long pid = Long.parseLong(lines.get(0).trim());
            int port = Integer.parseInt(lines.get(3).trim());
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(EmbeddedDatabase::isPostgres)
                    .map(process -> new Running(pid, port));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public int port() {
        return port;
    }

    public DatabaseAccess access() {
        return access;
    }

    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url(), "yiwang_owner", access.owner());
    }

    public Connection connectAsAdmin() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", access.admin());
    }

    @Override
    public void close() {
        int code = Commands.call(startLog(), 60, control("stop", "-m", "fast"));
        if (code != 0 && runningProcess(data).isPresent()) {
            say.accept("数据库没有停下来, 请看 (the database did not stop, see) " + startLog());
        }
    }

    /** A running server of this folder. */
    public record Running(long pid, int port) {}

    private void stopSurvivor() {
        runningProcess(data).ifPresent(running -> {
            say.accept(
                    "上次留下的数据库还在运行, 先把它停下来 (stopping the database left from last time, process " + running.pid() + ")");
            close();
        });
    }

    private void create() {
        say.accept("第一次启动: 建立数据库 (first start: creating the database)");
        Path secret = data.resolve("pg-first-password");
        try {
            Files.createDirectories(data.resolve("log"));
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, access.admin());
            handOver(secret);
            Commands.run("数据库建立失败 (initdb failed)", startLog(), 120, initdb(secret));
            Files.writeString(folder().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new RunFailure("数据库建立失败 (cannot create the database in " + folder() + ")", e);
        } finally {
            secret.toFile().delete();
        }
    }

    private List<String> initdb(Path secret) throws IOException {
        Files.createDirectories(folder());
        handOver(folder());
        return binaries.command(
                "initdb",
                "-D",
                folder().toString(),
                "-U",
                "postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=zh-CN",
                "--no-instructions");
    }

    /** Only where root may not make a user namespace: the data then belong to the user that runs PostgreSQL. */
    private void handOver(Path path) {
        if (binaries.asOtherUser()) {
            Commands.call(startLog(), 10, List.of("chown", "nobody", path.toString()));
        }
    }

    private void launch() {
        port = Ports.free();
        StringBuilder options = new StringBuilder("-p " + port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        Path log = data.resolve("log/postgres.log");
        try {
            Files.createDirectories(log.getParent());
            if (!Files.exists(log)) {
                Files.createFile(log);
            }
        } catch (IOException e) {
            throw new RunFailure("无法写日志 (cannot write " + log + ")", e);
        }
        handOver(log);
        int code = Commands.call(
                startLog(), 90, control("start", "-w", "-t", "60", "-l", log.toString(), "-o", options.toString()));
        if (code != 0) {
            throw new RunFailure("数据库没有启动, 请看 (the database did not start, see) " + log + "\n" + Commands.tail(log, 5));
        }
    }

    private List<String> control(String verb, String... more) {
        List<String> command = binaries.command("pg_ctl", verb, "-D", folder().toString());
        command.addAll(List.of(more));
        return command;
    }

    private static Path programs(Path data) {
        return data.resolve("pg-bin");
    }

    private Path folder() {
        return data.resolve("pg-18");
    }

    private Path startLog() {
        return data.resolve("log/postgres-start.log");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(true);
    }

    private static void createFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new RunFailure("无法建立数据目录 (cannot create the data folder " + data + ")", e);
        }
    }
}
