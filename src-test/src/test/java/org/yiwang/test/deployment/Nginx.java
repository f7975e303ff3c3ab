package org.yiwang.test.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiwang.test.Await;
import org.yiwang.test.YiwangServer;

/** The nginx of {@code docker/nginx} on loopback: the same files, with the ports and places of this machine put in. */
final class Nginx implements AutoCloseable {

    /** As nginx.conf writes its log: "method path" status bytes time upstream trace. */
    private static final Pattern LINE = Pattern.compile(".*\"\\S+ (\\S+)\" \\d+ \\S+ \\S+ (.+) \\S+");

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
            // Its workers are nobody and have a page to read here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            certificate(folder);
            String nodes = Files.readString(source.resolve("upstreams.conf"))
                    .replace("portal-1:8080", "127.0.0.1:" + one)
                    .replace("portal-2:8080", "127.0.0.1:" + two);
            Files.writeString(folder.resolve("upstreams.conf"), nodes);
            for (String asItIs : List.of("proxy.conf", "away.html")) {
                Files.copy(source.resolve(asItIs), folder.resolve(asItIs), StandardCopyOption.REPLACE_EXISTING);
            }
            String main = Files.readString(source.resolve("nginx.conf"))
                    .replace(" /tmp/", " " + folder + "/")
                    .replace("include mime.types", "include /etc/nginx/mime.types")
                    .replace("worker_processes auto", "worker_processes 1")
                    .replace("/dev/stdout", folder + "/access.log")
                    .replace("/run/secrets/", folder + "/")
                    .replace("root /etc/nginx;", "root " + folder + ";")
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

    /** The node (host and port) that answered each request for this path, in order; more than one if it was asked of both. */
    List<String> answeredBy(String path) {
        try (Stream<String> lines = Files.lines(folder.resolve("access.log"))) {
            return lines.map(LINE::matcher)
                    .filter(line -> line.matches() && line.group(1).equals(path))
                    .map(line -> line.group(2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
