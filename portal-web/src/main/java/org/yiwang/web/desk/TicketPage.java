package org.yiwang.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.web.component.Page;
import org.yiwang.web.component.Sent;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.rating.Finding;
import org.yiwang.workflow.rating.HandleTicket;
import org.yiwang.workflow.rating.ReadTickets;
import org.yiwang.workflow.rating.TicketAction;

/** 差评工单: what was said, what has been done, and the next step; read before the page is built. */
@Named("ticketPage")
@RequestScoped
public class TicketPage {

    private static final Map<String, String> DONE = Map.of(
            "TAKE_UP", "已签收，请尽快核实。",
            "VERIFY", "核实结论已记录。",
            "RECTIFY", "整改已开始，请在期限内反馈。",
            "FEED_BACK", "已反馈给评价人，请安排回访。",
            "REVIEW", "复核意见已记录。",
            "CALL_BACK", "回访已记录，评价人可以追评一次。",
            "CLOSE", "工单已办结。");

    @Inject
    ReadTickets tickets;

    @Inject
    HandleTicket handle;

    @Inject
    CurrentActor current;

    @Inject
    Page page;

    @Inject
    Sent sent;

    @Inject
    HttpServletRequest request;

    private ReadTickets.View view;

    /** Reads the ticket; refuses what this officer may not see as if it were not there. */
    void open(String id) {
        view = tickets.read(current.actor(), Uuids.parse(id, "这张差评工单"));
    }

    public ReadTickets.View getView() {
        return view;
    }

    /** Offered now, or just sent: what was typed stays. */
    public boolean shows(String action) {
        return view.allowedActions().contains(TicketAction.valueOf(action)) || action.equals(sent.typed("act"));
    }

    public Finding[] getFindings() {
        return Finding.values();
    }

    /** What has just been done, in words; empty when the page was simply opened. */
    public String getDone() {
        return DONE.getOrDefault(sent.typed("done"), "");
    }

    /** Does it and shows the ticket as it is then; or says at the top why not. */
    public void act(String action) throws IOException {
        try {
            handle.perform(current.actor(), view.id(), step(TicketAction.valueOf(action)));
        } catch (Refusal refusal) {
            page.trouble(refusal, path -> path.isEmpty() ? "" : action + "-" + path);
            return;
        }
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/desk/rating?id=" + view.id() + "&done=" + action);
    }

    private HandleTicket.Step step(TicketAction action) {
        long seen = sent.seen();
        Finding finding = Stream.of(Finding.values())
                .filter(value -> value.name().equals(sent.typed("finding")))
                .findFirst()
                .orElse(null);
        return new HandleTicket.Step(
                action, seen, finding, choice("complex"), choice("uphold"), choice("reached"), sent.typed("text"));
    }

    private Boolean choice(String name) {
        return sent.typed(name).isEmpty() ? null : Boolean.valueOf(sent.typed(name));
    }

    /** The message at a field, or null. */
    public String error(String action, String name) {
        return page.troubleAt(action + "-" + name);
    }
}
