package org.yiwang.workflow.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.GrantRights;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.staff.internal.StaffTables;

/**
 * 批准授权: a second security administrator agrees, and the rights are his from his next request on; or refuses with a reason.
 * Neither who proposed it nor whom it concerns decides, so two security administrators always remain.
 */
@ApplicationScoped
public class DecideRights {

    private static final int LONGEST = 300;

    @Inject
    Directory directory;

    @Inject
    StaffTables tables;

    @Inject
    GrantRights grantRights;

    @Inject
    ReadStaff readStaff;

    @Inject
    Clock clock;

    /**
     * 批示.
     *
     * @param words why not; needed only to refuse
     */
    public record Answer(boolean granted, String words) {}

    /** @throws Refusal FORBIDDEN, NOT_FOUND, DECIDED, OWN_ORDER, OWN_RIGHTS, RIGHTS_MOVED, INVALID (words) */
    @Transactional
    public RightsOrder decide(Actor actor, UUID id, Answer answer) {
        if (!actor.officer() || !actor.is(Role.SECURITY_ADMIN)) {
            throw Refusal.forbidden("只有安全管理员可以批准授权。");
        }
        StaffTables.Row order = tables.lock(id).orElseThrow(() -> Refusal.notFound("这份授权申请"));
        mayDecide(actor, order);
        String words = answer.words() == null ? "" : answer.words().strip();
        if (!answer.granted() && words.isEmpty()) {
            throw Refusal.invalid("words", "REQUIRED", "请写明不同意的理由。");
        }
        if (words.length() > LONGEST) {
            throw Refusal.invalid("words", "TOO_LONG", "理由不超过 " + LONGEST + " 字。");
        }
        Instant now = clock.instant();
        RightsOrder.State state = answer.granted() ? RightsOrder.State.GRANTED : RightsOrder.State.REFUSED;
        if (answer.granted()) {
            grant(order);
        }
        tables.decide(id, state, actor.id(), words, now);
        tables.record(
                actor.id(),
                order,
                answer.granted() ? StaffEvent.Kind.GRANTED : StaffEvent.Kind.REFUSED,
                answer.granted() ? order.reason() : words,
                now);
        return readStaff.view(actor, tables.lock(id).orElseThrow());
    }

    private static void mayDecide(Actor actor, StaffTables.Row order) {
        if (order.state() != RightsOrder.State.OPEN) {
            throw Refusal.conflict("DECIDED", "这份授权申请已经处理，请刷新后查看。");
        }
        if (order.proposedBy() == actor.id()) {
            throw Refusal.conflict("OWN_ORDER", "授权须由两人办理，不能批准自己提出的申请，请由另一名安全管理员处理。");
        }
        if (order.officer() == actor.id()) {
            throw Refusal.conflict("OWN_RIGHTS", "不能给自己授权，请由其他安全管理员处理。");
        }
    }

    private void grant(StaffTables.Row order) {
        Officer whose = directory
                .officer(order.officer())
                .filter(Officer::active)
                .orElseThrow(() -> Refusal.conflict("HAS_LEFT", "这名人员已经离岗，不能再授权；请不同意这份申请。"));
        if (!new StaffTables.Rights(whose.roles(), whose.posts()).equals(order.had())) {
            throw Refusal.conflict("RIGHTS_MOVED", "提出申请之后，" + whose.name() + "的角色或者岗位已有变化；请不同意这份申请，按现在的情况重新提出。");
        }
        grantRights.grant(whose.id(), order.rights().roles(), order.rights().posts());
    }
}
