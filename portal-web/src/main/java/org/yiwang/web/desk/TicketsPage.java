package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.rating.ReadTickets;

/** 差评处置: the tickets of one's department, or all for supervisors; soonest due first. */
@Named("ticketsPage")
@RequestScoped
public class TicketsPage {

    private static final int SIZE = 20;

    @Inject
    ReadTickets tickets;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private ReadTickets.Page found;

    private ReadTickets.Page found() {
        if (found == null) {
            try {
                found = tickets.list(current.actor(), isEnded(), request.getParameter("after"), SIZE);
            } catch (Refusal refusal) {
                page.trouble(refusal);
                found = new ReadTickets.Page(List.of(), null);
            }
        }
        return found;
    }

    public boolean isEnded() {
        return "ended".equals(request.getParameter("tab"));
    }

    public List<ReadTickets.Line> getLines() {
        return found().items();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        String next = found().next();
        return next == null
                ? null
                : request.getContextPath() + "/desk/ratings?tab=" + (isEnded() ? "ended" : "open") + "&after="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
