package org.yiwang.web.supervision;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.RunOutbox;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.SecurityLog;

/**
 * 处理一条未送达消息: one row of the list, named by its id and not by its place, which another officer may have changed
 * meanwhile. A refusal shows on the same page.
 */
abstract class OutboxServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String OVERVIEW = "/supervision/overview";

    @Inject
    transient RunOutbox runOutbox;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Page page;

    /** Does what is to be done about the message; answers how the page names it. */
    abstract String treat(Actor actor, long message, HttpServletRequest request);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + OVERVIEW);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            String done = treat(current.signedIn(), id(request), request);
            runOutbox.nudge();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + OVERVIEW + "?" + done + "=1");
        } catch (Refusal refusal) {
            SecurityLog.refused(request, current.actor(), refusal.kind().status(), refusal.code());
            page.trouble("", refusal.getMessage());
            response.setStatus(refusal.kind().status());
            request.getRequestDispatcher(OVERVIEW + ".xhtml").forward(request, response);
        }
    }

    private static long id(HttpServletRequest request) {
        String id = request.getParameter("id");
        if (id == null || !id.matches("\\d{1,18}")) {
            throw Refusal.notFound("这条消息");
        }
        return Long.parseLong(id);
    }
}
