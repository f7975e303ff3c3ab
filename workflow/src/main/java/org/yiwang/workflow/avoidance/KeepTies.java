package org.yiwang.workflow.avoidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.FindParty;
import org.yiwang.forms.identity.IdType;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.avoidance.internal.Ties;
import org.yiwang.workflow.casefile.AvoidanceGround;
import org.yiwang.workflow.casefile.Words;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Membership;
import org.yiwang.workflow.organisation.Officer;

/**
 * 回避登记: an officer puts down who he is as a citizen, who his relatives are and with which companies he is linked; he himself,
 * the head of his department or an administrator. The numbers are kept only as hashes, by which cases are compared.
 */
@ApplicationScoped
public class KeepTies {

    @Inject
    Ties ties;

    @Inject
    FindParty parties;

    @Inject
    Directory directory;

    @Inject
    Membership membership;

    @Inject
    Clock clock;

    /**
     * 登记内容.
     *
     * @param staffNo whose; the actor's own if empty
     * @param kind SELF, RELATIVE or COMPANY
     * @param number of the identity card, or the unified social credit code of a company
     */
    public record Tie(String staffNo, AvoidanceGround kind, String name, String number) {}

    /** 一行登记, masked. */
    public record Line(UUID id, AvoidanceGround kind, String name, String number, Instant registeredAt) {}

    @Transactional
    public Line register(Actor actor, Tie tie) {
        Officer whose = whose(actor, tie.staffNo());
        Words words = new Words().required("name", "姓名或者名称", tie.name()).required("number", "证件号码", tie.number());
        if (tie.kind() == null || tie.kind() == AvoidanceGround.ORDERED) {
            words.problem("kind", "REQUIRED", "请选择本人、亲属或者有利害关系的单位。");
        }
        words.checked();
        IdType type = tie.kind() == AvoidanceGround.COMPANY ? IdType.CREDIT_CODE : IdType.ID_CARD;
        FindParty.Named named = parties.naming(type, tie.number(), tie.name().strip());
        if (ties.known(whose.id(), named.hash())) {
            throw Refusal.conflict("REGISTERED_ALREADY", "这个证件号码已经登记过。");
        }
        return ties.add(whose.id(), tie.kind(), named, actor.id(), clock.instant());
    }

    @Transactional
    public List<Line> of(Actor actor, String staffNo) {
        return ties.of(whose(actor, staffNo).id());
    }

    /** It no longer holds; what it kept him from before stays as it was. */
    @Transactional
    public void end(Actor actor, UUID id) {
        Officer whose = ties.owner(id).flatMap(directory::officer).orElseThrow(() -> Refusal.notFound("这条登记"));
        if (whose.id() == actor.id() && !actor.is(Role.ADMIN)) {
            throw Refusal.forbidden("回避登记由本人填报，撤销须由部门负责人或者管理员核实后办理。");
        }
        whose(actor, whose.staffNo());
        ties.end(id, clock.instant());
    }

    private Officer whose(Actor actor, String staffNo) {
        if (!actor.officer()) {
            throw Refusal.forbidden("回避登记只对工作人员开放。");
        }
        Officer whose = staffNo == null || staffNo.isBlank()
                ? directory.officer(actor.id()).orElseThrow()
                : directory.byStaffNo(staffNo.strip()).orElseThrow(() -> Refusal.notFound("这名人员"));
        if (whose.id() != actor.id() && !actor.is(Role.ADMIN) && !membership.answersFor(actor, whose.department())) {
            throw Refusal.forbidden("只能登记本人的；他人的由其部门负责人或者管理员登记。");
        }
        return whose;
    }
}
