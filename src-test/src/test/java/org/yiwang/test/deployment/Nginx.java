package org.yiwang.test.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yiwang.test.Await;
import org.yiwang.test.YiwangServer;

/** The nginx of {@code docker/nginx} on loopback: the same files, with the ports and places of this machine put in. */
final class Nginx implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    private Nginx(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Writes the settings; {@code one} and {@code two} are the ports of the nodes. */
    static Nginx prepare(Path folder, int http, int https, int one, int two) {
        Path source = YiwangServer.root().resolve("docker/nginx");
        try {
            Files.createDirectories(folder);
            certificate(folder);
            String nodes = Files.readString(source.resolve("upstreams.conf"))
                    .replace("portal-1:8080", "127.0.0.1:" + one)
                    .replace("portal-2:8080", "127.0.0.1:" + two);
            Files.writeString(folder.resolve("upstreams.conf"), nodes);
            Files.copy(
                    source.resolve("proxy.conf"),
                    folder.resolve("proxy.conf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            String main = Files.readString(source.resolve("nginx.conf"))
                    .replace(" /tmp/", " " + folder + "/")
                    .replace("include mime.types", "include /etc/nginx/mime.types")
                    .replace("worker_processes auto", "worker_processes 1")
                    .replace("/dev/stdout", folder + "/access.log")
                    .replace("/run/secrets/", folder + "/")
                    .replace("listen 8080", "listen 127.0.0.1:" + http)
                    .replace("listen 8443", "listen 127.0.0.1:" + https);
            Files.writeString(folder.resolve("nginx.conf"), main);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nginx(folder, https);
    }

    /** What {@code nginx -t} says; it ends with "test is successful". */
    String check() {
        try {
            Process test =
                    new ProcessBuilder(command("-t")).redirectErrorStream(true).start();
            String said = new String(test.getInputStream().readAllBytes());
            test.waitFor(20, TimeUnit.SECONDS);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Nginx start() {
        try {
            process = new ProcessBuilder(command("-g", "daemon off;"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("error.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until("nginx listens", this::listens);
        return this;
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> command(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                "nginx",
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                "stderr"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void certificate(Path folder) throws IOException {
        Process made = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "2",
                        "-subj",
                        "/CN=127.0.0.1",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-keyout",
                        folder.resolve("tls.key").toString(),
                        "-out",
                        folder.resolve("tls.crt").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (made.waitFor() != 0) {
                throw new IOException("openssl made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
