package org.yiwang.workflow.urgency;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.catalogue.course.UrgencyRule;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.casefile.ActionUseCase;
import org.yiwang.workflow.casefile.CaseAction;
import org.yiwang.workflow.casefile.CaseDesk;
import org.yiwang.workflow.casefile.CaseNo;
import org.yiwang.workflow.casefile.CaseRecord;
import org.yiwang.workflow.casefile.CaseView;
import org.yiwang.workflow.casefile.EventType;
import org.yiwang.workflow.casefile.OpenCase;
import org.yiwang.workflow.casefile.RecordKind;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.clock.ClockKind;
import org.yiwang.workflow.urgency.internal.Arrears;

/**
 * 批准急事先办: by the post the item names, on one of its grounds. From now on the case is due within hours, so it stands first
 * in every queue, and what was put off has a date of its own that nobody can move: when it passes the light is red and the
 * supervisors are told, whether the case is decided or not.
 */
@ApplicationScoped
public class OrderUrgent implements ActionUseCase<OrderUrgent.Order> {

    @Inject
    CaseDesk desk;

    @Inject
    Arrears arrears;

    /**
     * 批准内容.
     *
     * @param ground key of one of the item's emergencies
     * @param later keys of the materials that come later; only those the item lets be put off
     */
    public record Order(String ground, String reason, List<String> later) {}

    @Override
    public CaseAction action() {
        return CaseAction.ORDER_URGENT;
    }

    @Override
    public Class<Order> fields() {
        return Order.class;
    }

    @Override
    @Transactional
    public CaseView perform(Actor actor, CaseNo no, Asked<Order> asked) {
        return order(actor, no, asked.seenVersion(), asked.fields());
    }

    @Transactional
    public CaseView order(Actor actor, CaseNo no, long seenVersion, Order order) {
        OpenCase open = desk.open(actor, no);
        open.require(CaseAction.ORDER_URGENT);
        open.sees(seenVersion);
        UrgencyRule rule = open.item().course().urgency().orElseThrow();
        if (!open.records(RecordKind.URGENCY).isEmpty()) {
            throw Refusal.conflict("URGENT_ALREADY", "本件已经按急事先办办理。");
        }
        List<String> later = order.later() == null ? List.of() : List.copyOf(order.later());
        ObjectNode said = checked(rule, order, later);
        if (arrears.owes(open.file().applicantId(), open.now())) {
            throw Refusal.conflict("LATER_OVERDUE", "申请人此前的急事先办还有手续逾期没有补齐，须先补齐，不能再次先办后补。");
        }
        CaseRecord entry = open.note(RecordKind.URGENCY, order.ground(), "OPEN", null, true, said);
        String ref = entry.id().toString();
        open.clocks().start(ClockKind.URGENT, ref, rule.within(), rule.basis(), open.now());
        if (!later.isEmpty()) {
            open.clocks().start(ClockKind.LATER, ref, rule.later(), rule.basis(), open.now());
        }
        open.touch();
        open.work().redate();
        open.event(
                EventType.URGENT_ORDERED,
                OpenCase.body().put("ground", order.ground()).put("later", later.size()));
        tell(open, ref);
        return desk.close(open);
    }

    private static void tell(OpenCase open, String ref) {
        ObjectNode params = OpenCase.body();
        open.dueOn(ClockKind.LATER, ref).ifPresent(due -> params.put("laterBy", due.toString()));
        open.tellApplicant("case.urgent", params);
        open.work()
                .all()
                .forEach(work ->
                        open.tell(work.holder(), "work.urgent", OpenCase.body().put("step", work.stepName())));
    }

    private static ObjectNode checked(UrgencyRule rule, Order order, List<String> later) {
        Words words = new Words().required("reason", "紧急情况", order.reason());
        if (rule.ground(order.ground()).isEmpty()) {
            words.problem("ground", "UNKNOWN_VALUE", "请选择实施清单规定的紧急事由；其他情形按一般程序办理。");
        }
        if (!rule.materials().containsAll(later)) {
            words.problem("later", "NOT_ALLOWED", "只有实施清单规定可以后补的材料才能后补，其余材料现在就要。");
        }
        ObjectNode said = words.checked();
        ArrayNode keys = said.putArray("later");
        later.forEach(keys::add);
        said.putObject("supplied");
        return said;
    }
}
