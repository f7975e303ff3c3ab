package org.yiwang.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.forms.platform.TraceId;

/**
 * 追踪号过滤器: begins a trace id for each request and names it in the answer. What the client sends under that name is
 * ignored: a trace id is ours, so nobody can write into our logs with it.
 */
public class TraceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    static final String HEADER = "X-Trace-Id";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(HEADER, TraceId.begin());
        try {
            chain.doFilter(request, response);
        } finally {
            TraceId.end();
        }
    }
}
