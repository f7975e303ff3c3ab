package org.yiwang.workflow.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.batch.internal.Batches;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;

/**
 * 交接: all open work of an officer goes to a colleague of the same department, case by case; afterwards his account is closed
 * if he leaves. Ordered by the head of the department or an administrator.
 */
@ApplicationScoped
public class OrderHandover {

    @Inject
    Batches batches;

    @Inject
    Directory directory;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /**
     * 交接内容.
     *
     * @param closes does he leave? Then nobody signs in with his account any more once all is handed over
     */
    public record Handover(String staffNo, String toStaffNo, Boolean closes) {}

    @Transactional
    public BatchView order(Actor actor, Handover handover) {
        Officer from = officer("staffNo", handover.staffNo());
        Officer to = officer("toStaffNo", handover.toStaffNo());
        if (!actor.officer() || !actor.is(Role.ADMIN) && !membership.answersFor(actor, from.department())) {
            throw Refusal.forbidden("交接由其部门负责人或者管理员办理。");
        }
        if (from.id() == actor.id()) {
            throw Refusal.invalid("staffNo", "YOURSELF", "本人的交接由上级负责人或者管理员办理。");
        }
        if (to.id() == from.id() || !to.department().equals(from.department())) {
            throw Refusal.invalid("toStaffNo", "OTHER_DEPARTMENT", "请选择本部门的另一名人员接手。");
        }
        if (batches.handingOver(from.id())) {
            throw Refusal.conflict("HANDED_OVER_ALREADY", from.name() + "的交接正在进行，请查看进度。");
        }
        UUID id =
                batches.addHandover(actor, from.id(), to.id(), Boolean.TRUE.equals(handover.closes()), clock.instant());
        batches.linesOf(id, from.id());
        batches.start(id, 0);
        return batches.view(id);
    }

    private Officer officer(String field, String staffNo) {
        return directory
                .byStaffNo(staffNo == null ? "" : staffNo.strip())
                .orElseThrow(() -> Refusal.invalid(field, "NO_SUCH_OFFICER", "没有这个工号的在岗人员，请核对。"));
    }
}
