package org.yiwang.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * 安全响应头: what a browser may do with our answers. Public pages get one static policy, so that they can be cached;
 * desk pages carry the policy with the nonce that PrimeFaces writes, and two policies would both have to be met.
 */
public class SecurityHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String PAGE_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'";
    /** A program has nothing to run and nothing to show. */
    static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Area area = Area.of(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        switch (area) {
            case API -> {
                response.setHeader("Content-Security-Policy", API_POLICY);
                response.setHeader("Cache-Control", "no-store");
            }
            case DESK -> response.setHeader("Cache-Control", "no-store");
            case KIOSK -> {
                response.setHeader("Content-Security-Policy", PAGE_POLICY);
                response.setHeader("Cache-Control", "no-store");
            }
            case PUBLIC -> response.setHeader("Content-Security-Policy", PAGE_POLICY);
        }
        chain.doFilter(request, area == Area.PUBLIC || area == Area.KIOSK ? new OnePolicy(response) : response);
    }

    /** PrimeFaces would add its policy with a nonce to every view; a public page has no script that needs one. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase("Content-Security-Policy")) {
                super.addHeader(name, value);
            }
        }
    }
}
