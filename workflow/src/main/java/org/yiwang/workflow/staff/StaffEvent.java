package org.yiwang.workflow.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Role;

/**
 * 授权记录: one line of the log that is only added to.
 *
 * @param by name and staff number of who did it
 * @param whom name and staff number of whom it concerns
 */
public record StaffEvent(
        long id, Instant at, String by, String whom, Kind kind, Set<Role> roles, List<String> posts, String reason) {

    /** 事由. */
    public enum Kind {
        /** 提出. */
        PROPOSED,
        /** 同意并生效. */
        GRANTED,
        /** 不同意. */
        REFUSED
    }
}
