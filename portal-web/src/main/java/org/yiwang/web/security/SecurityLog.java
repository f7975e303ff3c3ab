package org.yiwang.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.TraceId;

/**
 * 安全日志: one line for each request that was turned away, under a logger of its own so that an installation can send
 * it elsewhere. It says what and who by keys: no names, no numbers of persons, no query strings, no bodies.
 */
public final class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.yiwang.security");
    private static final int LONGEST_PATH = 160;

    private SecurityLog() {}

    /** Writes down a refusal; 404 and 412 are everyday life and not written. */
    public static void refused(HttpServletRequest request, Actor actor, int status, String code) {
        if (status == 401 || status == 403 || status == 409 || status == 422 || status == 429) {
            LOG.info(
                    "refused status={} code={} actor={} channel={} {} {} trace={}",
                    status,
                    code,
                    actor.key(),
                    actor.channel(),
                    request.getMethod(),
                    path(request),
                    TraceId.current());
        }
    }

    /** The path as it came over the wire: still encoded, so that no line break can slip in. */
    private static String path(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String safe = uri.replaceAll("[^\\x21-\\x7e]", "?");
        return safe.length() <= LONGEST_PATH ? safe : safe.substring(0, LONGEST_PATH) + "…";
    }
}
