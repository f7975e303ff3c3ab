package org.yiwang.integration.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.yiwang.workflow.forward.spi.Dispatch;
import org.yiwang.workflow.forward.spi.ExchangeGateway;
import org.yiwang.workflow.forward.spi.ExchangeSignature;
import org.yiwang.workflow.forward.spi.ExchangeUnavailable;

/**
 * HTTP 交换: puts a report to the exchange of the city: first each file under {@code /reports/<reference>/files/<id>}, then
 * the report itself under {@code /reports/<reference>}, which makes it whole. Every request is signed
 * ({@link ExchangeSignature}); putting the same again changes nothing there.
 */
public final class HttpExchange implements ExchangeGateway {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * 交换平台.
     *
     * @param base address without a slash at its end
     * @param system our code there
     * @param secret what we sign with
     */
    public record Exchange(URI base, String system, byte[] secret, Duration timeout) {

        @Override
        public String toString() {
            return base.getHost() + " as " + system;
        }
    }

    private final Exchange exchange;
    private final Clock clock;
    private final HttpClient client;

    /** @param clock of the machine: signatures are good for minutes of real time */
    public HttpExchange(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(exchange.timeout()).build();
    }

    @Override
    public String name() {
        return "数据交换平台";
    }

    @Override
    public boolean standIn() {
        return false;
    }

    @Override
    public void send(Dispatch dispatch) {
        Addressee.check(dispatch);
        String place = "/reports/" + dispatch.reference();
        for (Dispatch.File file : dispatch.files()) {
            put(place + "/files/" + file.id(), file.type(), file.bytes().get());
        }
        boolean whole = dispatch.kind() == Dispatch.Kind.FORWARD;
        put(whole ? place : place + "/withdrawal", "application/json", report(dispatch));
    }

    private static byte[] report(Dispatch dispatch) {
        ObjectNode report = JSON.createObjectNode();
        report.put("format", 1).put("kind", dispatch.kind().name());
        report.put("reference", dispatch.reference()).put("to", dispatch.to());
        report.set("content", dispatch.content());
        ArrayNode files = report.putArray("files");
        dispatch.files().forEach(file -> files.addObject()
                .put("id", file.id())
                .put("requirement", file.requirement())
                .put("name", file.name())
                .put("type", file.type())
                .put("sha256", file.sha256()));
        try {
            return JSON.writeValueAsBytes(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void put(String place, String type, byte[] body) {
        URI at = URI.create(exchange.base() + place);
        ExchangeSignature head = new ExchangeSignature(
                "PUT",
                at.getPath(),
                exchange.system(),
                clock.instant().toString(),
                UUID.randomUUID().toString());
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(exchange.timeout())
                .header("Content-Type", type)
                .header(ExchangeSignature.SYSTEM, head.system())
                .header(ExchangeSignature.TIME, head.time())
                .header(ExchangeSignature.MESSAGE, head.id())
                .header(ExchangeSignature.SIGNATURE, head.over(body, exchange.secret()))
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        int status = answer(request).statusCode();
        if (status == 429 || status >= 500) {
            throw new ExchangeUnavailable("the exchange answers " + status, null);
        }
        if (status >= 300) {
            throw new IllegalArgumentException("the exchange does not take the report: " + status);
        }
    }

    private HttpResponse<Void> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException away) {
            throw new ExchangeUnavailable(
                    "the exchange cannot be reached: " + away.getClass().getSimpleName(), away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExchangeUnavailable("stopped while sending", stopping);
        }
    }
}
