package org.yiwang.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A program that calls the API ({@code /api/v1}): who it is (a token or nobody), and the requests it makes. Every POST gets
 * a fresh Idempotency-Key unless the test gives one.
 *
 * <pre>{@code
 * Api citizen = api.signIn("wang", "…");
 * String draft = citizen.post("/drafts", Map.of("itemCode", "elder-allowance")).expect(201).text("/id");
 * citizen.put("/drafts/" + draft + "/answers").ifMatch("1").json(Map.of("reason", "…")).send().expect(200);
 * api.get("/cases/" + other).problem(404, "NOT_FOUND");
 * }</pre>
 */
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final String base;
    private final String token;
    private final boolean resends;

    private Api(HttpClient client, String base, String token, boolean resends) {
        this.client = client;
        this.base = base;
        this.token = token;
        this.resends = resends;
    }

    public static Api at(String url) {
        return new Api(client().build(), url, null, false);
    }

    /** Over TLS with a certificate that the test itself has made. */
    public static Api trusting(String url) {
        return new Api(client().sslContext(AnyCertificate.context()).build(), url, null, false);
    }

    private static HttpClient.Builder client() {
        // The application server loses bodies of some size that come with an upgrade to cleartext HTTP/2.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    /** The same client as this person; his token goes with each request. */
    public Api signIn(String account, String password) {
        Reply reply = post("/tokens", Map.of("account", account, "password", password));
        return withToken(reply.expect(200, 201).text("/token"));
    }

    public Api withToken(String other) {
        return new Api(client, base, other, resends);
    }

    public Api asNobody() {
        return withToken(null);
    }

    /** The same client, which sends a request that got no answer again as it was, with the same key, until it gets one. */
    public Api resending() {
        return new Api(client, base, token, true);
    }

    public String token() {
        return token;
    }

    /** Where the server is, without a path. */
    public String server() {
        return base;
    }

    public Reply get(String path) {
        return request("GET", path).send();
    }

    public Reply post(String path, Object body) {
        return post(path).json(body).send();
    }

    public ApiRequest post(String path) {
        return request("POST", path).key(UUID.randomUUID().toString());
    }

    public ApiRequest put(String path) {
        return request("PUT", path);
    }

    public Reply delete(String path) {
        return request("DELETE", path).send();
    }

    /** A path begins with a slash and is below {@code /api/v1}; one that begins with two is taken from the root. */
    public ApiRequest request(String method, String path) {
        String address = path.startsWith("//") ? base + path.substring(1) : base + "/api/v1" + path;
        ApiRequest request = new ApiRequest(client, method, address, resends);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** A JSON object of names and values in turn; values may be nodes, maps, lists. */
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], JSON.<JsonNode>valueToTree(namesAndValues[i + 1]));
        }
        return object;
    }

    /** JSON as one reads it best, in a text block. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
