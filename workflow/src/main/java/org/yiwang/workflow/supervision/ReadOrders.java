package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.supervision.internal.Orders;

/** 查看督办单: a department sees its own, supervisors and administrators all; to others they are not there. */
@ApplicationScoped
public class ReadOrders {

    @Inject
    Orders orders;

    @Inject
    Membership membership;

    @Inject
    Directory directory;

    /** 可办动作. */
    public enum Action {
        REPLY,
        CLOSE,
        APPEAL,
        DECIDE
    }

    /** 一行. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            UUID id,
            String caseNo,
            String item,
            SupervisionOrder.Level level,
            SupervisionOrder.Trigger trigger,
            String clock,
            String department,
            String officer,
            SupervisionOrder.State state,
            String stateText,
            Instant issuedAt,
            LocalDate replyDueOn,
            boolean replyOverdue) {}

    /** 一页; {@code next} is null on the last. */
    public record Page(List<Line> items, String next) {}

    /** 答复. */
    public record Reply(String reason, String measures, String by, Instant at) {}

    /** 办结. */
    public record Closing(String opinion, String by, Instant at) {}

    /** 纠偏申请. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Appeal(
            UUID id,
            LightAppeal.Ground ground,
            String groundText,
            Instant from,
            Instant until,
            String text,
            LightAppeal.State state,
            String askedBy,
            Instant askedAt,
            String opinion,
            String decidedBy,
            Instant decidedAt,
            LocalDate newDueOn,
            boolean decidable) {

        public String stateText() {
            return state.text();
        }
    }

    /** 督办单. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String caseNo,
            String item,
            SupervisionOrder.Level level,
            SupervisionOrder.Trigger trigger,
            String clock,
            String department,
            String officer,
            SupervisionOrder.State state,
            String stateText,
            Instant issuedAt,
            LocalDate replyDueOn,
            boolean replyOverdue,
            LocalDate dueOn,
            String reason,
            String issuedBy,
            Reply reply,
            Closing closing,
            List<Appeal> appeals,
            long version,
            List<Action> allowedActions) {}

    /** The newest first, by key and never counted. */
    @Transactional
    public Page list(Actor actor, boolean closed, String after, int limit) {
        String department = scope(actor);
        int size = Math.max(1, Math.min(limit, 100));
        List<SupervisionOrder> found = orders.list(department, closed, cursor(after), size + 1);
        List<Line> lines = found.stream().limit(size).map(this::line).toList();
        if (found.size() <= size) {
            return new Page(lines, null);
        }
        SupervisionOrder.Row last = found.get(size - 1).row();
        return new Page(lines, new Orders.Cursor(closed ? last.closedAt() : last.issuedAt(), last.id()).toString());
    }

    private static Orders.Cursor cursor(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int cut = text.lastIndexOf('_');
            return new Orders.Cursor(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
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
            throw Refusal.forbidden("督办单只对责任部门和监督人员开放。");
        }
        return own;
    }

    @Transactional
    public View read(Actor actor, UUID id) {
        SupervisionOrder order = visible(actor, id);
        return view(actor, order, orders.keyOf(order.row().caseId()));
    }

    SupervisionOrder visible(Actor actor, UUID id) {
        String scope = scope(actor);
        return orders.find(id)
                .filter(order -> scope == null || scope.equals(order.department()))
                .orElseThrow(() -> Refusal.notFound("这张督办单"));
    }

    private Line line(SupervisionOrder order) {
        SupervisionOrder.Row r = order.row();
        return new Line(
                r.id(),
                r.caseNo(),
                r.itemName(),
                r.level(),
                r.trigger(),
                r.clock() == null ? null : r.clock().name(),
                membership.name(r.department()),
                r.officer() == null ? null : name("officer:" + r.officer()),
                r.state(),
                r.state().text(),
                r.issuedAt(),
                r.replyDueOn(),
                r.replyOverdue());
    }

    View view(Actor actor, SupervisionOrder order, long keyId) {
        SupervisionOrder.Row r = order.row();
        Line line = line(order);
        List<Appeal> appeals = orders.appeals(r.id(), keyId).stream()
                .map(heard -> appeal(actor, heard))
                .toList();
        return new View(
                r.id(),
                r.caseNo(),
                r.itemName(),
                r.level(),
                r.trigger(),
                line.clock(),
                line.department(),
                line.officer(),
                r.state(),
                r.state().text(),
                r.issuedAt(),
                r.replyDueOn(),
                r.replyOverdue(),
                r.dueOn(),
                text(r.id(), Orders.Part.REASON, keyId, "text"),
                name(r.issuedBy()),
                reply(r, keyId),
                closing(r, keyId),
                appeals,
                r.version(),
                allowed(actor, order, appeals));
    }

    private Reply reply(SupervisionOrder.Row r, long keyId) {
        return r.repliedAt() == null
                ? null
                : new Reply(
                        text(r.id(), Orders.Part.REPLY, keyId, "reason"),
                        text(r.id(), Orders.Part.REPLY, keyId, "measures"),
                        name(r.repliedBy()),
                        r.repliedAt());
    }

    private Closing closing(SupervisionOrder.Row r, long keyId) {
        return r.closedAt() == null
                ? null
                : new Closing(text(r.id(), Orders.Part.CLOSING, keyId, "text"), name(r.closedBy()), r.closedAt());
    }

    private String text(UUID order, Orders.Part part, long keyId, String field) {
        return orders.said(order, part, keyId)
                .map(words -> words.path(field))
                .map(JsonNode::asText)
                .orElse("");
    }

    private Appeal appeal(Actor actor, Orders.Heard heard) {
        LightAppeal a = heard.appeal();
        boolean decidable = a.state() == LightAppeal.State.PENDING
                && actor.is(Role.SUPERVISOR)
                && !actor.key().equals(a.askedBy())
                && !orders.handled(a.caseId(), actor.key());
        return new Appeal(
                a.id(),
                a.ground(),
                a.ground().text(),
                a.from(),
                a.until(),
                heard.text(),
                a.state(),
                name(a.askedBy()),
                a.askedAt(),
                heard.opinion(),
                a.decidedBy() == null ? null : name(a.decidedBy()),
                a.decidedAt(),
                a.newDueOn(),
                decidable);
    }

    private List<Action> allowed(Actor actor, SupervisionOrder order, List<Appeal> appeals) {
        List<Action> allowed = new ArrayList<>();
        SupervisionOrder.Row r = order.row();
        boolean pending = appeals.stream().anyMatch(a -> a.state() == LightAppeal.State.PENDING);
        if (r.state() == SupervisionOrder.State.OPEN && membership.answersFor(actor, r.department())) {
            allowed.add(Action.REPLY);
        }
        boolean answered = r.state() == SupervisionOrder.State.REPLIED || r.replyDueOn() == null;
        if (r.state() != SupervisionOrder.State.CLOSED
                && answered
                && actor.is(Role.SUPERVISOR)
                && !orders.handled(r.caseId(), actor.key())) {
            allowed.add(Action.CLOSE);
        }
        if (r.state() != SupervisionOrder.State.CLOSED
                && r.trigger() == SupervisionOrder.Trigger.AUTO
                && !pending
                && membership.belongs(actor, r.department())) {
            allowed.add(Action.APPEAL);
        }
        if (appeals.stream().anyMatch(Appeal::decidable)) {
            allowed.add(Action.DECIDE);
        }
        return allowed;
    }

    private String name(String actor) {
        String[] parts = actor.split(":", 2);
        return parts[0].equals("officer")
                ? directory.officer(Long.parseLong(parts[1])).map(Officer::name).orElse("工作人员")
                : "系统";
    }
}
