package org.yiwang.test.smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.test.OnServer;
import org.yiwang.test.YiwangServer;

/** What holds for every page that a stranger can open. */
@OnServer
class PublicPagesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(YiwangServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/items",
                "/items/elder-allowance",
                "/progress",
                "/verify",
                "/help",
                "/accessibility",
                "/privacy",
                "/sign-in",
                "/zz/",
                "/zz/items/road-dig",
                "/en/",
                "/en/items/estate-query"
            })
    void readingBeginsNoSessionAndNamesNobody(String path, YiwangServer server) throws Exception {
        HttpResponse<String> page = send(at(server, path));
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Set-Cookie").isEmpty(), "a cookie for a reader");
        assertTrue(!page.body().contains("nonce="), "a nonce in a page that may be cached");
        assertTrue(!page.body().contains("???") && !page.body().contains("[home."), "a text without words");
    }

    @Test
    void theLanguageFollowsFromTheUrl(YiwangServer server) throws Exception {
        assertTrue(send(at(server, "/items")).body().contains("lang=\"zh-CN\""));
        assertTrue(send(at(server, "/en/items")).body().contains("lang=\"en\""));
        assertTrue(send(at(server, "/zz/items")).body().contains("class=\"elder\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/items/no-such-item", "/items/../x", "/verify/AAAA", "/en/items/NOT-A-CODE"})
    void whatIsNotThereIsSaidOnAPageOfOurs(String path, YiwangServer server) throws Exception {
        HttpResponse<String> page = send(at(server, path));
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("12345") && !page.body().contains("Payara"));
    }

    @Test
    void anErrorPageBearsTheTraceIdOfItsAnswer(YiwangServer server) throws Exception {
        HttpResponse<String> page = send(at(server, "/nothing/at/all"));
        String trace = page.headers().firstValue("X-Trace-Id").orElseThrow();
        assertTrue(Pattern.compile(">" + trace + "<").matcher(page.body()).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my/cases", "/items/elder-allowance/apply", "/apply/00000000-0000-4000-8000-000000000000"})
    void whatBelongsToSomebodyAsksWhoIsThere(String path, YiwangServer server) throws Exception {
        HttpResponse<String> page = send(at(server, path));
        assertEquals(303, page.statusCode());
        assertTrue(page.headers().firstValue("Location").orElseThrow().startsWith("/sign-in?next="));
    }

    @Test
    void viewsThemselvesAnswerNobody(YiwangServer server) throws Exception {
        assertEquals(403, send(at(server, "/public/home.xhtml")).statusCode());
    }

    @Test
    void aFormFromAnotherSiteIsRefused(YiwangServer server) throws Exception {
        HttpResponse<String> page = send(at(server, "/progress")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("caseNo=1&queryCode=2")));
        assertEquals(403, page.statusCode());
    }
}
