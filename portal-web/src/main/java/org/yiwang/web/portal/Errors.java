package org.yiwang.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.forms.platform.TraceId;

/** 出错入口: where the server sends what it could not answer (web.xml); shows the same page as a refusal does. */
@WebServlet(name = "errors", urlPatterns = "/error-page")
public class Errors extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ErrorPage errorPage;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE) == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        errorPage.prepare();
        response.setHeader("Cache-Control", "no-store");
        request.setAttribute(Portal.FORWARDED, Boolean.TRUE);
        String trace = response.getHeader("X-Trace-Id");
        if (trace != null) {
            // The filters are through with this request; the page bears the number that its log lines have.
            TraceId.resume(trace);
        }
        try {
            request.getRequestDispatcher("/public/" + errorPage.view() + ".xhtml")
                    .forward(request, response);
        } finally {
            TraceId.end();
        }
    }
}
