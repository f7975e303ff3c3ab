package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.catalogue.LimitUnit;
import org.yiwang.forms.catalogue.Span;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Region;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.Calendars;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPassed;
import org.yiwang.workflow.clock.Lights;
import org.yiwang.workflow.clock.WorkCalendar;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.supervision.SupervisionOrder.Level;
import org.yiwang.workflow.supervision.SupervisionOrder.Trigger;
import org.yiwang.workflow.supervision.internal.Orders;
import org.yiwang.workflow.worklist.WorkItem;

/**
 * 发出督办单: by itself when a clock the office is judged by turns yellow or red, in the transaction that notices it; or by a
 * supervisor. A red one asks for reason and measures within three workdays, a yellow one for nothing but haste.
 */
@ApplicationScoped
public class IssueOrder {

    /** Workdays for the reply where a supervisor says nothing else. */
    static final int REPLY_DAYS = 3;

    private static final int MOST_REPLY_DAYS = 15;

    @Inject
    CaseDesk desk;

    @Inject
    Orders orders;

    @Inject
    TellOfficers tell;

    @Inject
    Membership membership;

    @Inject
    Directory directory;

    @Inject
    Calendars calendars;

    @Inject
    ReadOrders read;

    /**
     * 督办请求.
     *
     * @param department code of the department that has to answer; the one that has the work now when missing
     * @param replyWithinDays workdays, 1 to 15; 3 when missing
     */
    public record Demand(String caseNo, Level level, String department, String reason, Integer replyWithinDays) {}

    void on(@Observes ClockPassed passed) {
        if (!passed.kind().judged()) {
            return;
        }
        OpenCase open = desk.open(Actor.SYSTEM, passed.caseId());
        if (open.file().status().ended() && !passed.kind().outlivesTheCase()) {
            return;
        }
        boolean red = passed.what() == ClockPassed.What.DUE;
        String reason = red ? "时限已过，仍未办结。" : "即将到期，请抓紧办理。";
        SupervisionOrder order =
                order(open, red ? Level.RED : Level.YELLOW, passed, department(open, passed), red ? REPLY_DAYS : 0);
        if (red) {
            // What was a warning has become an order; nobody has to answer twice.
            orders.openOf(passed.caseId(), passed.kind(), passed.ref()).stream()
                    .filter(before -> before.row().level() == Level.YELLOW)
                    .forEach(before -> end(open, before, "已转为红牌督办。"));
        }
        if (issue(open, order, OpenCase.body().put("text", reason))) {
            desk.close(open);
        }
    }

    void end(OpenCase open, SupervisionOrder order, String why) {
        order.end(Actor.SYSTEM.key(), open.now());
        orders.say(
                order, Orders.Part.CLOSING, open.file().keyId(), OpenCase.body().put("text", why));
        orders.save(order);
    }

    /** By a supervisor; refuses others (403), foreign cases (404) and ended ones (409). */
    @Transactional
    public ReadOrders.View issue(Actor actor, Demand demand) {
        if (!actor.officer() || !actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("督办单只能由监督人员发出。");
        }
        CaseNo no = CaseNo.parse(demand.caseNo()).orElseThrow(() -> Refusal.notFound("这个办件"));
        OpenCase open = desk.open(actor, no);
        ObjectNode words = words(demand);
        if (open.file().status().ended()) {
            throw Refusal.conflict("CASE_ENDED", "办件已经办结，不再督办。");
        }
        String department =
                demand.department() == null || demand.department().isBlank() ? department(open) : demand.department();
        int days = demand.replyWithinDays() == null ? REPLY_DAYS : demand.replyWithinDays();
        SupervisionOrder order = order(open, demand.level(), null, department, days);
        issue(open, order, words);
        desk.close(open);
        return read.view(actor, order, open.file().keyId());
    }

    private ObjectNode words(Demand demand) {
        Words words = new Words().required("text", "督办理由", demand.reason());
        if (demand.level() == null) {
            words.problem("level", "REQUIRED", "请选择黄牌预警或红牌督办。");
        }
        Integer days = demand.replyWithinDays();
        if (days != null && (days < 1 || days > MOST_REPLY_DAYS)) {
            words.problem("replyWithinDays", "OUT_OF_RANGE", "答复期限应为 1 至 " + MOST_REPLY_DAYS + " 个工作日。");
        }
        String department = demand.department();
        if (department != null
                && !department.isBlank()
                && directory.findDepartment(department).isEmpty()) {
            words.problem("department", "UNKNOWN_VALUE", "没有这个部门，请从部门列表中选择。");
        }
        return words.checked();
    }

    private boolean issue(OpenCase open, SupervisionOrder order, ObjectNode words) {
        if (!orders.add(order, open.file().keyId(), words)) {
            return false;
        }
        SupervisionOrder.Row row = order.row();
        ObjectNode body = OpenCase.body().put("level", row.level().name()).put("department", row.department());
        if (row.clock() != null) {
            body.put("clock", row.clock().name());
        }
        open.event(EventType.SUPERVISION_ORDERED, body);
        tell(order);
        return true;
    }

    private SupervisionOrder order(
            OpenCase open, Level level, ClockPassed passed, String department, int replyWithinDays) {
        Instant now = open.now();
        LocalDate replyBy = replyWithinDays == 0
                ? null
                : Lights.of(calendars.of(Region.CITY), new Span(replyWithinDays, LimitUnit.WORKDAY), now)
                        .dueOn();
        return new SupervisionOrder(new SupervisionOrder.Row(
                UUID.randomUUID(),
                open.file().id(),
                open.file().caseNo().value(),
                open.file().itemName(),
                level,
                passed == null ? Trigger.MANUAL : Trigger.AUTO,
                passed == null ? null : passed.kind(),
                passed == null ? "" : passed.ref(),
                passed == null ? null : passed.dueOn(),
                department,
                officer(open),
                SupervisionOrder.State.OPEN,
                now,
                open.actor().key(),
                replyBy,
                false,
                null,
                null,
                null,
                null,
                1,
                wakesAt(replyBy, passed)));
    }

    /** A red one when the day for the reply is over; a yellow one when its clock is, to be closed if it was made. */
    private static Instant wakesAt(LocalDate replyBy, ClockPassed passed) {
        if (replyBy != null) {
            return WorkCalendar.endOf(replyBy);
        }
        return passed == null ? null : WorkCalendar.endOf(passed.dueOn()).plus(Duration.ofMinutes(1));
    }

    private static Long officer(OpenCase open) {
        return open.work().all().stream()
                .filter(work -> !work.suspended())
                .map(WorkItem::assignee)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String department(OpenCase open, ClockPassed passed) {
        if (passed.kind() == ClockKind.ACCEPT) {
            return open.item().intake().department();
        }
        if (passed.kind() == ClockKind.STEP) {
            return open.item().step(passed.ref()).post().department();
        }
        return open.file().organisation();
    }

    /** Who has the work now answers for it; where nobody has, the organ in whose name the case is decided. */
    private static String department(OpenCase open) {
        return open.work().all().stream()
                .filter(work -> !work.suspended())
                .map(work -> work.queue().department())
                .findFirst()
                .orElse(open.file().organisation());
    }

    private void tell(SupervisionOrder order) {
        SupervisionOrder.Row row = order.row();
        List<String> whom = new ArrayList<>();
        membership.heads(row.department()).forEach(head -> whom.add("officer:" + head.id()));
        if (row.officer() != null) {
            whom.add("officer:" + row.officer());
        }
        ObjectNode params = OpenCase.body().put("level", row.level().text());
        if (row.replyDueOn() != null) {
            params.put("replyBy", row.replyDueOn().toString());
        }
        tell.tell(
                "order:" + row.id() + ":1",
                whom,
                new TellOfficers.About("supervision.order", row.caseNo(), row.itemName(), params));
    }
}
