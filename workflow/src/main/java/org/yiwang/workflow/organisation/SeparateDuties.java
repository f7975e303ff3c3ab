package org.yiwang.workflow.organisation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;

/**
 * 三员分立: who runs the system, who grants rights and who looks over their shoulders are three persons, and none of them
 * decides cases (GB/T 22239-2019 §8.1.5: system, audit and security administration are separate).
 */
public final class SeparateDuties {

    private static final Set<Role> OFFICES = EnumSet.of(Role.ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

    private SeparateDuties() {}

    /** What is wrong with one person holding all of these; empty when nothing is. */
    public static Optional<String> trouble(Set<Role> roles, Collection<Post> posts) {
        long offices = roles.stream().filter(OFFICES::contains).count();
        if (offices > 1) {
            return Optional.of("系统管理员、安全管理员、审计管理员互斥，同一人只能担任其中一项。");
        }
        if (offices == 1 && (roles.size() > 1 || !posts.isEmpty())) {
            return Optional.of("系统管理员、安全管理员、审计管理员不兼任业务角色和岗位，请先取消其他角色和岗位。");
        }
        return Optional.empty();
    }
}
