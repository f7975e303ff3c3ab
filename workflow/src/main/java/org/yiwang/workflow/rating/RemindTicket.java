package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.rating.internal.Tickets;

/** 差评时限提醒: tells those who have the ticket when its stage is nearly over and when it is; closes what waited for the rater. */
@ApplicationScoped
public class RemindTicket {

    @Inject
    Tickets tickets;

    @Inject
    HandleTicket handle;

    @Inject
    TellOfficers tell;

    @Inject
    Calendars calendars;

    /** One threshold of one ticket; false when another node has it or somebody was faster. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean due(UUID id, Instant now, boolean wait) {
        Optional<BadRatingTicket> found = tickets.lock(id, wait);
        Optional<BadRatingTicket.Passed> passed = found.flatMap(ticket -> ticket.passed(now));
        if (passed.isEmpty()) {
            return false;
        }
        BadRatingTicket ticket = found.get();
        if (ticket.state() == TicketState.REVISIT) {
            TicketState from = ticket.state();
            ticket.close(TicketAction.CLOSE, now, calendars.of(Region.CITY));
            ObjectNode why = JsonNodeFactory.instance.objectNode().put("text", "评价人未在期限内追评。");
            handle.keep(ticket, TicketAction.CLOSE, from, "system:0", why);
            return true;
        }
        tickets.save(ticket);
        remind(ticket, passed.get());
        return true;
    }

    private void remind(BadRatingTicket ticket, BadRatingTicket.Passed passed) {
        boolean due = passed == BadRatingTicket.Passed.DUE;
        List<String> whom = new ArrayList<>();
        if (ticket.state() != TicketState.APPEAL) {
            whom.addAll(tell.department(ticket.department()));
        }
        if (due || ticket.state() == TicketState.APPEAL) {
            whom.addAll(tell.supervisors());
        }
        ObjectNode params = JsonNodeFactory.instance
                .objectNode()
                .put("state", ticket.state().text())
                .put("dueOn", ticket.dueOn().toString());
        tell.tell(
                "ticket:" + ticket.id() + ":" + ticket.version() + ":" + passed,
                whom,
                new TellOfficers.About(
                        due ? "rating.ticket.due" : "rating.ticket.yellow",
                        ticket.caseNo(),
                        ticket.itemName(),
                        params));
    }
}
