package org.yiwang.test.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.OnServer;

/** The session of pages: a cookie that scripts and other sites cannot use, and that opens no API. */
@OnServer
class PageSessionIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"yw-csrf\" value=\"([^\"]+)\"");
    private static final String SIGN_IN = "login=chenjing&password=yiwang-demo-2026";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites(Api api) throws Exception {
        String cookie = sessionCookie(signIn(api));

        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Lax"), cookie);
        assertFalse(cookie.contains("Max-Age="), cookie);
    }

    @Test
    void theCookieOpensPagesButNotTheApi(Api api) throws Exception {
        String cookie = sessionCookie(signIn(api)).split(";")[0];

        assertEquals(200, get(api, "/my/cases", cookie).statusCode());
        assertEquals(401, get(api, "/api/v1/cases", cookie).statusCode());
    }

    @Test
    void aFormWithoutTheSessionsTokenIsTurnedAwayAndOneWithItIsTaken(Api api) throws Exception {
        String cookie = sessionCookie(signIn(api)).split(";")[0];
        Matcher token = TOKEN.matcher(get(api, "/my/cases", cookie).body());
        assertTrue(token.find(), "the page has no form token");

        assertEquals(403, post(api, "/sign-out", cookie, "").statusCode());
        assertEquals(403, post(api, "/sign-out", cookie, "yw-csrf=made-up").statusCode());
        assertEquals(200, get(api, "/my/cases", cookie).statusCode());
        assertEquals(
                303, post(api, "/sign-out", cookie, "yw-csrf=" + token.group(1)).statusCode());
    }

    @Test
    void signingOutEndsTheTokenItself(Api api) throws Exception {
        String cookie = sessionCookie(signIn(api)).split(";")[0];
        Matcher token = TOKEN.matcher(get(api, "/my/cases", cookie).body());
        assertTrue(token.find());
        post(api, "/sign-out", cookie, "yw-csrf=" + token.group(1));

        assertEquals(303, get(api, "/my/cases", cookie).statusCode(), "a copy of the cookie must be worth nothing");
    }

    private HttpResponse<String> signIn(Api api) throws IOException, InterruptedException {
        return post(api, "/sign-in", null, SIGN_IN);
    }

    private static String sessionCookie(HttpResponse<String> reply) {
        List<String> cookies = reply.headers().allValues("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith("yw-session="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.statusCode() + " without session cookie: " + cookies));
    }

    private HttpResponse<String> get(Api api, String path, String cookie) throws IOException, InterruptedException {
        return send(request(api, path, cookie).GET());
    }

    private HttpResponse<String> post(Api api, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return send(request(api, path, cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(Api api, String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.server() + path));
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
