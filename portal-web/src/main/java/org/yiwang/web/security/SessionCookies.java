package org.yiwang.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.forms.identity.ReSignIn;
import org.yiwang.forms.identity.SignOut;
import org.yiwang.forms.identity.SignedIn;

/**
 * 会话凭证: keeps a page visitor's token in a cookie that scripts cannot read and other sites cannot send. The token lies
 * hashed in the database, so it holds on every node; the signed remember cookie brings the visitor back when the token
 * has run out.
 */
@RequestScoped
public class SessionCookies {

    static final String SESSION = "yw-session";
    static final String REMEMBER = "yw-remember";

    private static final Duration REMEMBERED = Duration.ofHours(12);

    @Inject
    CurrentActor current;

    @Inject
    ReSignIn reSignIn;

    @Inject
    SignOut signOut;

    /** After sign-in: hands out the cookies and makes the visitor the current actor of this request. */
    public void open(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            // What was known before the sign-in must not be of use after it.
            request.changeSessionId();
        }
        set(response, SESSION, signedIn.token(), -1, request.isSecure());
        signedIn.remember()
                .ifPresent(value -> set(response, REMEMBER, value, (int) REMEMBERED.toSeconds(), request.isSecure()));
        current.become(signedIn.actor(), signedIn.token());
    }

    /** Signs out: the token is revoked, not only forgotten by this browser. */
    public void close(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(signOut::signOut);
        forget(request, response);
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
    }

    /** Signs a visitor in again whose token has gone but whose remember cookie still holds. */
    void again(HttpServletRequest request, HttpServletResponse response) {
        value(request, REMEMBER).ifPresent(remembered -> {
            Optional<SignedIn> signedIn = reSignIn.again(remembered);
            signedIn.ifPresentOrElse(fresh -> open(fresh, request, response), () -> forget(request, response));
        });
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        set(response, SESSION, "", 0, request.isSecure());
        set(response, REMEMBER, "", 0, request.isSecure());
    }

    static Optional<String> token(HttpServletRequest request) {
        return value(request, SESSION);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name)
                                && !cookie.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void set(HttpServletResponse response, String name, String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
