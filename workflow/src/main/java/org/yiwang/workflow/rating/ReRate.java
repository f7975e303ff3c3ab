package org.yiwang.workflow.rating;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Channel;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAccess;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.rating.internal.Ratings;
import org.yiwang.workflow.rating.internal.Tickets;

/** 追评: after a bad grade was put right or explained and the rater called back, he may rate once more; then it is closed. */
@ApplicationScoped
public class ReRate {

    @Inject
    CaseDesk desk;

    @Inject
    CaseAccess access;

    @Inject
    RateByLink byLink;

    @Inject
    TakeGrade take;

    @Inject
    Ratings ratings;

    @Inject
    Tickets tickets;

    @Inject
    HandleTicket handle;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** By the applicant's side; a foreign case is not there (404), not rated badly or twice is refused (409). */
    @Transactional
    public void rate(Actor actor, CaseNo no, RateCase.Grade grade) {
        OpenCase open = desk.open(actor, no);
        if (!access.applicantSide(actor, open.file())) {
            throw Refusal.forbidden("追评只能由评价人作出。");
        }
        Ratings.Row row =
                ratings.ofCase(open.file().id()).orElseThrow(() -> Refusal.conflict("NOT_RATED", "这个办件还没有评价，不能追评。"));
        again(row, grade, actor.channel());
    }

    /** By the link that the first rating was given with. */
    @Transactional
    public RateByLink.Service rate(String token, RateCase.Grade grade) {
        again(byLink.rated(token), grade, Channel.WEB);
        return byLink.look(token);
    }

    private void again(Ratings.Row row, RateCase.Grade grade, Channel channel) {
        ObjectNode said = take.check(grade);
        BadRatingTicket ticket = tickets.ofRating(row.id())
                .flatMap(found -> tickets.lock(found.id(), true))
                .orElseThrow(() -> Refusal.conflict("NO_TICKET", "只有差评在整改、回访之后可以追评一次。"));
        if (row.reLevel() != null) {
            throw Refusal.conflict("RE_RATED", "已经追评过了，每个差评只能追评一次。");
        }
        ticket.require(TicketAction.RE_RATE, TicketRules.Side.RATER);
        if (!ratings.again(row, grade.level(), channel, said, clock.instant())) {
            throw Refusal.conflict("RE_RATED", "已经追评过了，每个差评只能追评一次。");
        }
        TicketState from = ticket.state();
        ticket.close(TicketAction.RE_RATE, clock.instant(), calendars.of(Region.CITY));
        ObjectNode words = JsonNodeFactory.instance.objectNode().put("level", grade.level());
        if (said.has("text")) {
            words.put("text", said.path("text").asText());
        }
        // Who it was stays a hash: the record names the side, not the person.
        handle.keep(ticket, TicketAction.RE_RATE, from, "rater:0", words);
    }
}
