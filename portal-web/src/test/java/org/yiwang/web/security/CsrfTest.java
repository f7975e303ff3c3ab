package org.yiwang.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.identity.Role;

class CsrfTest {

    private static final Actor WANG =
            new Actor(Actor.Kind.CITIZEN, 7, "王*", Set.of(Role.CITIZEN), List.of(), Channel.WEB);
    private static final Map<String, String> OURS = Map.of("Host", "yiwang.test", "Origin", "https://yiwang.test");

    @Test
    void takesAFormThatCarriesTheSessionsToken() {
        Csrf csrf = signedIn("secret");

        assertTrue(csrf.fits(request(OURS, csrf.getToken())));
    }

    @Test
    void refusesAFormWithoutTokenOrWithThatOfAnotherSession() {
        Csrf csrf = signedIn("secret");

        assertFalse(csrf.fits(request(OURS, null)));
        assertFalse(csrf.fits(request(OURS, "")));
        assertFalse(csrf.fits(request(OURS, signedIn("other").getToken())));
    }

    @Test
    void refusesAFormOfAnotherSiteEvenWithoutSession() {
        Csrf nobody = new Csrf();
        nobody.current = new CurrentActor();

        assertFalse(nobody.fits(request(Map.of("Host", "yiwang.test", "Origin", "https://evil.test"), null)));
        assertFalse(nobody.fits(request(Map.of("Host", "yiwang.test", "Origin", "null"), null)));
        assertFalse(nobody.fits(request(Map.of("Sec-Fetch-Site", "cross-site"), null)));
        assertFalse(nobody.fits(request(Map.of("Sec-Fetch-Site", "same-site"), null)));
        assertTrue(nobody.fits(request(OURS, null)));
        assertTrue(nobody.fits(request(Map.of("Sec-Fetch-Site", "same-origin"), null)));
    }

    @Test
    void atAKioskOnlyTheKiosksOwnSessionCounts() {
        Csrf person = signedIn("person");
        Cookie web = new Cookie(SessionCookies.SESSION, "somebody on the web");

        assertTrue(person.fits(request("/kiosk/cases", OURS, person.getToken(), web)));
        assertFalse(person.fits(
                request("/kiosk/cases", OURS, signedIn("somebody on the web").getToken(), web)));
    }

    @Test
    void theTokenDoesNotTellTheSessionsSecret() {
        assertNotEquals("secret", signedIn("secret").getToken());
        assertEquals(43, signedIn("secret").getToken().length());
    }

    private static Csrf signedIn(String token) {
        Csrf csrf = new Csrf();
        csrf.current = new CurrentActor();
        csrf.current.become(WANG, token);
        return csrf;
    }

    private static HttpServletRequest request(Map<String, String> headers, String field) {
        return request("/my/cases", headers, field);
    }

    private static HttpServletRequest request(String path, Map<String, String> headers, String field, Cookie... sent) {
        Cookie[] cookies = sent.length == 0 ? null : sent;
        return (HttpServletRequest) Proxy.newProxyInstance(
                CsrfTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "getHeader" -> headers.get((String) args[0]);
                        case "getParameter" -> field;
                        case "getCookies" -> cookies;
                        case "getServletPath" -> path;
                        case "getPathInfo" -> null;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
