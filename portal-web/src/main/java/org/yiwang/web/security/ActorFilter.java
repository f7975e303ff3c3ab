package org.yiwang.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.identity.ResolveToken;
import org.yiwang.forms.identity.Role;

/**
 * 身份过滤器: finds out who asks. Programs bring a bearer token and pages a cookie, never the other way round: a browser
 * sends cookies by itself, so a cookie must not open the API, where no form token is asked for. A credential that no
 * longer holds is the same as none.
 */
public class ActorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final String BEARER = "Bearer ";

    @Inject
    transient CurrentActor current;

    @Inject
    transient ResolveToken tokens;

    @Inject
    transient SessionCookies cookies;

    @Inject
    transient KioskDoor kiosk;

    @Inject
    transient Csrf csrf;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Area.of(request) == Area.API) {
            bearer(request).ifPresent(this::resolveOrSayLater);
            if (hidden(request)) {
                SecurityLog.refused(request, current.actor(), HttpServletResponse.SC_FORBIDDEN, "METRICS");
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
        } else if (!Area.path(request).startsWith("/resources/") && !page(request, response)) {
            return;
        }
        chain.doFilter(request, response);
    }

    /** The numbers of the server are for the machine itself and for administrators; a proxy's caller is neither. */
    private boolean hidden(HttpServletRequest request) {
        String path = Area.path(request);
        if (!path.equals("/metrics") && !path.startsWith("/metrics/")) {
            return false;
        }
        boolean local = LOOPBACK.contains(request.getRemoteAddr()) && request.getHeader("X-Forwarded-For") == null;
        return !local && !current.actor().is(Role.ADMIN);
    }

    private boolean page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Area.of(request) == Area.KIOSK) {
            if (!kiosk.enter(request, response)) {
                return false;
            }
        } else {
            SessionCookies.token(request).ifPresent(this::resolve);
            if (!current.isSignedIn()) {
                cookies.again(request, response);
            }
        }
        if (changes(request.getMethod()) && !fits(request)) {
            SecurityLog.refused(request, current.actor(), HttpServletResponse.SC_FORBIDDEN, "CSRF");
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "页面已过期，请返回上一页刷新后重试。");
            return false;
        }
        return true;
    }

    private boolean fits(HttpServletRequest request) {
        return KioskDoor.ends(request) ? Csrf.sameOrigin(request) : csrf.fits(request);
    }

    private void resolve(String token) {
        tokens.resolve(token).ifPresent(actor -> current.become(actor, token));
    }

    /** Programs want a problem, not an error page: what goes wrong here is said when somebody asks who it is. */
    private void resolveOrSayLater(String token) {
        try {
            resolve(token);
        } catch (RuntimeException failure) {
            current.unknownBecauseOf(failure);
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).trim())
                : Optional.empty();
    }

    private static boolean changes(String method) {
        return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
    }
}
