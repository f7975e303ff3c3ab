package org.yiwang.workflow.staff;

import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Role;

/**
 * 人员: an officer and what he may do now.
 *
 * @param department its code
 * @param posts as {@code department/post}
 * @param active false when he has left
 */
public record StaffMember(
        String staffNo,
        String name,
        String department,
        String departmentName,
        Set<Role> roles,
        List<String> posts,
        boolean active) {}
