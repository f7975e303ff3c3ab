package org.yiwang.web.component;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** 静态资源缓存: an address with the digest of its content ({@link Assets}) never changes, so a browser asks once. */
@WebFilter("/resources/*")
public class AssetCaching extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean stamped =
                request.getQueryString() != null && request.getQueryString().matches("v=[0-9a-f]{10}");
        response.setHeader("Cache-Control", stamped ? "public, max-age=31536000, immutable" : "public, max-age=300");
        chain.doFilter(request, response);
    }
}
