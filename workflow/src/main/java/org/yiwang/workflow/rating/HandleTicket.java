package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.WorkCalendar;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.rating.internal.Ratings;
import org.yiwang.workflow.rating.internal.Tickets;

/**
 * 处置差评: one step of a ticket by the department that handled it or by a supervisor. Whoever had a hand in the case does
 * not find in his own favour, decide on the appeal or call the rater back (谁办理谁负责, 四眼).
 */
@ApplicationScoped
public class HandleTicket {

    @Inject
    Tickets tickets;

    @Inject
    Ratings ratings;

    @Inject
    ReadTickets read;

    @Inject
    Membership membership;

    @Inject
    TellOfficers tell;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /**
     * 一步处置.
     *
     * @param seenVersion version of the ticket the actor looked at
     * @param finding for VERIFY
     * @param complex for RECTIFY: hard to put right, entered in the ledger, fifteen workdays instead of five
     * @param uphold for REVIEW: the appeal is right and the grade does not count
     * @param reached for CALL_BACK: whether the rater could be reached
     * @param text what was found, planned, done, told or decided
     */
    public record Step(
            TicketAction action,
            long seenVersion,
            Finding finding,
            Boolean complex,
            Boolean uphold,
            Boolean reached,
            String text) {}

    @Transactional
    public ReadTickets.View perform(Actor actor, UUID id, Step step) {
        BadRatingTicket ticket = tickets.lock(id, true).orElseThrow(() -> Refusal.notFound("这张差评工单"));
        TicketRules.Side side = side(actor, ticket);
        if (step.action() == null) {
            throw Refusal.invalid("action", "REQUIRED", "请指明办理哪一步（action）。");
        }
        ticket.require(step.action(), side);
        if (step.seenVersion() != ticket.version()) {
            throw Refusal.conflict("STALE", "差评工单在您查看之后已有变化，请刷新页面后再操作。");
        }
        ObjectNode words = words(step);
        fourEyes(actor, ticket, step);
        TicketState from = ticket.state();
        apply(ticket, step, clock.instant());
        keep(ticket, step.action(), from, actor.key(), words);
        return read.view(actor, ticket);
    }

    /** Writes the step, tells whom it concerns and keeps the ticket. */
    void keep(BadRatingTicket ticket, TicketAction action, TicketState from, String actor, ObjectNode words) {
        Ratings.Row rating = ratings.find(ticket.ratingId()).orElseThrow();
        if (ticket.state() == TicketState.EXCLUDED) {
            ratings.exclude(rating.id());
        }
        tickets.record(ticket, rating.keyId(), action, from, actor, words, clock.instant());
        tickets.save(ticket);
        tell(ticket);
    }

    private TicketRules.Side side(Actor actor, BadRatingTicket ticket) {
        if (membership.belongs(actor, ticket.department())) {
            return TicketRules.Side.DEPARTMENT;
        }
        if (actor.officer() && actor.is(Role.SUPERVISOR)) {
            return TicketRules.Side.SUPERVISOR;
        }
        throw Refusal.notFound("这张差评工单");
    }

    private void fourEyes(Actor actor, BadRatingTicket ticket, Step step) {
        boolean guarded =
                switch (step.action()) {
                    case VERIFY -> step.finding().inOwnFavour();
                    case REVIEW, CALL_BACK -> true;
                    default -> false;
                };
        if (guarded && tickets.handled(ticket, actor.key(), actor.id())) {
            throw Refusal.forbidden(
                    "您办理过这个办件，不能由您认定或复核对它的差评，请由其他人员" + step.action().text() + "。");
        }
        if (step.action() == TicketAction.REVIEW && tickets.did(ticket.id(), actor.key(), TicketAction.VERIFY)) {
            throw Refusal.forbidden("这项申诉由您提出，应当由其他监督人员复核。");
        }
    }

    private static ObjectNode words(Step step) {
        Words words = new Words();
        switch (step.action()) {
            case VERIFY -> {
                words.required("text", "核实情况", step.text());
                need(words, step.finding(), "finding", "核实结论");
            }
            case RECTIFY -> {
                words.required("text", "整改措施", step.text());
                need(words, step.complex(), "complex", "是否复杂（须报台账）");
            }
            case FEED_BACK -> words.required("text", "整改情况和答复", step.text());
            case REVIEW -> {
                words.required("text", "复核意见", step.text());
                need(words, step.uphold(), "uphold", "复核结论");
            }
            case CALL_BACK -> {
                words.required("text", "回访情况", step.text());
                need(words, step.reached(), "reached", "是否联系到评价人");
            }
            default -> words.optional("text", "说明", step.text());
        }
        ObjectNode said = words.checked();
        if (step.finding() != null) {
            said.put("finding", step.finding().name());
        }
        if (step.reached() != null) {
            said.put("reached", step.reached());
        }
        return said;
    }

    private static void need(Words words, Object value, String field, String label) {
        if (value == null) {
            words.problem(field, "REQUIRED", "请选择“" + label + "”。");
        }
    }

    private void apply(BadRatingTicket ticket, Step step, Instant now) {
        WorkCalendar calendar = calendars.of(Region.CITY);
        switch (step.action()) {
            case TAKE_UP -> ticket.takeUp(now, calendar);
            case VERIFY -> ticket.verify(step.finding(), now, calendar);
            case RECTIFY -> ticket.rectify(step.complex(), now, calendar);
            case FEED_BACK -> ticket.feedBack(now, calendar);
            case REVIEW -> ticket.review(step.uphold(), now, calendar);
            case CALL_BACK -> ticket.callBack(now, calendar);
            case CLOSE -> ticket.close(TicketAction.CLOSE, now, calendar);
            case ASSIGN, RE_RATE -> throw new IllegalStateException(step.action() + " is nobody's step here");
        }
    }

    private void tell(BadRatingTicket ticket) {
        List<String> whom = new ArrayList<>();
        String topic = null;
        switch (ticket.state()) {
            case APPEAL -> {
                topic = "rating.ticket.appeal";
                whom.addAll(tell.supervisors());
            }
            case VALID, EXCLUDED -> {
                topic = "rating.ticket.found";
                whom.addAll(tell.department(ticket.department()));
            }
            case REVISIT -> {
                topic = "rating.ticket.reRate";
                ratings.applicantOf(ticket.caseId()).ifPresent(party -> whom.add("party:" + party));
            }
            default -> {
                // The others concern those who have it on their list already.
            }
        }
        if (topic != null) {
            ObjectNode params = JsonNodeFactory.instance
                    .objectNode()
                    .put("state", ticket.state().text());
            if (ticket.dueOn() != null) {
                params.put("dueOn", ticket.dueOn().toString());
            }
            tell.tell(
                    "ticket:" + ticket.id() + ":" + ticket.row().steps(),
                    whom,
                    new TellOfficers.About(topic, ticket.caseNo(), ticket.itemName(), params));
        }
    }
}
