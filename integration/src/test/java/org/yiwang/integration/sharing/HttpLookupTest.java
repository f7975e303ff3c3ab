package org.yiwang.integration.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.material.spi.DataLookup;
import org.yiwang.forms.material.spi.LicenceLookup;
import org.yiwang.forms.material.spi.LookupUnavailable;
import org.yiwang.forms.material.spi.PaperFound;
import org.yiwang.workflow.forward.spi.ExchangeSignature;

class HttpLookupTest extends LookupContract {

    private static final byte[] SECRET = "the key of the lower authority, long".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpServer there;
    private int status;
    private String answer;
    private String asked = "";

    @BeforeEach
    void open() throws IOException {
        status = 200;
        answer =
                "{\"requirement\": \"id-card\", \"title\": \"居民身份证\", \"source\": \"云州市公安局\", \"reference\": \"1.2.156\","
                        + " \"validUntil\": \"2036-01-01\", \"lines\": [{\"label\": \"持证人\", \"value\": \"陈静\"},"
                        + " {\"label\": \"号码\", \"value\": \"999999********0016\"}]}";
        there = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        there.createContext("/sharing", request -> {
            try (request) {
                byte[] body = request.getRequestBody().readAllBytes();
                var headers = request.getRequestHeaders();
                asked = request.getRequestURI().getPath();
                ExchangeSignature head = new ExchangeSignature(
                        request.getRequestMethod(),
                        asked,
                        headers.getFirst(ExchangeSignature.SYSTEM),
                        headers.getFirst(ExchangeSignature.TIME),
                        headers.getFirst(ExchangeSignature.MESSAGE));
                JsonNode question = JSON.readTree(body);
                boolean signed = head.matches(headers.getFirst(ExchangeSignature.SIGNATURE), body, SECRET);
                boolean known = !question.at("/holder/number").asText().equals(UNKNOWN);
                byte[] reply = answer.getBytes(StandardCharsets.UTF_8);
                int code = !signed ? 401 : known ? status : 404;
                request.sendResponseHeaders(code, code == 200 ? reply.length : -1);
                if (code == 200) {
                    request.getResponseBody().write(reply);
                }
            }
        });
        there.start();
    }

    @AfterEach
    void close() {
        there.stop(0);
    }

    private SignedLookup lookup(byte[] secret) {
        return new SignedLookup(
                new SignedLookup.Platform(
                        URI.create("http://127.0.0.1:" + there.getAddress().getPort() + "/sharing"),
                        "yiwang-east",
                        secret,
                        Duration.ofSeconds(5)),
                Clock.systemUTC());
    }

    @Override
    LicenceLookup licences() {
        return new HttpLicence(lookup(SECRET));
    }

    @Override
    DataLookup data() {
        return new HttpData(lookup(SECRET));
    }

    @Test
    void eachPortAsksAtItsPlaceAndReadsWhatCame() {
        PaperFound found = licences().find(wanted(KNOWN)).orElseThrow();
        assertEquals("/sharing/licences", asked);
        assertEquals(LocalDate.of(2036, 1, 1), found.validUntil());
        assertEquals("居民身份证", found.title());
        data().find(wanted(KNOWN));
        assertEquals("/sharing/data", asked);
    }

    @Test
    void whoCannotAnswerIsAwayAndHasNotSaidNo() {
        status = 503;
        assertThrows(LookupUnavailable.class, () -> licences().find(wanted(KNOWN)));
        there.stop(0);
        LookupUnavailable away =
                assertThrows(LookupUnavailable.class, () -> licences().find(wanted(KNOWN)));
        assertFalse(away.getMessage().contains(KNOWN), "nothing of the person in a message");
    }

    @Test
    void aWrongKeyIsNoAnswerEither() {
        LicenceLookup other =
                new HttpLicence(lookup("another key than they know at all".getBytes(StandardCharsets.UTF_8)));
        assertThrows(LookupUnavailable.class, () -> other.find(wanted(KNOWN)));
    }

    @Test
    void whatDoesNotReadOrIsAboutSomethingElseIsNotTaken() {
        answer = "no JSON";
        assertThrows(LookupUnavailable.class, () -> licences().find(wanted(KNOWN)));
        answer = "{\"requirement\": \"passport\"}";
        assertThrows(LookupUnavailable.class, () -> licences().find(wanted(KNOWN)));
        answer = "{\"requirement\": \"id-card\", \"validUntil\": \"soon\"}";
        assertThrows(LookupUnavailable.class, () -> licences().find(wanted(KNOWN)));
    }
}
