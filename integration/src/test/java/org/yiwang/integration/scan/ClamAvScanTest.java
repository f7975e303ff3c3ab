package org.yiwang.integration.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.platform.Refusal;

class ClamAvScanTest {

    private static final byte[] FILE = new byte[150_000];

    @Test
    void sendsTheWholeFileAndTakesOkForClean() throws Exception {
        try (ServerSocket clamd = listen()) {
            CompletableFuture<byte[]> received = answer(clamd, "stream: OK\0");
            assertTrue(scan(clamd).clean(FILE));
            assertArrayEquals(FILE, received.get());
        }
    }

    @Test
    void takesFoundForNotClean() throws IOException {
        try (ServerSocket clamd = listen()) {
            answer(clamd, "stream: Eicar-Test-Signature FOUND\0");
            assertFalse(scan(clamd).clean(FILE));
        }
    }

    @Test
    void takesNothingWhenTheScannerCannotSay() throws IOException, InterruptedException, ExecutionException {
        try (ServerSocket clamd = listen()) {
            CompletableFuture<byte[]> received = answer(clamd, "INSTREAM size limit exceeded. ERROR\0");
            assertEquals(Refusal.Kind.UNAVAILABLE, refusal(scan(clamd)).kind());
            received.get();
        }
    }

    @Test
    void takesNothingWhenTheScannerIsAway() throws IOException {
        // Bound but not listening: the port is held, so nobody else can answer there meanwhile.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ClamAvScan scan = new ClamAvScan("127.0.0.1", held.getLocalPort(), Duration.ofSeconds(5));
            assertEquals(Refusal.Kind.UNAVAILABLE, refusal(scan).kind());
        }
    }

    @Test
    void waitsNoLongerThanItMay() throws IOException {
        try (ServerSocket silent = listen()) {
            ClamAvScan scan = new ClamAvScan("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(200));
            assertEquals(Refusal.Kind.UNAVAILABLE, refusal(scan).kind());
        }
    }

    private static Refusal refusal(ClamAvScan scan) {
        return assertThrows(Refusal.class, () -> scan.clean(FILE));
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static ClamAvScan scan(ServerSocket clamd) {
        return new ClamAvScan("127.0.0.1", clamd.getLocalPort(), Duration.ofSeconds(5));
    }

    /** One clamd for one file: reads the stream as clamd does and says the line. */
    private static CompletableFuture<byte[]> answer(ServerSocket clamd, String line) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = clamd.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.writeBytes(in.readNBytes(length));
                }
                socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
