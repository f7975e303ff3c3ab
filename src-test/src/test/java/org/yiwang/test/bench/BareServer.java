package org.yiwang.test.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.run.PortalServer;
import org.yiwang.test.run.PortalSettings;
import org.yiwang.test.run.Ports;

/** 光服务器: the application server with nothing in it but one file, to see how much of a request is ours. */
final class BareServer implements AutoCloseable {

    private static final String FILE = "file.html";

    private final PortalServer server;

    /** @param content what the one file holds */
    BareServer(byte[] content) {
        Path data = YiwangServer.root().resolve("src-test/target/bare-data");
        Path war = data.resolve("bare.war");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        YiwangServer.empty(data);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            add(zip, FILE, content);
            // Where a portal says that it is ready.
            add(zip, "api/v1/health/ready", "ready".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path program = YiwangServer.root().resolve("src-test/target/server/payara-micro.jar");
        server = PortalServer.start(
                new PortalSettings("bare", Ports.free(), "test", war, program, data, Map.of(), Map.of()));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    String address() {
        return server.url() + "/" + FILE;
    }

    @Override
    public void close() {
        server.close();
    }
}
