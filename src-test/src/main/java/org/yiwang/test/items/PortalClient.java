package org.yiwang.test.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.yiwang.test.run.RunFailure;

/** 门户接口: what the package tools ask of a running portal. What it refuses is said problem by problem. */
final class PortalClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private String token = "";

    private PortalClient(String url) {
        this.url = url + "/api/v1";
    }

    static PortalClient signedIn(String url, String account, String password) {
        PortalClient portal = new PortalClient(url);
        JsonNode signedIn = portal.json("/tokens", Map.of("account", account, "password", password));
        portal.token = signedIn.path("token").asText();
        return portal;
    }

    /** @param spec {@code code} or {@code code@version} */
    byte[] export(String spec) {
        String[] parts = spec.split("@", 2);
        String path = "/packages/" + parts[0] + (parts.length > 1 ? "?version=" + parts[1] : "");
        return answer(asking(path).GET());
    }

    JsonNode json(String path, Map<String, ?> body) {
        try {
            return read(answer(asking(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
        } catch (IOException ours) {
            throw new IllegalStateException(ours);
        }
    }

    JsonNode send(String path, byte[] zip) {
        String border = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"package.zip\"\r\n"
                                + "Content-Type: application/zip\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(zip);
        body.writeBytes(("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return read(answer(asking(path)
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private HttpRequest.Builder asking(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LONGEST)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private byte[] answer(HttpRequest.Builder request) {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new RunFailure("门户没有应答 (no answer from " + url + "): 先执行 ./dev run, 或用 --url 说明在哪里");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailure("被中断 (interrupted)");
        }
        if (response.statusCode() >= 300) {
            throw new RunFailure(said(response));
        }
        return response.body();
    }

    private static String said(HttpResponse<byte[]> response) {
        JsonNode problem;
        try {
            problem = JSON.readTree(response.body());
        } catch (IOException noJson) {
            return "门户答 " + response.statusCode() + " (the portal answers so)";
        }
        StringBuilder text = new StringBuilder(
                problem.path("detail").asText(problem.path("title").asText("HTTP " + response.statusCode())));
        problem.path("errors").forEach(one -> text.append("\n  [错] ")
                .append(one.path("path").asText())
                .append(": ")
                .append(one.path("message").asText()));
        return text.toString();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
