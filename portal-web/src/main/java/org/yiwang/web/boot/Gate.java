package org.yiwang.web.boot;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.web.api.ApiFallback;

/**
 * 闸门 (placed by web.xml, before anybody is asked who he is): as long as the start has not come to its end only the health
 * page answers; a half-started platform must not.
 */
public class Gate implements Filter {

    private static final String SENTENCE = "系统正在启动或维护，请稍后再试。";

    @Inject
    Boot boot;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) request).getServletPath() + pathInfo((HttpServletRequest) request);
        if (boot.ready() || path.startsWith("/api/v1/health")) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Retry-After", "10");
        if (path.startsWith("/api/")) {
            ApiFallback.write(http, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "STARTING", SENTENCE);
            return;
        }
        http.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        http.setContentType("text/plain;charset=UTF-8");
        http.getWriter().write(SENTENCE + "\n");
    }

    private static String pathInfo(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }
}
