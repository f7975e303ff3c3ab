package org.yiwang.workflow.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.clock.CaseClock;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.supervision.internal.Orders;

/** 督办时限: marks a reply that is overdue and says so, once; closes a warning whose work was done in time. */
@ApplicationScoped
public class RemindOrder {

    @Inject
    CaseDesk desk;

    @Inject
    Orders orders;

    @Inject
    IssueOrder issue;

    @Inject
    Membership membership;

    @Inject
    TellOfficers tell;

    /** One order; false when another node has it or somebody was faster. */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean due(UUID id, CaseNo no, Instant now, boolean wait) {
        if (!wait && !orders.caseIsFree(no.value())) {
            return false;
        }
        OpenCase open = desk.open(Actor.SYSTEM, no);
        Optional<SupervisionOrder> found = orders.find(id)
                .filter(order -> order.row().nextFireAt() != null
                        && !order.row().nextFireAt().isAfter(now));
        if (found.isEmpty()) {
            return false;
        }
        SupervisionOrder order = found.get();
        if (order.overdue(now)) {
            orders.save(order);
            tell(order);
        } else if (warning(order) && !runs(open, order)) {
            issue.end(open, order, "已在期限内办理。");
        } else {
            orders.save(order);
        }
        return true;
    }

    private static boolean warning(SupervisionOrder order) {
        return order.row().level() == SupervisionOrder.Level.YELLOW
                && order.row().trigger() == SupervisionOrder.Trigger.AUTO
                && order.state() != SupervisionOrder.State.CLOSED;
    }

    /** Does the clock that gave the warning still run towards that very day? */
    private static boolean runs(OpenCase open, SupervisionOrder order) {
        return open.clocks().rows().stream()
                .filter(CaseClock::active)
                .anyMatch(clock -> clock.kind() == order.row().clock()
                        && clock.ref().equals(order.row().clockRef())
                        && clock.dueOn().equals(order.row().dueOn()));
    }

    private void tell(SupervisionOrder order) {
        SupervisionOrder.Row row = order.row();
        List<String> whom = new ArrayList<>(tell.supervisors());
        membership.heads(row.department()).forEach(head -> whom.add("officer:" + head.id()));
        tell.tell(
                "order:" + row.id() + ":overdue",
                whom,
                new TellOfficers.About(
                        "supervision.overdue",
                        row.caseNo(),
                        row.itemName(),
                        OpenCase.body()
                                .put("level", row.level().text())
                                .put("replyBy", row.replyDueOn().toString())));
    }
}
