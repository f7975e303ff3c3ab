package org.yiwang.web.window;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.delivery.ReadyToHandOut;

/** 出件: what the window has to make, to post, to hand out and to serve, and what is in the post. */
@Named("handoutPage")
@RequestScoped
public class HandoutPage {

    private static final int SIZE = 20;

    @Inject
    ReadyToHandOut ready;

    @Inject
    CurrentActor current;

    @Inject
    HttpServletRequest request;

    private ReadyToHandOut.Page found;

    private ReadyToHandOut.Page found() {
        if (found == null) {
            found = ready.list(current.actor(), task(), request.getParameter("after"), SIZE);
        }
        return found;
    }

    private ReadyToHandOut.Task task() {
        return Arrays.stream(ReadyToHandOut.Task.values())
                .filter(task -> task.name().equals(getTab()))
                .findFirst()
                .orElse(null);
    }

    /** Name of a task, MAIL for what is under way, or ALL. */
    public String getTab() {
        String tab = request.getParameter("tab");
        return tab == null || tab.isBlank() ? "ALL" : tab;
    }

    public boolean isMail() {
        return getTab().equals("MAIL");
    }

    public List<ReadyToHandOut.Task> getTasks() {
        return List.of(ReadyToHandOut.Task.values());
    }

    public List<ReadyToHandOut.Line> getLines() {
        return found().items();
    }

    public List<ReadyToHandOut.Mail> getParcels() {
        return ready.underWay(current.actor(), SIZE);
    }

    /** 下一页; null on the last. */
    public String getNextUrl() {
        return found().next() == null
                ? null
                : request.getContextPath() + "/window/handout?tab=" + (task() == null ? "ALL" : task()) + "&after="
                        + found().next();
    }
}
