package org.yiwang.workflow.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.organisation.Department;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.staff.internal.StaffTables;

/** 人员一览: who may do what, and the changes that wait for a second person. For the three administrators only. */
@ApplicationScoped
public class ReadStaff {

    @Inject
    Directory directory;

    @Inject
    StaffTables tables;

    /**
     * Officers in the order of their staff numbers.
     *
     * @param department code; empty for all
     * @param text part of a name, or of a staff number; empty for all
     * @param after staff number to go on from; empty from the start
     */
    public List<StaffMember> list(Actor actor, String department, String text, String after, int limit) {
        require(actor);
        return directory.officers().stream()
                .filter(officer -> department.isEmpty() || officer.department().equals(department))
                .filter(officer ->
                        officer.name().contains(text) || officer.staffNo().contains(text))
                .filter(officer -> officer.staffNo().compareTo(after) > 0)
                .limit(limit)
                .map(this::member)
                .toList();
    }

    public StaffMember find(Actor actor, String staffNo) {
        require(actor);
        return directory.byStaffNo(staffNo).map(this::member).orElseThrow(() -> Refusal.notFound("这名人员"));
    }

    /** Posts that somebody of the department holds, or that are of it: what can be ticked. */
    public List<String> posts(Actor actor, String department) {
        require(actor);
        return directory.officers().stream()
                .flatMap(officer -> officer.department().equals(department)
                        ? officer.posts().stream()
                        : officer.posts().stream()
                                .filter(post -> post.department().equals(department)))
                .map(Post::toString)
                .distinct()
                .sorted()
                .toList();
    }

    @Transactional
    public List<RightsOrder> open(Actor actor) {
        require(actor);
        return tables.open().stream().map(row -> view(actor, row)).toList();
    }

    /** The log, the newest first; for the audit administrator alone. */
    @Transactional
    public List<StaffEvent> log(Actor actor, long before, int limit) {
        if (!actor.officer() || !actor.is(Role.AUDIT_ADMIN)) {
            throw Refusal.forbidden("授权记录只对审计管理员开放。");
        }
        return tables.events(before, limit).stream()
                .map(line -> new StaffEvent(
                        line.id(),
                        line.at(),
                        named(line.by()),
                        named(line.officer()),
                        line.kind(),
                        line.rights().roles(),
                        texts(line.rights()),
                        line.reason()))
                .toList();
    }

    RightsOrder view(Actor actor, StaffTables.Row row) {
        return new RightsOrder(
                row.id(),
                directory.officer(row.officer()).map(Officer::staffNo).orElse(""),
                name(row.officer()),
                row.rights().roles(),
                texts(row.rights()),
                row.had().roles(),
                texts(row.had()),
                row.reason(),
                name(row.proposedBy()),
                row.proposedAt(),
                row.state(),
                row.decidedBy().map(this::name).orElse(""),
                row.decidedAt().orElse(null),
                row.words(),
                row.state() == RightsOrder.State.OPEN
                        && actor.is(Role.SECURITY_ADMIN)
                        && row.proposedBy() != actor.id()
                        && row.officer() != actor.id());
    }

    private StaffMember member(Officer officer) {
        return new StaffMember(
                officer.staffNo(),
                officer.name(),
                officer.department(),
                directory
                        .findDepartment(officer.department())
                        .map(Department::name)
                        .orElse(""),
                officer.roles(),
                officer.posts().stream().map(Post::toString).sorted().toList(),
                officer.active());
    }

    private static List<String> texts(StaffTables.Rights rights) {
        return rights.posts().stream().map(Post::toString).toList();
    }

    private String name(long officer) {
        return directory.officer(officer).map(Officer::name).orElse("");
    }

    private String named(long officer) {
        return directory
                .officer(officer)
                .map(one -> one.name() + "（" + one.staffNo() + "）")
                .orElse("");
    }

    private static void require(Actor actor) {
        boolean allowed = actor.is(Role.ADMIN) || actor.is(Role.SECURITY_ADMIN) || actor.is(Role.AUDIT_ADMIN);
        if (!actor.officer() || !allowed) {
            throw Refusal.forbidden("人员和权限只对系统、安全、审计管理员开放。");
        }
    }
}
