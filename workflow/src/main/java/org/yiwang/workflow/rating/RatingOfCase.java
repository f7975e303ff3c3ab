package org.yiwang.workflow.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseAccess;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.rating.internal.Ratings;
import org.yiwang.workflow.rating.internal.Tickets;

/** 我的评价: what the applicant's side said of a case, and what has become of it since. */
@ApplicationScoped
public class RatingOfCase {

    @Inject
    CaseDesk desk;

    @Inject
    CaseAccess access;

    @Inject
    Ratings ratings;

    @Inject
    Tickets tickets;

    /** 已作评价; {@code ticket} only for a bad one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Given(
            int level, List<String> tags, List<String> tagTexts, Integer reLevel, boolean excluded, Progress ticket) {}

    /**
     * 处理进展, as the rater sees it: what was found and told to him, never by whom.
     *
     * @param answers what the office told him, the oldest first
     * @param mayReRate whether he may rate once more now
     * @param until the last day of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Progress(
            UUID id,
            TicketState state,
            String stateText,
            Finding finding,
            List<String> answers,
            boolean mayReRate,
            LocalDate until,
            long version) {}

    /** Empty when it has not been rated; foreign cases are not there (404). */
    @Transactional
    public Optional<Given> read(Actor actor, CaseNo no) {
        OpenCase open = desk.look(actor, no);
        if (!access.applicantSide(actor, open.file())) {
            throw Refusal.forbidden("评价只给评价人看。");
        }
        return ratings.ofCase(open.file().id()).map(this::given);
    }

    Given given(Ratings.Row row) {
        List<String> texts =
                row.tags().stream().map(RatingStandard.current()::tagText).toList();
        Progress progress = tickets.ofRating(row.id())
                .map(ticket -> progress(ticket, row.keyId()))
                .orElse(null);
        return new Given(row.level(), row.tags(), texts, row.reLevel(), row.excluded(), progress);
    }

    private Progress progress(BadRatingTicket ticket, long key) {
        List<String> told = tickets.steps(ticket.id(), key).stream()
                .filter(step -> step.action() == TicketAction.FEED_BACK
                        || step.action() == TicketAction.VERIFY && step.to() == TicketState.EXPLAINED)
                .map(Tickets.Step::words)
                .map(words -> text(words))
                .toList();
        boolean open = ticket.state() == TicketState.REVISIT;
        return new Progress(
                ticket.id(),
                ticket.state(),
                ticket.state().text(),
                ticket.finding(),
                told,
                open,
                open ? ticket.dueOn() : null,
                ticket.version());
    }

    private static String text(JsonNode words) {
        return words.path("text").asText("");
    }
}
