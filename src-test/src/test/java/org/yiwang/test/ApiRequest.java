package org.yiwang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One request being put together; see {@link Api}. */
public final class ApiRequest {

    /** What a proxy says when the server behind it gave no answer. */
    private static final Set<Integer> NO_ANSWER = Set.of(502, 504);

    private final HttpClient client;
    private final boolean resends;
    private final String method;
    private final String address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String boundary = "yiwang" + UUID.randomUUID();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private byte[] body = new byte[0];

    ApiRequest(HttpClient client, String method, String address, boolean resends) {
        this.client = client;
        this.resends = resends;
        this.method = method;
        this.address = address;
    }

    public ApiRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends this Idempotency-Key; null sends none. */
    public ApiRequest key(String key) {
        if (key == null) {
            headers.remove("Idempotency-Key");
            return this;
        }
        return header("Idempotency-Key", key);
    }

    /** The version that was seen; quoted as the header wants it. */
    public ApiRequest ifMatch(String version) {
        return header("If-Match", version.startsWith("\"") ? version : "\"" + version + "\"");
    }

    /** A map, a node or a bean; a String is sent as it stands. */
    public ApiRequest json(Object value) {
        try {
            String text = value instanceof String string ? string : Api.JSON.writeValueAsString(value);
            body = text.getBytes(StandardCharsets.UTF_8);
            return header("Content-Type", "application/json");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public ApiRequest body(String contentType, byte[] bytes) {
        body = bytes;
        return header("Content-Type", contentType);
    }

    /** A file of a multipart form; call it again for another part. */
    public ApiRequest file(String field, String fileName, String contentType, byte[] bytes) {
        return part("name=\"" + field + "\"; filename=\"" + fileName + "\"", contentType, bytes);
    }

    /** A plain field of a multipart form. */
    public ApiRequest field(String name, String value) {
        return part("name=\"" + name + "\"", "text/plain; charset=UTF-8", value.getBytes(StandardCharsets.UTF_8));
    }

    public Reply send() {
        byte[] sent = parts.size() == 0 ? body : multipart();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(sent));
        headers.forEach(request::header);
        return resends ? untilAnswered(request.build()) : once(request.build());
    }

    private Reply once(HttpRequest request) {
        try {
            return new Reply(method + " " + address, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + address + " interrupted", e);
        }
    }

    private Reply untilAnswered(HttpRequest request) {
        return Await.value(method + " " + address + " is answered", () -> answer(request));
    }

    private Optional<Reply> answer(HttpRequest request) {
        try {
            Reply reply =
                    new Reply(method + " " + address, client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
            return NO_ANSWER.contains(reply.status()) ? Optional.empty() : Optional.of(reply);
        } catch (IOException nobodyThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + address + " interrupted", e);
        }
    }

    private ApiRequest part(String disposition, String contentType, byte[] bytes) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + contentType + "\r\n\r\n";
        parts.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(bytes);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private byte[] multipart() {
        parts.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        header("Content-Type", "multipart/form-data; boundary=" + boundary);
        return parts.toByteArray();
    }
}
