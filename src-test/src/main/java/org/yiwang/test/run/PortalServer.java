package org.yiwang.test.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** 门户进程: one Payara Micro as a child process; up when it answers that it is ready, not when it says so in its log. */
public final class PortalServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    /** A server that says it is up and has no application after this long has failed to deploy it. */
    private static final Duration WITHOUT_APPLICATION = Duration.ofSeconds(6);

    private final PortalSettings settings;
    private final Process process;
    private final Path temporary;

    private PortalServer(PortalSettings settings, Process process, Path temporary) {
        this.settings = settings;
        this.process = process;
        this.temporary = temporary;
    }

    /** Starts it and comes back when it is ready; or fails with one sentence and nothing left running. */
    public static PortalServer start(PortalSettings settings) {
        PortalServer server = begin(settings);
        try {
            server.awaitReady();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Only begins; whoever calls this closes it whatever happens next. */
    static PortalServer begin(PortalSettings settings) {
        requireFile(settings.war(), "门户程序不存在 (no portal to run)");
        requireFile(settings.server(), "应用服务器不存在 (no application server)");
        Ports.requireFree(settings.port());
        Path run = settings.data().toAbsolutePath().resolve("run");
        Path temporary = run.resolve(settings.node() + "-tmp");
        try {
            PostgresBinaries.deleteTree(temporary);
            Files.createDirectories(temporary);
            Files.createDirectories(settings.log().getParent());
            Path boot = Files.writeString(run.resolve(settings.node() + "-boot.txt"), bootCommands());
            ProcessBuilder builder = new ProcessBuilder(settings.command(java(), boot, temporary))
                    .redirectErrorStream(true)
                    .redirectOutput(settings.log().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Map<String, String> environment = builder.environment();
            environment.put("LC_ALL", "C.UTF-8");
            environment.putAll(settings.environment());
            Process process = builder.start();
            Files.writeString(run.resolve(settings.node() + ".pid"), Long.toString(process.pid()));
            return new PortalServer(settings, process, temporary);
        } catch (IOException e) {
            throw new RunFailure("门户无法启动 (cannot start the portal)", e);
        }
    }

    public String url() {
        return settings.url();
    }

    public PortalSettings settings() {
        return settings;
    }

    public Process process() {
        return process;
    }

    /** As a machine would die: no goodbye to sessions, leases or connections. */
    public void kill() {
        process.destroyForcibly();
        ProcessHandles.awaited(process.toHandle(), 20);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            ProcessHandles.end(process.toHandle());
        }
        try {
            PostgresBinaries.deleteTree(temporary);
            Files.deleteIfExists(settings.data().toAbsolutePath().resolve("run/" + settings.node() + ".pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        long upSince = 0;
        int status = 0;
        while (System.nanoTime() < end) {
            if (exited()) {
                throw new RunFailure("门户进程退出了 (the portal ended by itself), " + reason());
            }
            status = health(client);
            if (status == 200) {
                return;
            }
            ServerLog log = new ServerLog(settings.log());
            log.refusedToStart().ifPresent(why -> {
                throw new RunFailure("门户拒绝启动 (the portal refuses to start): " + why + "\n日志 (log): " + settings.log());
            });
            if (upSince == 0 && log.saysUp()) {
                upSince = System.nanoTime();
            }
            boolean noApplication = status == 404 || log.deploymentFailed();
            if (upSince != 0 && noApplication && System.nanoTime() - upSince > WITHOUT_APPLICATION.toNanos()) {
                throw new RunFailure("门户部署失败 (deployment failed), " + reason());
            }
        }
        throw new RunFailure("门户在 " + START_LIMIT.toSeconds() + " 秒内没有就绪, 健康检查答 " + status
                + " (not ready in time, the health page answers " + status + "), " + reason());
    }

    private boolean exited() {
        try {
            return process.waitFor(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("启动被中断 (interrupted)");
        }
    }

    private int health(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + "/api/v1/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private String reason() {
        return new ServerLog(settings.log()).reason() + "\n日志 (log): " + settings.log();
    }

    private static void requireFile(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new RunFailure(what + ": " + file + "; 先执行 (first run) mvn package");
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static String bootCommands() throws IOException {
        try (InputStream file = PortalServer.class.getResourceAsStream("payara-boot.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
