package org.yiwang.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.yiwang.web.component.Uuids;
import org.yiwang.web.security.CurrentActor;
import org.yiwang.workflow.avoidance.KeepTies;

/** 回避登记: with whom officers are linked. */
@Path("/avoidance/ties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AvoidanceResource {

    @Inject
    CurrentActor current;

    @Inject
    Call call;

    @Inject
    KeepTies ties;

    @GET
    public Paging.Page<KeepTies.Line> of(@QueryParam("staffNo") String staffNo) {
        return new Paging.Page<>(ties.of(current.actor(), staffNo), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(KeepTies.Tie tie) {
        return call.once(201, () -> ties.register(current.actor(), tie));
    }

    @DELETE
    @Path("/{id}")
    public Response end(@PathParam("id") String id) {
        ties.end(current.actor(), Uuids.parse(id, "这条登记"));
        return Response.noContent().build();
    }
}
