package org.yiwang.workflow.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yiwang.forms.identity.Role;

/**
 * 授权申请: what an officer is to be allowed from now on, in place of what he was.
 *
 * @param posts as {@code department/post}
 * @param hadRoles what he had when it was proposed
 * @param proposedBy name of the security administrator
 * @param decidedBy name of the other one; empty while it is open
 * @param words why it was refused; empty otherwise
 * @param mayDecide whether whoever reads this may decide it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RightsOrder(
        UUID id,
        String staffNo,
        String name,
        Set<Role> roles,
        List<String> posts,
        Set<Role> hadRoles,
        List<String> hadPosts,
        String reason,
        String proposedBy,
        Instant proposedAt,
        State state,
        String decidedBy,
        Instant decidedAt,
        String words,
        boolean mayDecide) {

    /** 状态. */
    public enum State {
        /** 待批. */
        OPEN,
        /** 已同意. */
        GRANTED,
        /** 未同意. */
        REFUSED
    }
}
