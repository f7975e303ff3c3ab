package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.supervision.ReadOrders;

/** 督办单: those of one's department, or all for supervisors; the newest first. */
@Named("ordersPage")
@RequestScoped
public class OrdersPage {

    private static final int SIZE = 20;
    private static final Map<String, String> CLOCKS = Map.of(
            "ACCEPT", "受理时限",
            "LEGAL", "法定时限",
            "PROMISE", "承诺时限",
            "STEP", "环节时限",
            "DELIVER", "送达时限");

    @Inject
    ReadOrders orders;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    HttpServletRequest request;

    private ReadOrders.Page found;

    private ReadOrders.Page found() {
        if (found == null) {
            try {
                found = orders.list(current.actor(), isClosed(), request.getParameter("after"), SIZE);
            } catch (Refusal refusal) {
                page.trouble(refusal);
                found = new ReadOrders.Page(List.of(), null);
            }
        }
        return found;
    }

    public boolean isClosed() {
        return "closed".equals(request.getParameter("tab"));
    }

    public boolean isSupervisor() {
        return current.actor().is(Role.SUPERVISOR);
    }

    public List<ReadOrders.Line> getLines() {
        return found().items();
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        String next = found().next();
        return next == null
                ? null
                : request.getContextPath() + "/desk/orders?tab=" + (isClosed() ? "closed" : "open") + "&after="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** 因何发出. */
    public String why(String clock) {
        return clock == null || clock.isEmpty() ? "人工督办" : CLOCKS.getOrDefault(clock, clock);
    }
}
