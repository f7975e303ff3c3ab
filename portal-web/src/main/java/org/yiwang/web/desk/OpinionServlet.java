package org.yiwang.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.component.Words;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.review.KeepOpinion;

/**
 * 意见自动保存: takes what stands in an opinion's form while the officer is still writing ({@code POST /desk/opinion}) and
 * answers when it was kept. What a form sends besides (keys, files, the password) is not looked at.
 */
@WebServlet(name = "desk-opinion", urlPatterns = "/desk/opinion")
public class OpinionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Set<String> KEPT = Set.of(
            "opinion",
            "text",
            "decision",
            "reason",
            "legalBasis",
            "withStaffNo",
            "checkedAt",
            "place",
            "findings",
            "passed");

    @Inject
    transient CurrentActor current;

    @Inject
    transient KeepOpinion keepOpinion;

    @Inject
    transient Words words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            Instant at =
                    keepOpinion.keep(current.actor(), number(request), work(request), action(request), typed(request));
            response.getWriter().write(words.moment(at));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            response.getWriter().write(refusal.getMessage());
        }
    }

    private static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if ((KEPT.contains(name) || name.startsWith("answers.")) && !values[0].isBlank()) {
                typed.put(name, values[0]);
            }
        });
        return typed;
    }

    private static CaseNo number(HttpServletRequest request) {
        return CaseNo.parse(request.getParameter("no")).orElseThrow(() -> Refusal.notFound("这个办件"));
    }

    private static UUID work(HttpServletRequest request) {
        return Uuids.parse(request.getParameter("work"), "这项待办");
    }

    private static CaseAction action(HttpServletRequest request) {
        return Stream.of(CaseAction.values())
                .filter(action -> action.name().equals(request.getParameter("act")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这个动作"));
    }
}
