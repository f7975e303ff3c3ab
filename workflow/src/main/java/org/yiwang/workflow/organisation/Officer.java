package org.yiwang.workflow.organisation;

import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;

/**
 * 工作人员: somebody who acts for a department.
 *
 * @param staffNo 工号, by which colleagues name him
 * @param certificateNo 执法证号; empty for those who have none
 * @param mail address for notices; empty if none
 * @param department code of his department
 * @param active false when he has left: he is still named on what he signed, and does nothing new
 */
public record Officer(
        long id,
        String name,
        String staffNo,
        String login,
        String certificateNo,
        String mail,
        String department,
        Set<Role> roles,
        List<Post> posts,
        boolean active) {

    public Officer {
        roles = Set.copyOf(roles);
        posts = List.copyOf(posts);
    }

    public boolean holds(Post post) {
        return posts.contains(post);
    }
}
