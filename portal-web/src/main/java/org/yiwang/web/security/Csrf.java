package org.yiwang.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * 跨站请求防护: a form of ours carries a token that follows from the session's secret, so that no other site can make
 * it up. Faces forms get it by themselves ({@link CsrfRenderKit}); hand-written forms write {@code #{csrf.name}} and
 * {@code #{csrf.token}}. Somebody who has not signed in has no session to abuse: there only the origin is checked.
 */
@Named("csrf")
@RequestScoped
public class Csrf {

    /** Name of the hidden field. */
    public static final String FIELD = "yw-csrf";

    @Inject
    CurrentActor current;

    public String getName() {
        return FIELD;
    }

    /** The token for forms of this session; empty for somebody who has not signed in. */
    public String getToken() {
        return current.isSignedIn() ? tokenOf(current.token()) : "";
    }

    /** Whether this changing request comes from a page of ours. */
    boolean fits(HttpServletRequest request) {
        if (!sameOrigin(request)) {
            return false;
        }
        if (!current.isSignedIn()) {
            return true;
        }
        // The form was made under the token that the browser sent; a visitor who has just been brought back by his
        // remember cookie has a new one by now, and must not lose what he typed.
        String madeUnder = Area.of(request) == Area.KIOSK
                ? current.token()
                : SessionCookies.token(request).orElse(current.token());
        return equal(tokenOf(madeUnder), request.getParameter(FIELD));
    }

    /** Browsers say where a form was; old ones that say nothing are left to the token. */
    static boolean sameOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || hostOf(origin).equals(request.getHeader("Host"));
    }

    private static String hostOf(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static String tokenOf(String sessionToken) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update("yiwang csrf\0".getBytes(StandardCharsets.UTF_8));
            byte[] hash = sha.digest(sessionToken.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String expected, String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
