package org.yiwang.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.forms.catalogue.search.KeepWords;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.web.security.SecurityLog;

/** 维护搜索用词: one word at a time. A refusal shows on the same page with what was sent. */
@WebServlet(name = "keep-words", urlPatterns = "/admin/words/keep")
public class KeepWordsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/admin/words";

    @Inject
    transient KeepWords words;

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
            String done = keep(current.signedIn(), request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + done);
        } catch (Refusal refusal) {
            SecurityLog.refused(request, current.actor(), refusal.kind().status(), refusal.code());
            say(refusal);
            response.setStatus(refusal.kind().status());
            request.getRequestDispatcher(PAGE + ".xhtml").forward(request, response);
        }
    }

    private String keep(Actor actor, HttpServletRequest request) {
        String word = request.getParameter("word");
        switch (String.valueOf(request.getParameter("what"))) {
            case "remove" -> {
                words.remove(actor, word);
                return "remove";
            }
            case "forget" -> {
                words.forget(actor, word);
                return "forget";
            }
            default -> {
                words.put(actor, word, items(request));
                return "put";
            }
        }
    }

    private static List<String> items(HttpServletRequest request) {
        String[] sent = request.getParameterValues("items");
        return sent == null
                ? List.of()
                : Stream.of(sent)
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    private void say(Refusal refusal) {
        if (refusal.problems().isEmpty()) {
            page.trouble("word", refusal.getMessage());
        }
        for (Problem problem : refusal.problems()) {
            page.trouble(problem.path(), problem.message());
        }
    }
}
