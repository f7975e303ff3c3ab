package org.yiwang.web.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.SecurityLog;
import org.yiwang.workflow.clock.ImportCalendar;

/** 导入日历: the file as pasted; region and year stand in it. A refusal shows on the same page with what was sent. */
@WebServlet(name = "import-calendar", urlPatterns = "/admin/calendars/import")
public class ImportCalendarServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/admin/calendars";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient ImportCalendar importCalendar;

    @Inject
    transient CurrentActor current;

    @Inject
    transient Page page;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + PAGE);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            JsonNode file = read(request.getParameter("file"));
            boolean changed = importCalendar
                    .importYear(
                            current.signedIn(),
                            file.path("region").asText(),
                            file.path("year").asInt(),
                            file)
                    .changed();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + (changed ? "changed" : "same"));
        } catch (Refusal refusal) {
            SecurityLog.refused(request, current.actor(), refusal.kind().status(), refusal.code());
            say(refusal);
            response.setStatus(refusal.kind().status());
            request.getRequestDispatcher(PAGE + ".xhtml").forward(request, response);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text == null ? "" : text);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalid(
                    "file",
                    "FORMAT",
                    "第 " + unreadable.getLocation().getLineNr() + " 行第 "
                            + unreadable.getLocation().getColumnNr() + " 列不是有效的 JSON，请核对括号、引号和逗号。");
        }
    }

    private void say(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("file", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            String place = problem.path().equals("file") ? "" : problem.path() + "：";
            page.trouble("file", place + problem.message());
        }
    }
}
