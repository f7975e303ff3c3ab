package org.yiwang.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.ResolveToken;
import org.yiwang.forms.identity.SignOut;
import org.yiwang.forms.identity.SignedIn;
import org.yiwang.forms.platform.TraceId;

/**
 * 自助终端入口: two cookies, that of the device, which stays, and that of the person before it, which goes with him. On
 * the kiosk's pages no other credential counts, and these two count nowhere else.
 */
@RequestScoped
public class KioskDoor {

    private static final Logger LOG = LoggerFactory.getLogger("org.yiwang.security");

    static final String DEVICE = "yw-kiosk";
    static final String PERSON = "yw-kiosk-person";

    /** Where the next person begins; {@code said} names what to tell him. */
    private static final String START = "/kiosk";

    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    @Inject
    CurrentActor current;

    @Inject
    ResolveToken tokens;

    @Inject
    SignOut signOut;

    private Actor device;

    /** The kiosk that asks; empty when this browser has not been set up as one. */
    public Optional<Actor> device() {
        return Optional.ofNullable(device);
    }

    /** Finds out who stands there; false when the answer has been given: his session had ended. */
    boolean enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        value(request, DEVICE).ifPresent(this::resolveDevice);
        Optional<String> person = value(request, PERSON);
        if (person.isEmpty()) {
            return true;
        }
        Optional<Actor> actor =
                device == null ? Optional.empty() : person.flatMap(token -> tokens.atKiosk(token, device));
        if (actor.isPresent()) {
            current.become(actor.get(), person.get());
            return true;
        }
        set(request, response, PERSON, "", 0);
        String path = Area.path(request);
        if (path.endsWith(START) || ends(request)) {
            return true;
        }
        wipe(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + START + "?said=idle");
        return false;
    }

    private void resolveDevice(String token) {
        tokens.resolve(token).filter(actor -> actor.kind() == Actor.Kind.KIOSK).ifPresent(actor -> {
            device = actor;
            current.become(actor, token);
        });
    }

    /** Ending is never refused for a form that has become old; nobody loses anything by it. */
    static boolean ends(HttpServletRequest request) {
        return Area.path(request).endsWith("/kiosk/end");
    }

    /** This browser is a kiosk from now on. */
    public void setUp(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        device = signedIn.actor();
        current.become(signedIn.actor(), signedIn.token());
        set(request, response, DEVICE, signedIn.token(), YEAR);
        LOG.info("kiosk set up device={} trace={}", signedIn.actor().key(), TraceId.current());
    }

    /** Somebody has laid his card on the reader. */
    public void open(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, PERSON, person.token(), -1);
        current.become(person.actor(), person.token());
    }

    /** He has gone: his token is worth nothing any more, and the browser forgets what it has seen. */
    public void close(String why, HttpServletRequest request, HttpServletResponse response) {
        value(request, PERSON).ifPresent(token -> {
            signOut.signOut(token);
            LOG.info(
                    "kiosk session ended device={} reason={} trace={}",
                    device == null ? "" : device.key(),
                    why,
                    TraceId.current());
        });
        set(request, response, PERSON, "", 0);
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        wipe(response);
    }

    /** Not the cookies: that of the device has to stay, and that of the person is taken back by itself. */
    private static void wipe(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setHeader("Cache-Control", "no-store");
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

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
