package org.yiwang.test.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.test.Api;
import org.yiwang.test.Reply;
import org.yiwang.test.run.Ports;

/** What nginx says when a node dies over a request; the nodes here do nothing else. */
class NginxIT {

    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket dying;
    private Nginx nginx;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        dying = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread node = new Thread(this::dieOverEachRequest, "dying node");
        node.setDaemon(true);
        node.start();
        nginx = Nginx.prepare(folder, Ports.free(), Ports.free(), dying.getLocalPort(), dying.getLocalPort())
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        nginx.close();
        dying.close();
    }

    /** Takes the request and is gone. */
    private void dieOverEachRequest() {
        while (!dying.isClosed()) {
            try (Socket request = dying.accept()) {
                request.getInputStream().read(new byte[8192]);
                asked.incrementAndGet();
            } catch (IOException closed) {
                if (!dying.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    @Test
    void aFormIsNotSentTwiceAndThePersonIsToldWhatToDo() {
        HttpResponse<String> page = new Visitor(nginx.url()).post("/my/cases/1/withdraw", Map.of("reason", "x"));

        assertEquals(502, page.statusCode());
        assertEquals(1, asked.get(), "what a node may have done already is not asked of the other");
        assertTrue(page.body().contains("返回上一页，再提交一次"), page.body());
        assertTrue(page.body().contains("is not submitted twice"));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void aPageThatIsReadIsAskedOfTheOtherNode() {
        HttpResponse<String> page = new Visitor(nginx.url()).get("/items");

        assertEquals(502, page.statusCode(), "both are dying here");
        assertEquals(2, asked.get());
    }

    @Test
    void aProgramIsToldToSendTheSameKeyAgain() {
        Reply reply = Api.trusting(nginx.url()).post("/drafts/1/submission", Api.object());

        reply.expect(502);
        assertEquals("application/problem+json", reply.contentType().replaceFirst(";.*", ""));
        assertEquals("NO_ANSWER", reply.text("/code"));
        assertTrue(reply.text("/detail").contains("Idempotency-Key"));
        assertEquals(1, asked.get());
    }

    @Test
    void theDeathPageIsNobodysAddress() {
        assertEquals(404, new Visitor(nginx.url()).get("/away.html").statusCode());
    }
}
