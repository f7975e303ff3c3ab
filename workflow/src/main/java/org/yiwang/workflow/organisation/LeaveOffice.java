package org.yiwang.workflow.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yiwang.workflow.organisation.internal.OrganisationTables;

/**
 * 离岗: closes the account of an officer who has handed over all his work. His name stays on what he signed; he cannot sign in,
 * and what he has open ends with his next request. The city's file does not bring him back.
 */
@ApplicationScoped
public class LeaveOffice {

    @Inject
    OrganisationTables tables;

    @Inject
    Directory directory;

    /** This node knows at once, the others when they next look. */
    public void leave(long officer) {
        tables.leave(officer);
        OrganisationTables.All all = tables.all();
        directory.replace(all.departments(), all.officers());
    }
}
