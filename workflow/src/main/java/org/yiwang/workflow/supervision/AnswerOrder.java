package org.yiwang.workflow.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.notification.TellOfficers;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.supervision.internal.Orders;

/** 答复和办结督办单: who answers for the department gives reason and measures; a supervisor closes it with his opinion. */
@ApplicationScoped
public class AnswerOrder {

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

    /** 答复: why it is late, and what is done about it. */
    public record Reply(long seenVersion, String reason, String measures) {}

    /** 办结意见. */
    public record Closing(long seenVersion, String opinion) {}

    @Transactional
    public ReadOrders.View reply(Actor actor, UUID id, Reply reply) {
        OpenCase open = open(actor, id);
        SupervisionOrder order = read.visible(actor, id);
        if (!membership.answersFor(actor, order.department())) {
            throw Refusal.forbidden("督办单由责任部门的负责人答复。");
        }
        ObjectNode words = new Words()
                .required("reason", "超期原因", reply.reason())
                .required("measures", "整改措施", reply.measures())
                .checked();
        if (order.state() == SupervisionOrder.State.OPEN) {
            order.sees(reply.seenVersion());
        }
        order.reply(actor.key(), open.now());
        keep(open, order, Orders.Part.REPLY, words, EventType.SUPERVISION_REPLIED);
        tell("supervision.replied", order, tell.supervisors());
        return read.view(actor, order, open.file().keyId());
    }

    @Transactional
    public ReadOrders.View close(Actor actor, UUID id, Closing closing) {
        OpenCase open = open(actor, id);
        SupervisionOrder order = read.visible(actor, id);
        if (!actor.is(Role.SUPERVISOR)) {
            throw Refusal.forbidden("督办单只能由监督人员办结。");
        }
        if (orders.handled(open.file().id(), actor.key())
                || actor.key().equals(order.row().repliedBy())) {
            throw Refusal.forbidden("您办理过这个办件或答复过这张督办单，请由其他监督人员办结。");
        }
        ObjectNode words =
                new Words().required("text", "办结意见", closing.opinion()).checked();
        order.refuseClosed();
        order.sees(closing.seenVersion());
        order.close(actor.key(), open.now());
        keep(open, order, Orders.Part.CLOSING, words, EventType.SUPERVISION_CLOSED);
        tell(
                "supervision.closed",
                order,
                membership.heads(order.department()).stream()
                        .map(head -> "officer:" + head.id())
                        .toList());
        return read.view(actor, order, open.file().keyId());
    }

    /** The case is locked first, as in every use case; that it may be seen follows from the order. */
    private OpenCase open(Actor actor, UUID id) {
        SupervisionOrder seen = read.visible(actor, id);
        return desk.openFor(actor, seen.row().caseId());
    }

    private void keep(OpenCase open, SupervisionOrder order, Orders.Part part, ObjectNode words, EventType event) {
        orders.say(order, part, open.file().keyId(), words);
        orders.save(order);
        open.event(event, OpenCase.body().put("level", order.row().level().name()));
        desk.close(open);
    }

    private void tell(String topic, SupervisionOrder order, List<String> whom) {
        SupervisionOrder.Row row = order.row();
        tell.tell(
                "order:" + row.id() + ":" + row.version(),
                whom,
                new TellOfficers.About(
                        topic,
                        row.caseNo(),
                        row.itemName(),
                        OpenCase.body().put("level", row.level().text())));
    }
}
