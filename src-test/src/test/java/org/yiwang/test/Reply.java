package org.yiwang.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the server answered, with the checks that every test makes. */
public final class Reply {

    private final String request;
    private final HttpResponse<byte[]> response;

    Reply(String request, HttpResponse<byte[]> response) {
        this.request = request;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** All values of a header that may come several times. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public String contentType() {
        return header("Content-Type").orElse("");
    }

    public JsonNode json() {
        try {
            return Api.JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(told("no JSON"), e);
        }
    }

    /** The value at a JSON pointer such as {@code /items/0/caseNo}, which must be there. */
    public JsonNode at(String pointer) {
        JsonNode node = json().at(pointer);
        assertFalse(node.isMissingNode(), () -> told("nothing at " + pointer));
        return node;
    }

    public String text(String pointer) {
        return at(pointer).asText();
    }

    public long number(String pointer) {
        return at(pointer).asLong();
    }

    /** One of these statuses, or the test ends with what the server said instead. */
    public Reply expect(int... statuses) {
        assertTrue(
                Arrays.stream(statuses).anyMatch(status -> status == response.statusCode()),
                () -> told("expected " + Arrays.toString(statuses)));
        return this;
    }

    /** An RFC 9457 problem with status, code, a sentence for people and a trace id. */
    public Reply problem(int status, String code) {
        expect(status);
        assertTrue(contentType().startsWith("application/problem+json"), () -> told("not a problem document"));
        assertEquals(code, text("/code"), () -> told("another code"));
        assertEquals(status, number("/status"), () -> told("another status in the document"));
        assertFalse(text("/detail").isBlank(), () -> told("no detail"));
        assertFalse(text("/traceId").isBlank(), () -> told("no trace id"));
        return this;
    }

    /** The problem names this path with this code among its errors. */
    public Reply error(String path, String code) {
        boolean found = StreamSupport.stream(json().path("errors").spliterator(), false)
                .anyMatch(error -> path.equals(error.path("path").asText())
                        && code.equals(error.path("code").asText()));
        assertTrue(found, () -> told("no error " + code + " at " + path));
        return this;
    }

    private String told(String what) {
        String body = body();
        return what + "; " + request + " answered " + response.statusCode() + " " + contentType() + ": "
                + body.substring(0, Math.min(body.length(), 2000));
    }

    @Override
    public String toString() {
        return told("reply");
    }
}
