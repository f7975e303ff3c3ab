package org.yiwang.workflow.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.forms.platform.TraceId;
import org.yiwang.workflow.casefile.LegalDay;
import org.yiwang.workflow.clock.TrafficLight;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.rating.internal.Ratings;
import org.yiwang.workflow.rating.internal.Tickets;

/**
 * 查看差评工单: a department sees its own, supervisors all. Nobody is told who rated: the page says 评价人 and the officers'
 * side goes on without a name (评价人信息保密); reading is written down.
 */
@ApplicationScoped
public class ReadTickets {

    @Inject
    Tickets tickets;

    @Inject
    Ratings ratings;

    @Inject
    Membership membership;

    @Inject
    Directory directory;

    @Inject
    Clock clock;

    /** 一行. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String caseNo,
            String item,
            String department,
            int level,
            List<String> tagTexts,
            TicketState state,
            String stateText,
            LocalDate dueOn,
            TrafficLight light,
            boolean late) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    /** 一步处置. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Instant at, TicketAction action, String actionText, String stateText, String by, String text) {}

    /**
     * 差评工单.
     *
     * @param rater how the rater is called; never his name
     * @param text what the rater wrote
     * @param own whether this officer had a hand in the case, so that some steps are not his
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String caseNo,
            String item,
            String department,
            int level,
            Integer reLevel,
            List<String> tagTexts,
            String text,
            String rater,
            String channel,
            Instant ratedAt,
            TicketState state,
            String stateText,
            Finding finding,
            boolean complex,
            LocalDate dueOn,
            TrafficLight light,
            boolean late,
            boolean own,
            long version,
            List<Step> steps,
            List<TicketAction> allowedActions) {}

    /** Open ones, soonest due first; or ended ones, the newest first. Read by key, never counted. */
    @Transactional
    public Page list(Actor actor, boolean ended, String after, int limit) {
        String department = scope(actor);
        Tickets.Cursor from = cursor(after);
        int size = Math.max(1, Math.min(limit, 100));
        List<Tickets.Line> rows =
                ended ? tickets.ended(department, from, size + 1) : tickets.open(department, from, size + 1);
        LocalDate today = LegalDay.of(clock.instant());
        List<Line> lines =
                rows.stream().limit(size).map(row -> line(row, today)).toList();
        return new Page(lines, rows.size() > size ? position(rows.get(size - 1).ticket(), ended) : null);
    }

    private static String position(BadRatingTicket last, boolean ended) {
        String at = ended ? last.row().closedAt().toString() : last.dueOn().toString();
        return new Tickets.Cursor(at, last.id()).toString();
    }

    private static Tickets.Cursor cursor(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int cut = text.lastIndexOf('_');
            String at = text.substring(0, cut);
            if (at.length() == 10) {
                LocalDate.parse(at);
            } else {
                Instant.parse(at);
            }
            return new Tickets.Cursor(at, UUID.fromString(text.substring(cut + 1)));
        } catch (RuntimeException malformed) {
            throw Refusal.invalid("after", "FORMAT", "翻页参数 after 不正确，请使用上一页返回的 next。");
        }
    }

    /** Null for all departments. */
    private String scope(Actor actor) {
        if (actor.officer() && (actor.is(Role.SUPERVISOR) || actor.is(Role.ADMIN))) {
            return null;
        }
        String own = membership.departmentOf(actor);
        if (own.isEmpty()) {
            throw Refusal.forbidden("差评工单只对承办部门和监督人员开放。");
        }
        return own;
    }

    private Line line(Tickets.Line row, LocalDate today) {
        BadRatingTicket ticket = row.ticket();
        return new Line(
                ticket.id(),
                ticket.caseNo(),
                ticket.itemName(),
                membership.name(ticket.department()),
                row.level(),
                row.tags().stream().map(RatingStandard.current()::tagText).toList(),
                ticket.state(),
                ticket.state().text(),
                ticket.dueOn(),
                ticket.light(today),
                ticket.late());
    }

    @Transactional
    public View read(Actor actor, UUID id) {
        BadRatingTicket ticket = tickets.find(id).orElseThrow(() -> Refusal.notFound("这张差评工单"));
        String scope = scope(actor);
        if (scope != null && !scope.equals(ticket.department())) {
            throw Refusal.notFound("这张差评工单");
        }
        if (ticket.caseId() != null) {
            ratings.logRead(clock.instant(), actor.key(), ticket.caseId(), TraceId.current());
        }
        return view(actor, ticket);
    }

    View view(Actor actor, BadRatingTicket ticket) {
        Ratings.Row rating = ratings.find(ticket.ratingId()).orElseThrow();
        boolean own = tickets.handled(ticket, actor.key(), actor.id());
        return new View(
                ticket.id(),
                ticket.caseNo(),
                ticket.itemName(),
                membership.name(ticket.department()),
                rating.level(),
                rating.reLevel(),
                rating.tags().stream().map(RatingStandard.current()::tagText).toList(),
                ratings.words(rating),
                "评价人（信息保密）",
                rating.channel(),
                rating.ratedAt(),
                ticket.state(),
                ticket.state().text(),
                ticket.finding(),
                ticket.row().complex(),
                ticket.dueOn(),
                ticket.light(LegalDay.of(clock.instant())),
                ticket.late(),
                own,
                ticket.version(),
                tickets.steps(ticket.id(), rating.keyId()).stream()
                        .map(this::step)
                        .toList(),
                allowed(actor, ticket, own));
    }

    private List<TicketAction> allowed(Actor actor, BadRatingTicket ticket, boolean own) {
        TicketRules.Side side = membership.belongs(actor, ticket.department())
                ? TicketRules.Side.DEPARTMENT
                : TicketRules.Side.SUPERVISOR;
        if (side == TicketRules.Side.SUPERVISOR && !actor.is(Role.SUPERVISOR)) {
            return List.of();
        }
        return TicketRules.allowed(ticket.state(), side).stream()
                .filter(action -> !own || action != TicketAction.REVIEW && action != TicketAction.CALL_BACK)
                .toList();
    }

    private Step step(Tickets.Step step) {
        String finding = step.words().path("finding").asText("");
        String text = step.words().path("text").asText("");
        return new Step(
                step.at(),
                step.action(),
                step.action().text(),
                (finding.isEmpty() ? "" : Finding.valueOf(finding).text() + " → ")
                        + step.to().text(),
                by(step.actor()),
                text);
    }

    private String by(String actor) {
        String[] parts = actor.split(":", 2);
        return switch (parts[0]) {
            case "officer" ->
                directory.officer(Long.parseLong(parts[1])).map(Officer::name).orElse("工作人员");
            case "rater" -> "评价人";
            default -> "系统";
        };
    }
}
