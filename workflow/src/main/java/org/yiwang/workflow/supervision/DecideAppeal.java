package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.clock.ClockPause;
import org.yiwang.workflow.clock.ClockState;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.supervision.internal.Orders;

/**
 * 审批纠偏: a supervisor who had no hand in the case approves or rejects. Approval writes correcting rows into the ledger;
 * the dates that were told before stay where they are. What is then no longer late needs no answer any more.
 */
@ApplicationScoped
public class DecideAppeal {

    @Inject
    CaseDesk desk;

    @Inject
    Orders orders;

    @Inject
    ReadOrders read;

    @Inject
    Membership membership;

    @Inject
    TellOfficers tell;

    /** 审批意见. */
    public record Decision(Boolean approve, String opinion) {}

    @Transactional
    public ReadOrders.View decide(Actor actor, UUID appealId, Decision decision) {
        UUID orderId = orders.appeal(appealId).map(LightAppeal::order).orElseThrow(() -> Refusal.notFound("这项纠偏申请"));
        SupervisionOrder order = read.visible(actor, orderId);
        OpenCase open = desk.openFor(actor, order.row().caseId());
        // Read again under the lock: somebody may have decided meanwhile.
        LightAppeal appeal = orders.appeal(appealId).orElseThrow();
        check(actor, appeal, decision);
        ObjectNode opinion =
                new Words().required("opinion", "审批意见", decision.opinion()).checked();
        ObjectNode words = OpenCase.body().put("text", opinion.path("opinion").asText());
        LocalDate newDueOn = decision.approve() ? correct(open, order, appeal) : null;
        orders.decide(
                appealId,
                decision.approve(),
                actor.key(),
                open.now(),
                newDueOn,
                open.file().keyId(),
                words);
        open.event(
                EventType.LIGHT_APPEAL_DECIDED,
                OpenCase.body().put("ground", appeal.ground().name()).put("approved", decision.approve()));
        desk.close(open);
        tellBoth(order, appeal, decision.approve());
        return read.view(actor, read.visible(actor, orderId), open.file().keyId());
    }

    private void check(Actor actor, LightAppeal appeal, Decision decision) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("纠偏只能由监督人员审批；办理人员不能更改时限。");
        }
        if (actor.key().equals(appeal.askedBy()) || orders.handled(appeal.caseId(), actor.key())) {
            throw Refusal.forbidden("您申请了这项纠偏或办理过这个办件，请由其他监督人员审批。");
        }
        if (decision.approve() == null) {
            throw Refusal.invalid("approve", "REQUIRED", "请选择批准或驳回。");
        }
        if (appeal.state() != LightAppeal.State.PENDING) {
            throw Refusal.conflict("DECIDED", "这项纠偏申请" + appeal.state().text() + "，不能再次审批。");
        }
    }

    /** Gives the time back and answers the last good day of the clock the order was about. */
    private LocalDate correct(OpenCase open, SupervisionOrder order, LightAppeal appeal) {
        ClockPause missed = ClockPause.missed(
                        appeal.ground().reason(),
                        "appeal:" + appeal.id(),
                        "纠偏：" + appeal.ground().text(),
                        appeal.from(),
                        appeal.until())
                .approved(open.actor().key(), "");
        open.clocks().correct(missed, open.now());
        open.work().datesAnew();
        open.event(
                EventType.CLOCK_CORRECTED,
                OpenCase.body()
                        .put("from", appeal.from().toString())
                        .put("until", appeal.until().toString()));
        open.tellApplicant("case.clock.corrected", OpenCase.body());
        endWhatIsNoLongerLate(open);
        return newest(open, order.row().clock(), order.row().clockRef()).dueOn();
    }

    private void endWhatIsNoLongerLate(OpenCase open) {
        for (SupervisionOrder other : orders.openOf(open.file().id())) {
            CaseClock clock = newest(open, other.row().clock(), other.row().clockRef());
            boolean red = other.row().level() == SupervisionOrder.Level.RED;
            boolean still = red ? clock.late(open.now()) : !open.now().isBefore(clock.yellowAt());
            if (!still) {
                other.end(Actor.SYSTEM.key(), open.now());
                orders.say(
                        other,
                        Orders.Part.CLOSING,
                        open.file().keyId(),
                        OpenCase.body().put("text", "纠偏后不再" + (red ? "超期" : "临近到期") + "，无需答复。"));
                orders.save(other);
            }
        }
    }

    private static CaseClock newest(OpenCase open, ClockKind kind, String ref) {
        List<CaseClock> rows = open.clocks().rows().stream()
                .filter(clock -> clock.kind() == kind && clock.ref().equals(ref))
                .filter(clock -> clock.state() != ClockState.SUPERSEDED)
                .toList();
        return rows.get(rows.size() - 1);
    }

    private void tellBoth(SupervisionOrder order, LightAppeal appeal, boolean approved) {
        List<String> whom = new java.util.ArrayList<>(membership.heads(order.department()).stream()
                .map(head -> "officer:" + head.id())
                .toList());
        whom.add(appeal.askedBy());
        tell.tell(
                "appeal:" + appeal.id() + ":decided",
                whom,
                new TellOfficers.About(
                        "supervision.appealDecided",
                        order.row().caseNo(),
                        order.row().itemName(),
                        OpenCase.body().put("result", approved ? "已批准，时限已更正" : "已驳回")));
    }
}
