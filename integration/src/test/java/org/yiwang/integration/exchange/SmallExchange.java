package org.yiwang.integration.exchange;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

/** 小交换平台: takes what is put and signed with the right key, and can be told to misbehave. */
final class SmallExchange implements AutoCloseable {

    static final byte[] SECRET = "the key of the lower authority, long".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    final Map<String, byte[]> taken = new TreeMap<>();
    int status = 204;

    SmallExchange() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/exchange", request -> {
            try (request) {
                byte[] body = request.getRequestBody().readAllBytes();
                var headers = request.getRequestHeaders();
                ExchangeSignature head = new ExchangeSignature(
                        request.getRequestMethod(),
                        request.getRequestURI().getPath(),
                        headers.getFirst(ExchangeSignature.SYSTEM),
                        headers.getFirst(ExchangeSignature.TIME),
                        headers.getFirst(ExchangeSignature.MESSAGE));
                boolean signed = head.matches(headers.getFirst(ExchangeSignature.SIGNATURE), body, SECRET);
                if (signed && status < 300) {
                    taken.put(request.getRequestURI().getPath(), body);
                }
                request.sendResponseHeaders(signed ? status : 401, -1);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/exchange");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
