package org.yiwang.test.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;
import org.yiwang.test.Reply;

/** Calls that are wrong before any rule of the trade is asked: each gets a problem that says what to do. */
@OnServer
class BadCallsIT {

    @Test
    void malformedJsonIsSaidWithItsPlace(Api api) {
        for (String body : List.of("{", "hello", "{\"account\":}", "{\"account\":\"a\",}")) {
            Reply reply = api.post("/tokens").json(body).send().problem(400, "MALFORMED_JSON");
            assertTrue(reply.text("/detail").contains("行"), reply::toString);
        }
    }

    @Test
    void bytesThatAreNoUtf8AreRefused(Api api) {
        byte[] body = {'{', '"', 'a', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};

        api.post("/tokens").body("application/json", body).send().problem(400, "MALFORMED_JSON");
    }

    @Test
    void anEmptyBodyIsRefused(Api api) {
        api.post("/tokens").body("application/json", new byte[0]).send().problem(400, "BODY_REQUIRED");
    }

    @Test
    void anUnknownFieldIsNamed(Api api) {
        api.post("/tokens", Map.of("account", "a", "password", "b", "pasword", "c"))
                .problem(422, "INVALID")
                .error("pasword", "UNKNOWN_FIELD");
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed(Api api) {
        api.post("/tokens", Map.of("account", List.of("a"), "password", "b"))
                .problem(422, "INVALID")
                .error("account", "WRONG_TYPE");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce(Api api) {
        api.post("/tokens", Map.of())
                .problem(422, "INVALID")
                .error("account", "REQUIRED")
                .error("password", "REQUIRED");
    }

    @Test
    void otherContentTypesAreRefused(Api api) {
        api.post("/tokens")
                .body("text/plain", "account=a".getBytes(StandardCharsets.UTF_8))
                .send()
                .problem(415, "UNSUPPORTED_MEDIA_TYPE");
        api.request("GET", "/items").header("Accept", "text/html").send().problem(406, "NOT_ACCEPTABLE");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatFit(Api api) {
        Reply reply = api.delete("/items").problem(405, "METHOD_NOT_ALLOWED");

        assertTrue(reply.header("Allow").orElse("").contains("GET"), reply::toString);
    }

    @Test
    void aBodyBeyondAllMeasureIsRefused(Api api) {
        api.post("/tokens")
                .json("{\"account\":\"" + "a".repeat(1_100_000) + "\"}")
                .send()
                .problem(413, "TOO_LARGE");
    }

    @Test
    void nestingThatCouldExhaustTheServerIsRefused(Api api) {
        api.post("/tokens")
                .json("{\"account\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .send()
                .expect(400, 422);
    }

    @Test
    void pathsThatAreNoneOfOursAreProblemsToo(Api api) {
        api.get("/nothing").problem(404, "NOT_FOUND");
        api.get("//api/v2/items").problem(404, "NOT_FOUND");
        api.get("//api").problem(404, "NOT_FOUND");
    }

    @Test
    void withoutATokenOnlyTheOpenResourcesAnswer(Api api) {
        for (String path : List.of("/cases", "/work-items", "/drafts/00000000-0000-4000-8000-000000000000")) {
            Reply reply = api.get(path).problem(401, "UNAUTHENTICATED");
            assertTrue(reply.header("WWW-Authenticate").orElse("").startsWith("Bearer"), reply::toString);
        }
        api.post("/drafts", Map.of("itemCode", "elder-allowance")).problem(401, "UNAUTHENTICATED");
        api.withToken("never-given").get("/cases").problem(401, "UNAUTHENTICATED");
        api.get("/items").expect(200);
    }

    @Test
    void theTraceIdIsOursAndStandsInHeaderAndProblem(Api api) {
        Reply reply =
                api.request("GET", "/nothing").header("X-Trace-Id", "FORGED").send();

        assertNotEquals("FORGED", reply.text("/traceId"));
        assertEquals(reply.header("X-Trace-Id").orElseThrow(), reply.text("/traceId"));
    }

    @Test
    void answersForProgramsAreNeitherKeptNorShown(Api api) {
        // The catalogue is everybody's and may be kept for a moment: SharedAnswersIT.
        Reply reply = api.get("/work-items");

        assertEquals("no-store", reply.header("Cache-Control").orElse(""));
        assertEquals("nosniff", reply.header("X-Content-Type-Options").orElse(""));
        assertTrue(reply.header("Content-Security-Policy").orElse("").contains("default-src 'none'"));
        assertTrue(reply.header("Set-Cookie").isEmpty());
    }

    @Test
    void publicPagesCarryOneStaticPolicy(Api api) {
        Reply reply = api.get("//");

        String policy = reply.header("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self'"), policy);
        assertFalse(policy.contains("nonce") || policy.contains("unsafe"), policy);
    }

    @Test
    void aFormOfAnotherSiteIsTurnedAway(Api api) {
        api.request("POST", "//sign-in")
                .header("Origin", "https://evil.example")
                .body("application/x-www-form-urlencoded", "account=a&password=b".getBytes(StandardCharsets.UTF_8))
                .send()
                .expect(403);
    }

    @Test
    void theServersNumbersAreHiddenFromThoseWhoComeThroughAProxy(Api api) {
        String numbers = api.get("//metrics").expect(200).body();
        for (String name :
                List.of("outbox_age_seconds", "outbox_dead_rows", "clock_lag_seconds", "pool_wait_seconds")) {
            assertTrue(numbers.contains("yiwang_" + name), name);
        }
        api.request("GET", "//metrics")
                .header("X-Forwarded-For", "203.0.113.9")
                .send()
                .expect(404);
    }

    @Test
    void theDescriptionIsServed(Api api) {
        assertEquals("3.0.3", api.get("/openapi.json").expect(200).text("/openapi"));
        assertTrue(api.get("//openapi").expect(200).body().contains("/cases/{caseNo}/actions"));
    }

    @Test
    void datesAreIsoTextInAnswersToo(Api api) {
        Reply reply = api.put("/clock")
                .json(Map.of("now", "2000-01-01T00:00:00Z"))
                .send()
                .problem(422, "CLOCK_BACKWARD");

        assertTrue(reply.text("/detail").matches(".*\\d{4}-\\d{2}-\\d{2}T.*"), reply::toString);
        String instant = api.signIn("chenjing", "yiwang-demo-2026")
                .post("/drafts", Map.of("itemCode", "cross-medical"))
                .text("/savedAt");
        assertTrue(instant.matches("\\d{4}-\\d{2}-\\d{2}T.*Z"), instant);
    }

    @Test
    void refusesSignInWithOneSentenceWhateverWasWrong(Api api) {
        api.post("/tokens", Map.of("account", "nobody", "password", "x")).problem(401, "SIGN_IN_FAILED");
        api.post("/tokens", Map.of("account", "' OR 1=1 --", "password", "x".repeat(5000)))
                .problem(401, "SIGN_IN_FAILED");
    }
}
