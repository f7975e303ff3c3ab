package org.yiwang.workflow.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.yiwang.forms.identity.Post;
import org.yiwang.forms.identity.Role;
import org.yiwang.workflow.organisation.internal.OrganisationTables;

/**
 * 落实授权: an officer's rights become these, with his next request. From then on the city's file no longer says what he may
 * do: what two security administrators granted is not taken back by a file.
 */
@ApplicationScoped
public class GrantRights {

    @Inject
    OrganisationTables tables;

    @Inject
    Directory directory;

    /** This node knows at once, the others when they next look. */
    public void grant(long officer, Set<Role> roles, List<Post> posts) {
        tables.grant(officer, roles, posts);
        OrganisationTables.All all = tables.all();
        directory.replace(all.departments(), all.officers());
    }
}
