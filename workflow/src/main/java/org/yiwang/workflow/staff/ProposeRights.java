package org.yiwang.workflow.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.Actor;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.forms.platform.Problem;
import org.yiwang.forms.platform.Refusal;
import org.yiwang.workflow.organisation.Directory;
import org.yiwang.workflow.organisation.Officer;
import org.yiwang.workflow.organisation.SeparateDuties;
import org.yiwang.workflow.staff.internal.StaffTables;

/**
 * 提出授权: what an officer is to be allowed. Nothing changes before another security administrator agrees, and nobody proposes
 * anything for himself.
 */
@ApplicationScoped
public class ProposeRights {

    /** 业务和管理角色: those an officer can have. */
    public static final Set<Role> ROLES =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.CITIZEN, Role.KIOSK, Role.PROGRAM)));

    private static final int LONGEST = 300;
    private static final int MOST_POSTS = 30;
    private static final String POST = "[a-z][a-z0-9-]{1,39}";

    @Inject
    Directory directory;

    @Inject
    StaffTables tables;

    @Inject
    ReadStaff readStaff;

    @Inject
    Clock clock;

    /**
     * 授权内容: all that he is to have, not what is added.
     *
     * @param posts as {@code department/post}
     */
    public record Order(List<String> roles, List<String> posts, String reason) {}

    /** @throws Refusal FORBIDDEN, OWN_RIGHTS, INVALID with the fields roles, posts, reason, or ORDER_OPEN */
    @Transactional
    public RightsOrder propose(Actor actor, String staffNo, Order order) {
        if (!actor.officer() || !actor.is(Role.SECURITY_ADMIN)) {
            throw Refusal.forbidden("只有安全管理员可以提出授权。");
        }
        Officer whose =
                directory.byStaffNo(staffNo == null ? "" : staffNo.strip()).orElseThrow(() -> Refusal.notFound("这名人员"));
        if (whose.id() == actor.id()) {
            throw Refusal.conflict("OWN_RIGHTS", "不能给自己授权，请由其他安全管理员提出。");
        }
        StaffTables.Rights rights = rights(order);
        StaffTables.Rights had = new StaffTables.Rights(whose.roles(), whose.posts());
        if (rights.equals(had)) {
            throw Refusal.invalid("roles", "SAME", "与现有的角色和岗位相同，没有需要变更的内容。");
        }
        StaffTables.Row row = new StaffTables.Row(
                UUID.randomUUID(),
                whose.id(),
                rights,
                had,
                order.reason().strip(),
                actor.id(),
                clock.instant(),
                RightsOrder.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                "");
        if (!tables.propose(row)) {
            throw Refusal.conflict("ORDER_OPEN", whose.name() + "已有一份授权申请待批，请先由另一名安全管理员处理。");
        }
        tables.record(actor.id(), row, StaffEvent.Kind.PROPOSED, row.reason(), row.proposedAt());
        return readStaff.view(actor, row);
    }

    private StaffTables.Rights rights(Order order) {
        List<Problem> problems = new ArrayList<>();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : order.roles() == null ? List.<String>of() : order.roles()) {
            ROLES.stream()
                    .filter(role -> role.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            roles::add,
                            () -> problems.add(new Problem("roles", "NOT_OFFERED", "没有这种角色：" + name + "，请从列出的角色中选择。")));
        }
        List<Post> posts = posts(order, problems);
        SeparateDuties.trouble(roles, posts)
                .ifPresent(why -> problems.add(new Problem("roles", "SEPARATE_DUTIES", why)));
        if (order.reason() == null || order.reason().isBlank()) {
            problems.add(new Problem("reason", "REQUIRED", "请写明授权的理由，如任命文件或者岗位调整。"));
        } else if (order.reason().strip().length() > LONGEST) {
            problems.add(new Problem("reason", "TOO_LONG", "理由不超过 " + LONGEST + " 字。"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new StaffTables.Rights(roles, posts);
    }

    private List<Post> posts(Order order, List<Problem> problems) {
        List<Post> posts = new ArrayList<>();
        List<String> asked = order.posts() == null ? List.of() : order.posts();
        if (asked.size() > MOST_POSTS) {
            problems.add(new Problem("posts", "TOO_MANY", "一人最多 " + MOST_POSTS + " 个岗位。"));
            return posts;
        }
        for (String text : asked) {
            String[] parts = text.strip().split("/", 2);
            if (parts.length == 2
                    && parts[1].matches(POST)
                    && directory.findDepartment(parts[0]).isPresent()) {
                posts.add(new Post(parts[0], parts[1]));
            } else {
                problems.add(new Problem("posts", "NOT_OFFERED", "没有这个岗位：" + text + "，应写成“部门代码/岗位代码”，部门须已登记。"));
            }
        }
        return posts;
    }
}
