package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.supervision.internal.Orders;

/**
 * 申请纠偏: the department says which time should not have counted and why. Nothing changes by it: only a supervisor's
 * approval moves a date.
 */
@ApplicationScoped
public class AppealLight {

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

    /** 申请. */
    public record Request(LightAppeal.Ground ground, Instant from, Instant until, String text) {}

    @Transactional
    public ReadOrders.View ask(Actor actor, UUID orderId, Request request) {
        SupervisionOrder order = read.visible(actor, orderId);
        OpenCase open = desk.openFor(actor, order.row().caseId());
        if (!membership.belongs(actor, order.department())) {
            throw Refusal.forbidden("纠偏由责任部门申请。");
        }
        ObjectNode words = words(request, open.now());
        if (order.row().trigger() == SupervisionOrder.Trigger.MANUAL) {
            throw Refusal.conflict("NO_LIGHT", "这张督办单不是因为亮灯发出的，没有可以纠偏的时限；请直接答复。");
        }
        order.refuseClosed();
        LightAppeal appeal = new LightAppeal(
                UUID.randomUUID(),
                orderId,
                order.row().caseId(),
                request.ground(),
                request.from(),
                request.until(),
                LightAppeal.State.PENDING,
                actor.key(),
                open.now(),
                null,
                null,
                null);
        if (!orders.add(appeal, open.file().keyId(), words)) {
            throw Refusal.conflict("PENDING", "这张督办单已有一项纠偏申请等待审批。");
        }
        open.event(
                EventType.LIGHT_APPEALED,
                OpenCase.body().put("ground", request.ground().name()));
        desk.close(open);
        tell.tell(
                "appeal:" + appeal.id() + ":asked",
                tell.supervisors(),
                new TellOfficers.About(
                        "supervision.appeal",
                        order.row().caseNo(),
                        order.row().itemName(),
                        OpenCase.body().put("ground", request.ground().text())));
        return read.view(actor, order, open.file().keyId());
    }

    private static ObjectNode words(Request request, Instant now) {
        Words words = new Words().required("text", "情况说明", request.text());
        if (request.ground() == null) {
            words.problem("ground", "REQUIRED", "请选择申请的事由。");
        }
        if (request.from() == null) {
            words.problem("from", "REQUIRED", "请填写不应计时的开始时间。");
        }
        if (request.until() == null) {
            words.problem("until", "REQUIRED", "请填写不应计时的结束时间。");
        } else if (request.from() != null && !request.from().isBefore(request.until())) {
            words.problem("until", "OUT_OF_RANGE", "结束时间应在开始时间之后。");
        } else if (request.until().isAfter(now)) {
            words.problem("until", "OUT_OF_RANGE", "只能就已经过去的时间申请纠偏；正在进行的请登记特别程序。");
        }
        return words.checked();
    }
}
