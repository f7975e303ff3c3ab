package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.licence.LicenceView;
import org.yiwang.workflow.licence.ReadLicences;

/** 证照: what its holder has, and how long it is good. */
@Path("/licences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LicenceResource {

    @Inject
    CurrentActor current;

    @Inject
    ReadLicences licences;

    /** 我的证照. */
    public record Mine(List<LicenceView> items) {}

    @GET
    public Mine mine() {
        return new Mine(licences.mine(current.actor()));
    }
}
