package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.urgency.ReadUrgency;

/** 急事先办: why, and what is still to come. */
@Path("/urgency")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UrgencyResource {

    @Inject
    CurrentActor current;

    @Inject
    ReadUrgency readUrgency;

    /** 一般办理: {@code urgency} is missing. */
    public record OfCase(ReadUrgency.OfCase urgency) {}

    @GET
    @Path("/cases/{caseNo}")
    public OfCase ofCase(@PathParam("caseNo") String caseNo) {
        return new OfCase(
                readUrgency.ofCase(current.actor(), CaseResource.number(caseNo)).orElse(null));
    }
}
